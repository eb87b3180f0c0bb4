// The trade-off between what is stopped and what is hit, and which choices no other beats in both.
import { type Point, pointsStudy } from './points.ts';
import type { Setting } from './settings.ts';
import type { Study } from './study.ts';

/** What counts as gain (more is more of it) and as harm (less is better): ids of metrics. */
export interface Goals {
  readonly gain: string;
  readonly harm: string;
}

export interface FrontierPoint extends Point {
  /** No other point gains as much with less harm, or more with as little. */
  readonly isOnFront: boolean;
}

/**
 * The cases in the order of their gain, each with whether it lies on the Pareto front. The settings of
 * one strategy give its trade-off curve; those of several stacks, the frontier over all of them.
 */
export function* frontierStudy(
  cases: readonly (readonly Setting[])[],
  seeds: readonly number[],
  { gain, harm }: Goals = { gain: 'targetBlocked', harm: 'collateral' },
): Study<FrontierPoint[]> {
  const points = yield* pointsStudy(cases, seeds);
  const places = points.map(({ means }) => ({ gain: means[gain]!, harm: means[harm]! }));
  const onFront = paretoFront(places);
  return points
    .map((point, index) => ({ ...point, isOnFront: onFront[index]! }))
    .sort((a, b) => a.means[gain]! - b.means[gain]! || a.means[harm]! - b.means[harm]!);
}

/** For each point whether none dominates it; equal points do not dominate each other. O(n log n). */
export function paretoFront(
  points: readonly { readonly gain: number; readonly harm: number }[],
): boolean[] {
  const order = points
    .map((_, index) => index)
    .sort((a, b) => points[b]!.gain - points[a]!.gain || points[a]!.harm - points[b]!.harm);
  const onFront = points.map(() => false);
  let leastHarm = Number.POSITIVE_INFINITY; // of all that gain more
  let best = { gain: Number.NaN, harm: Number.NaN }; // the first of those that gain as much
  for (const index of order) {
    const point = points[index]!;
    if (point.gain !== best.gain) {
      leastHarm = Math.min(leastHarm, Number.isNaN(best.harm) ? leastHarm : best.harm);
      best = point;
    }
    onFront[index] = point.harm === best.harm && point.harm < leastHarm;
  }
  return onFront;
}
