// Cells of the tables of studies.
import type { MetricAbout, Quantiles, Setting } from '../model/index.ts';
import { figureOf } from '../scenario/words.ts';

/** From the 5 to the 95 % quantile: 1.2 % – 4 %; one figure where they read alike. */
export function rangeOf(metric: MetricAbout, quantiles: Quantiles | undefined): string {
  if (!quantiles) return '';
  const [low, high] = [figureOf(metric, quantiles.q5), figureOf(metric, quantiles.q95)];
  return low === high ? low : `${low} – ${high}`;
}

export function settingCells(settings: readonly Setting[]): string[] {
  return settings.map(({ value }) => plainNumber(value));
}

/** A value with at most six digits. */
export function plainNumber(value: unknown): string {
  return typeof value === 'number' ? String(Number(value.toPrecision(6))) : String(value);
}
