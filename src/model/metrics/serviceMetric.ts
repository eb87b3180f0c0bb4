// What can be counted of one service: the interface, and how a share of its sessions becomes one.
import { ratio } from './metric.ts';
import { BROUGHT, fateOf, GONE, lostShare, type Tally } from './tally.ts';

/** Relative to the demand of one service; `share` is 0 … 1, what rivals bring may be many times as much. */
export interface ServiceMetric {
  readonly id: string;
  readonly title: string;
  readonly unit: 'share' | 'ratio';
  at(tally: Tally, tick: number, service: number): number;
}

type OfRow = (tally: Tally, row: number, service: number) => number;

function ofRows(about: Pick<ServiceMetric, 'id' | 'title' | 'unit'>, ofRow: OfRow): ServiceMetric {
  return {
    ...about,
    at: (tally, tick, service) => ofRow(tally, tally.rowOfTick[tick] as number, service),
  };
}

function fateShare(fate: typeof GONE | typeof BROUGHT): OfRow {
  return (tally, row, service) =>
    ratio(fateOf(tally, row, service, fate), tally.demandOfService[service] as number);
}

export const serviceLost = ofRows(
  { id: 'serviceLost', title: 'Share of the service that does not get through', unit: 'share' },
  lostShare,
);
export const serviceLeft = ofRows(
  { id: 'serviceLeft', title: 'Share of the service whose users have left', unit: 'share' },
  fateShare(GONE),
);
export const serviceBrought = ofRows(
  {
    id: 'serviceBrought',
    title: 'What others’ users bring the service, by its own demand',
    unit: 'ratio',
  },
  fateShare(BROUGHT),
);
