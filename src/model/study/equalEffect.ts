// Equal effect: each strategy set so that it stops the same share of the target; then the harm compares.
import { type Bracket, bisect } from './bisect.ts';
import { type Point, pointStudy } from './points.ts';
import type { Path, Setting } from './settings.ts';
import type { Study } from './study.ts';

/** One number of one stack that is moved until a metric comes to a level. */
export interface Lever extends Bracket {
  /** Made first, such as the choice of the stack. */
  readonly settings: readonly Setting[];
  readonly path: Path;
}

export interface Goal {
  readonly metric: string;
  readonly level: number;
  readonly tolerance: number;
}

export type Solution =
  /** `isWithin`: the metric comes to the level within the tolerance; else this is the nearer side of a jump. */
  | {
      readonly kind: 'found';
      readonly value: number;
      readonly isWithin: boolean;
      readonly point: Point;
    }
  /** Out of reach: what the metric comes to at both ends of the lever. */
  | { readonly kind: 'none'; readonly atLow: number; readonly atHigh: number };

/** The value of a lever at which the mean of a metric over the seeds comes to a level. */
export function* solveLever(
  { settings, path, ...bracket }: Lever,
  { metric, level, tolerance }: Goal,
  seeds: readonly number[],
): Study<Solution> {
  const pointOf = new Map<number, Point>();
  function* meanAt(value: number): Study<number> {
    const point = yield* pointStudy([...settings, { path, value }], seeds);
    pointOf.set(value, point);
    return point.means[metric]!;
  }
  const crossing = yield* bisect(bracket, meanAt, { level, tolerance });
  if (crossing.kind === 'none') return crossing;
  const { at, isWithin } = crossing;
  return { kind: 'found', value: at, isWithin, point: pointOf.get(at)! };
}

/** Levers set so that a metric comes to what it is in a case that stays as it is. */
export interface EqualTo {
  readonly reference: Point;
  readonly solutions: readonly Solution[];
}

/** @param reference settings of the case whose level the others are to reach */
export function* equalToStudy(
  levers: readonly Lever[],
  reference: readonly Setting[],
  { metric, tolerance }: Omit<Goal, 'level'>,
  seeds: readonly number[],
): Study<EqualTo> {
  const fixed = yield* pointStudy(reference, seeds);
  const goal = { metric, level: fixed.means[metric]!, tolerance };
  return { reference: fixed, solutions: yield* equalEffectStudy(levers, goal, seeds) };
}

/** One solution a lever, in their order. */
export function* equalEffectStudy(
  levers: readonly Lever[],
  goal: Goal,
  seeds: readonly number[],
): Study<Solution[]> {
  const solutions: Solution[] = [];
  for (const lever of levers) solutions.push(yield* solveLever(lever, goal, seeds));
  return solutions;
}
