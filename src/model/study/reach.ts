// Brings a stack to a level by one of several levers: the first that can, none being named by hand.
import { type Goal, type Lever, type Solution, solveLever } from './equalEffect.ts';
import { pointsStudy } from './points.ts';
import type { Study } from './study.ts';

export interface Reached {
  /** Index of the lever that was moved. */
  readonly lever: number;
  readonly solution: Solution;
}

interface Ends {
  readonly lever: number;
  readonly isWhole: boolean;
  /** How far the metric is above the level at the low and at the high end. */
  readonly low: number;
  readonly high: number;
}

/**
 * Looks at both ends of every lever, with the first seed only, takes the first between whose ends the level lies, those of real
 * numbers before those of whole ones, which jump, and solves it. If none reaches the level, the one
 * that comes nearest is out of reach. Undefined without levers.
 */
export function* reachStudy(
  levers: readonly Lever[],
  goal: Goal,
  seeds: readonly number[],
): Study<Reached | undefined> {
  const cases = levers.flatMap(({ settings, path, low, high }) =>
    [low, high].map((value) => [...settings, { path, value }]),
  );
  const points = yield* pointsStudy(cases, seeds.slice(0, 1));
  const excess = points.map(({ means }) => means[goal.metric]! - goal.level);
  const ends = levers.map(({ isWhole }, lever): Ends => {
    return { lever, isWhole, low: excess[2 * lever]!, high: excess[2 * lever + 1]! };
  });
  const able = ends.filter((one) => one.low < 0 !== one.high < 0 || missOf(one) <= goal.tolerance);
  const chosen =
    able.find(({ isWhole }) => !isWhole) ??
    able[0] ??
    ends.toSorted((a, b) => missOf(a) - missOf(b))[0];
  if (!chosen) return undefined;
  const { lever } = chosen;
  return { lever, solution: yield* solveLever(levers[lever]!, goal, seeds) };
}

function missOf({ low, high }: Ends): number {
  return Math.min(Math.abs(low), Math.abs(high));
}
