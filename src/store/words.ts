// Numbers, moments and sources as people read them: one place, so that the page speaks with one voice.
import type { Basis, Source } from '../model/index.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const whole = new Intl.NumberFormat('en');

/** 17,780,480 */
export function count(value: number): string {
  return whole.format(Math.round(value));
}

/** 17.8 million, 655 thousand, 512 */
export function roughly(value: number): string {
  if (value >= 1e9) return `${threeDigits(value / 1e9)} billion`;
  if (value >= 1e6) return `${threeDigits(value / 1e6)} million`;
  if (value >= 1e4) return `${threeDigits(value / 1e3)} thousand`;
  return count(value);
}

function threeDigits(value: number): string {
  return value >= 100 ? value.toFixed(0) : Number(value.toPrecision(3)).toString();
}

/** 0 %, < 0.1 %, 4.3 %, 19 %, > 99.9 %: never more precise than the share is sure, never a false zero. */
export function percent(share: number): string {
  const value = 100 * share;
  if (value === 0 || value === 100) return `${value} %`;
  if (value < 0.1) return '< 0.1 %';
  if (value > 99.9) return '> 99.9 %';
  return value < 10 ? `${value.toFixed(1)} %` : `${Math.round(value)} %`;
}

const FEWEST = 1e-6;

/** A share as people count it: “1 in 23”, “2 in 3”, “none”; beyond a million it stops counting. */
export function oneIn(share: number): string {
  if (share <= 0) return 'none';
  if (share < FEWEST) return '< 1 in a million';
  if (share >= 0.995) return 'all';
  if (share > 2 / 3) return `${Math.round(share * 10)} in 10`;
  if (share > 0.4) return share > 0.58 ? '2 in 3' : '1 in 2';
  return `1 in ${count(1 / share)}`;
}

/** `2018-04-17T15:00+03:00` → 17 April, 15:00 */
export function momentInWords(moment: string): string {
  return `${dayInWords(moment)}, ${moment.slice(11, 16)}`;
}

/** `2018-04-17T15:00+03:00` → 17 April */
export function dayInWords(moment: string): string {
  return `${Number(moment.slice(8, 10))} ${MONTHS[Number(moment.slice(5, 7)) - 1] ?? ''}`;
}

/** The names joined as in a sentence: a, b and c; with `most` and the count of the rest. */
export function listInWords(names: readonly string[], most = 4): string {
  const shown = names.slice(0, most);
  const rest = names.length - shown.length;
  const all = rest > 0 ? [...shown, `${rest} more`] : shown;
  if (all.length < 2) return all.join('');
  return `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`;
}

/** Where a figure comes from: “reported (the source)”, “derived: how” or “assumed: why”. */
export function basisInWords(
  sources: Readonly<Record<string, Source>>,
  { reported, derived, assumed }: Basis,
): string {
  if (reported !== undefined) return `reported (${sources[reported]?.title ?? reported})`;
  const text = derived === undefined ? `assumed: ${assumed}` : `derived: ${derived}`;
  return text.replace(/\.$/, '');
}
