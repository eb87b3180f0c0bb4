// Figures of a study in words: finer than a headline, because small differences are what it is about.
import { type Metric, metrics } from '../../model/index.ts';
import { amount, roughly } from '../../scenario/words.ts';

/** The metric of an id. @throws Error when there is none */
export function metricOf(id: string): Metric {
  const metric = metrics.find((one) => one.id === id);
  if (!metric) throw new Error(`there is no metric "${id}"`);
  return metric;
}

/** The entry of a metric in a table by metric id. @throws Error when there is none */
export function entryOf<T>(table: Readonly<Record<string, T>>, id: string): T {
  const entry = table[id];
  if (entry === undefined) throw new Error(`there is no metric "${id}"`);
  return entry;
}

/** 1.06 %, 17.8 million, 112.5: three digits. */
export function fineFigure({ unit }: Metric, value: number): string {
  return unit === 'share' ? fineShare(value) : fineNumber(value);
}

/** 0 %, 0.041 %, 1.06 %, 54.2 %, 100 % */
export function fineShare(share: number): string {
  return `${threeDigits(100 * share)} %`;
}

/** 17.8 million, 655 thousand, 3,210, 0.0436 */
export function fineNumber(value: number): string {
  if (Math.abs(value) >= 1e4) return value < 0 ? `−${roughly(-value)}` : roughly(value);
  return Math.abs(value) >= 1000 ? amount(value) : threeDigits(value);
}

function threeDigits(value: number): string {
  return Number(value.toPrecision(3)).toString().replace('-', '−');
}
