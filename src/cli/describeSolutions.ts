// What became of levers that were moved, as JSON: where each stands, what it comes to there.
import {
  type Lever,
  type MetricAbout,
  type Point,
  pathText,
  planRun,
  type Scenario,
  type Solution,
} from '../model/index.ts';
import type { ErrorRates } from '../scenario/errorRates.ts';
import { ratesAtThreshold } from '../scenario/thresholdRates.ts';

/** Levers with their solutions, and what stays as it is, if anything. */
export interface Solved {
  readonly metric: MetricAbout;
  readonly levers: readonly (Lever & { readonly stack: string })[];
  readonly solutions: readonly Solution[];
  readonly reference: string | undefined;
  readonly fixed: Point | undefined;
}

export function describeReference({ reference, fixed }: Solved) {
  if (!fixed) return [];
  const { means, quantiles } = fixed;
  return [{ stack: reference, kind: 'reference', means, quantiles }];
}

/** Of a classifier whose threshold was moved also its error rates there. */
export function describeSolutions(scenario: Scenario, { levers, solutions }: Solved) {
  return levers.map((lever, index) => {
    const { stack, path, low, high } = lever;
    const about = { stack, path: pathText(scenario, path), low, high };
    const solution = solutions[index];
    if (solution?.kind !== 'found') return { ...about, ...solution };
    const { kind, value, isWithin, point } = solution;
    const { means, quantiles } = point;
    const rates = ratesOf(scenario, lever, value);
    return { ...about, kind, value, isWithin, ...(rates && { rates }), means, quantiles };
  });
}

export function ratesOf(
  scenario: Scenario,
  { path }: Lever,
  value: number,
): ErrorRates | undefined {
  if (path.at(-1) !== 'threshold') return undefined;
  return ratesAtThreshold(scenario, planRun(scenario).world, path, value);
}
