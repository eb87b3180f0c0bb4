// What can be counted of a run: the interface of a metric.
import { FATES, type Fate, GONE, type Tally } from './tally.ts';

/** A plug-in: one file, and one line in index.ts. */
export interface Metric {
  readonly id: string;
  readonly title: string;
  /** One plain sentence for people. */
  readonly help: string;
  /** `share` is 0 … 1; the others are plain numbers. */
  readonly unit:
    | 'share'
    | 'ratio'
    | 'addresses'
    | 'entries'
    | 'services'
    | 'sites'
    | 'hours'
    | 'currency';
  /** The value during one tick. */
  at(tally: Tally, tick: number): number;
  /** The value over the whole run. */
  total(tally: Tally): number;
}

/** What a figure is, whoever works it out. */
export type MetricAbout = Pick<Metric, 'id' | 'title' | 'help' | 'unit'>;

export const BYSTANDERS = 0;
export const TARGET = 1;
type Role = typeof BYSTANDERS | typeof TARGET;

/** Sessions a day of one role with one fate in a row. */
export function fateInRow(tally: Tally, row: number, role: Role, fate: Fate): number {
  return tally.roleFatesOfRow[(row * 2 + role) * FATES + fate] ?? 0;
}

/** Sessions a day of one role that do not get through in a row: lost to any strategy, or gone. */
export function lostInRow(tally: Tally, row: number, role: Role): number {
  const at = (row * 2 + role) * tally.strategies;
  let lost = fateInRow(tally, row, role, GONE);
  for (let s = 0; s < tally.strategies; s++) lost += tally.roleLostOfRow[at + s] as number;
  return lost;
}

/** Days' worth of traffic that each row stands for: the weight of a row in a total. */
export function daysOfRows(tally: Tally): Float64Array {
  const days = new Float64Array(tally.rows);
  for (let tick = 0; tick < tally.ticks; tick++) {
    const row = tally.rowOfTick[tick] as number;
    days[row] = (days[row] as number) + (tally.dayShareOfTick[tick] as number);
  }
  return days;
}

/** Mean over the run of a figure that each row has, weighted by traffic. */
export function meanOverRows(tally: Tally, ofRow: (row: number) => number): number {
  const days = daysOfRows(tally);
  let sum = 0;
  let weight = 0;
  days.forEach((share, row) => {
    sum += share * ofRow(row);
    weight += share;
  });
  return weight === 0 ? 0 : sum / weight;
}

/** A metric that is a mean of its rows: shares, and losses relative to the unblocked day. */
export function rowMetric(
  about: MetricAbout,
  ofRow: (tally: Tally, row: number) => number,
): Metric {
  return {
    ...about,
    at: (tally, tick) => ofRow(tally, tally.rowOfTick[tick] as number),
    total: (tally) => meanOverRows(tally, (row) => ofRow(tally, row)),
  };
}

/** Share of the sessions of one role that have one fate. */
export function fateMetric(
  about: Pick<Metric, 'id' | 'title' | 'help'>,
  role: Role,
  fate: Fate,
): Metric {
  return rowMetric({ ...about, unit: 'share' }, (tally, row) =>
    ratio(fateInRow(tally, row, role, fate), tally.roleDemand[role] as number),
  );
}

export function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
