// What was reported of a metric, beside the simulated figure: from the lowest to the highest report.
import type { Fact } from '../../model/index.ts';
import { percent } from '../../scenario/words.ts';

/** “reported then: 15 % to 40 %”, or that nobody reported it; for metrics that are shares. */
export function reportedRange(facts: readonly Fact[], metric: string): string {
  const figures = facts
    .filter((fact) => fact.metric === metric)
    .flatMap(({ value, low, high }) => (value === undefined ? [low, high] : [value]))
    .filter((figure) => figure !== undefined);
  if (figures.length === 0) return 'no figure was reported';
  const low = percent(Math.min(...figures));
  const high = percent(Math.max(...figures));
  return low === high ? `reported then: ${low}` : `reported then: ${low} to ${high}`;
}
