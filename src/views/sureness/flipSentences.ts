// Where a conclusion about two strategies turns, in sentences.
import type { Flips, Metric } from '../../model/index.ts';
import { fineNumber } from './figures.ts';

/** Which of two strategies has more of a metric, and where that turns, as sentences. */
export function flipSentences(
  { holds, margin, flips }: Flips,
  { metric, left, right }: { metric: Metric; left: string; right: string },
): string[] {
  const [verb, whom] =
    metric.id === 'targetBlocked' ? ['stops', 'the target'] : ['hits', 'everybody else'];
  const [more, less] = holds ? [left, right] : [right, left];
  const than = margin === 0 ? `as much of ${whom} as` : `more of ${whom} than`;
  const head = `With every input at its likeliest value “${more}” ${verb} ${than} “${less}”.`;
  const turning = flips.filter(({ values }) => values.length > 0);
  if (turning.length === 0) {
    return [
      head,
      `None of ${flips.length} inputs turns that alone, from its lowest to its highest value.`,
    ];
  }
  const list = turning.map(({ input, holdsAtLow, values }) => {
    const [first = Number.NaN, second] = values;
    const side = holdsAtLow === holds ? 'above' : 'below';
    const where =
      second === undefined
        ? `${side} ${fineNumber(first)}`
        : `below ${fineNumber(first)} and above ${fineNumber(second)}`;
    return `${input.title}: it turns ${where} (likeliest: ${fineNumber(input.mode)}).`;
  });
  return [head, ...list];
}
