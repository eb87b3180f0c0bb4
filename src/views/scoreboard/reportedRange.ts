// What was reported of a metric, beside the simulated figure: from the lowest to the highest report.
import type { Scenario } from '../../model/index.ts';
import { percent } from '../../scenario/words.ts';

/**
 * “reported: 15 % to 40 %”, or that nobody reported it; for metrics that are shares. A figure that the
 * stack was set to says nothing about it, and neither does one that stands for another stack.
 */
export function reportedRange(
  { facts, stack }: Pick<Scenario, 'facts' | 'stack'>,
  metric: string,
): string {
  const figures = facts
    .filter((fact) => fact.metric === metric && fact.role === 'check')
    .filter((fact) => fact.stack === undefined || fact.stack === stack)
    .flatMap(({ value, low, high }) => (value === undefined ? [low, high] : [value]))
    .filter((figure) => figure !== undefined);
  if (figures.length === 0) return 'no figure was reported';
  const low = percent(Math.min(...figures));
  const high = percent(Math.max(...figures));
  return low === high ? `reported: ${low}` : `reported: ${low} to ${high}`;
}
