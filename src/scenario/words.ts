// Numbers, moments and sources as people read them: one place, so that page and shell speak with one voice.
import {
  type Basis,
  DOWN_SHARE,
  HIT_SHARE,
  type Metric,
  type Run,
  type Source,
} from '../model/index.ts';

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

const upToTwoDecimals = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

/** 1,234,568; below 100 with up to two decimals: 43.25. */
export function amount(value: number): string {
  if (value !== 0 && Math.abs(value) < 0.005) return value > 0 ? '< 0.01' : '> −0.01';
  return Math.abs(value) < 100 ? upToTwoDecimals.format(value) : count(value);
}

/** A figure of a metric: shares as percent, money roughly, all else as plain numbers. */
export function figureOf({ unit }: Pick<Metric, 'unit'>, value: number): string {
  if (unit === 'currency') return roughly(value);
  return unit === 'share' ? percent(value) : amount(value);
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

/** 0 %, < 0.1 %, 4.3 %, 19 %, 99.6 %, > 99.9 %: never more precise than the share is sure, never a false none or all. */
export function percent(share: number): string {
  const value = 100 * share;
  if (value === 0 || value === 100) return `${value} %`;
  if (value < 0.1) return '< 0.1 %';
  if (value > 99.9) return '> 99.9 %';
  return value < 10 || value >= 99.5 ? `${value.toFixed(1)} %` : `${Math.round(value)} %`;
}

const FEWEST = 1e-6;

const THIRDS = 0.015; // a share this near to a half, a third or two thirds is called so

/**
 * A share as people count it: “1 in 23”, “3 in 10”, “none”; beyond a million it stops counting. Where
 * one in so many would be too coarse it counts tenths.
 */
export function oneIn(share: number): string {
  if (share <= 0) return 'none';
  if (share < FEWEST) return '< 1 in a million';
  if (share >= 1) return 'all';
  if (share >= 0.95) return '> 9 in 10';
  if (share < 0.28) return `1 in ${count(1 / share)}`;
  for (const [parts, whole] of [
    [1, 3],
    [1, 2],
    [2, 3],
  ] as const) {
    if (Math.abs(share - parts / whole) < THIRDS) return `${parts} in ${whole}`;
  }
  return `${Math.round(share * 10)} in 10`;
}

/** `2018-04-17T15:00+03:00` → 17 April, 15:00 */
export function momentInWords(moment: string): string {
  return `${dayInWords(moment)}, ${moment.slice(11, 16)}`;
}

/** `2018-04-17T15:00+03:00` → 17 April */
export function dayInWords(moment: string): string {
  return `${Number(moment.slice(8, 10))} ${MONTHS[Number(moment.slice(5, 7)) - 1] ?? ''}`;
}

/**
 * The names joined as in a sentence: a, b and c; with `most` and the count of the rest. Where one of
 * them has a comma of its own, semicolons keep them apart: a, b; c; and 2 more.
 */
export function listInWords(names: readonly string[], most = 4): string {
  const shown = names.slice(0, most);
  const rest = names.length - shown.length;
  if (names.some((name) => name.includes(','))) {
    return [...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].join('; ');
  }
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

/** “Amazon Web Services, Ireland”; the provider alone where its pool has no other name. */
export function poolInWords({ plan }: Run, pool: number): string {
  const { pools, providers } = plan.world;
  const provider = providers.names[pools.providerOfPool[pool] ?? 0] ?? '';
  const title = pools.titles[pool] ?? '';
  return title === provider ? provider : `${provider}, ${title}`;
}

export type ServiceState = 'works' | 'hit' | 'down';

/** What makes a service hit, and what down, in the words of a sentence. */
export const HIT_LOSS = `${100 * HIT_SHARE} %`;
export const DOWN_LOSS = DOWN_SHARE === 0.5 ? 'half' : `${100 * DOWN_SHARE} %`;

/** What has become of a service that loses this share of its sessions. */
export function stateOfLoss(lost: number): ServiceState {
  if (lost >= DOWN_SHARE) return 'down';
  return lost >= HIT_SHARE ? 'hit' : 'works';
}
