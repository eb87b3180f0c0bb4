// The figures of a published fact in words, as short as they can be told apart: 17.8 million, 15 % to 40 %.
import type { Metric } from '../model/index.ts';
import type { FactJudgement } from './judgeFact.ts';
import { count, percent, roughly } from './words.ts';

export interface FactFigures {
  /** The figure as it was published, or the range. */
  readonly reported: string;
  /** The range that we accept beside a figure; none beside a published range. */
  readonly accepted: string | undefined;
  readonly simulated: string;
}

export function figuresInWords(judgement: FactJudgement): FactFigures {
  const { value, low, high, model } = judgement;
  const show = writerFor(judgement);
  const range = rangeInWords(low, high, show);
  const simulated = show(model);
  // The schema has made sure that one of the three is given.
  if (value === undefined) return { reported: range ?? '', accepted: undefined, simulated };
  return { reported: show(value), accepted: range, simulated };
}

/** A figure of a metric, rounded: shares as percent, all else in three digits. */
export function laneValue({ unit }: Pick<Metric, 'unit'>, value: number): string {
  return unit === 'share' ? percent(value) : roughly(value);
}

type Writer = (figure: number) => string;

/** To the last digit where the report is, or where rounding would hide which side of a bound one is on. */
function writerFor(judgement: FactJudgement): Writer {
  const { metric, model, low, high, isExact } = judgement;
  if (metric.unit === 'share') return shareWriter(judgement);
  if (isExact) return count;
  const isBlurred = [low, high].some(
    (bound) => bound !== undefined && bound !== model && roughly(bound) === roughly(model),
  );
  return isBlurred ? count : roughly;
}

const MOST_DECIMALS = 6;

/** Shares as percent; where the model lies outside, with as many digits as it takes to see that. */
export function shareWriter({ model, low, high, isWithin }: FactJudgement): Writer {
  if (isWithin !== false) return percent;
  const crossed = model < (low ?? -Infinity) ? low : high;
  if (crossed === undefined || percent(crossed) !== percent(model)) return percent;
  for (let decimals = 1; decimals <= MOST_DECIMALS; decimals++) {
    const write: Writer = (share) => `${Number((100 * share).toFixed(decimals))} %`;
    if (write(crossed) !== write(model)) return write;
  }
  return percent;
}

function rangeInWords(
  low: number | undefined,
  high: number | undefined,
  show: Writer,
): string | undefined {
  if (low === undefined) return high === undefined ? undefined : `up to ${show(high)}`;
  if (high === undefined) return `${show(low)} or more`;
  const [from, to] = [show(low), show(high)];
  if (from === to) return from;
  const [, unit] = /( [a-z]+)$/.exec(to) ?? [];
  return `${unit && from.endsWith(unit) ? from.slice(0, -unit.length) : from} to ${to}`;
}
