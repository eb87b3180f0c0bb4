// Break-even: the value of a parameter, such as a false-positive rate, at which two stacks harm alike.
import { type Lever, type Solution, solveLever } from './equalEffect.ts';
import { type Point, pointStudy } from './points.ts';
import type { Setting } from './settings.ts';
import type { Study } from './study.ts';

export interface BreakEven {
  /** The stack that stays as it is. */
  readonly reference: Point;
  readonly solution: Solution;
}

/**
 * @param reference settings of the stack whose harm is to be met
 * @param metric what counts as harm; the lever should move it one way
 * @param accuracy how near the two must come, as a share of the harm of the reference
 */
export function* breakEvenStudy(
  lever: Lever,
  reference: readonly Setting[],
  seeds: readonly number[],
  metric = 'collateral',
  accuracy = 0.001,
): Study<BreakEven> {
  const fixed = yield* pointStudy(reference, seeds);
  const level = fixed.means[metric]!;
  const goal = { metric, level, tolerance: accuracy * Math.abs(level) };
  return { reference: fixed, solution: yield* solveLever(lever, goal, seeds) };
}
