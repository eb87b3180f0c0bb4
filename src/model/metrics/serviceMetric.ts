// What can be counted of one service: the interface, and how a share of its sessions becomes one.
import { meanOverRows, ratio } from './metric.ts';
import { BROUGHT, fateOf, GONE, lostShare, type Tally } from './tally.ts';

/** Shares of the sessions of one service, 0 … 1; what rivals bring may be more than 1. */
export interface ServiceMetric {
  readonly id: string;
  readonly title: string;
  readonly unit: 'share';
  at(tally: Tally, tick: number, service: number): number;
  /** The value over the whole run. */
  total(tally: Tally, service: number): number;
}

type OfRow = (tally: Tally, row: number, service: number) => number;

function ofRows(id: string, title: string, ofRow: OfRow): ServiceMetric {
  return {
    id,
    title,
    unit: 'share',
    at: (tally, tick, service) => ofRow(tally, tally.rowOfTick[tick] as number, service),
    total: (tally, service) => meanOverRows(tally, (row) => ofRow(tally, row, service)),
  };
}

function fateShare(fate: typeof GONE | typeof BROUGHT): OfRow {
  return (tally, row, service) =>
    ratio(fateOf(tally, row, service, fate), tally.demandOfService[service] as number);
}

export const serviceLost = ofRows(
  'serviceLost',
  'Share of the service that does not get through',
  lostShare,
);
export const serviceLeft = ofRows(
  'serviceLeft',
  'Share of the service whose users have left',
  fateShare(GONE),
);
export const serviceBrought = ofRows(
  'serviceBrought',
  'What others’ users bring the service',
  fateShare(BROUGHT),
);
