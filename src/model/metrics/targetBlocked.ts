// The share of the target's sessions that fail.
import { lostInRow, ratio, rowMetric, sumOfRole, TARGET } from './metric.ts';

export const targetBlocked = rowMetric(
  {
    id: 'targetBlocked',
    title: 'Target stopped',
    help: 'Share of the target’s sessions that fail.',
    unit: 'share',
  },
  (tally, row) =>
    ratio(
      lostInRow(tally, row, TARGET),
      sumOfRole(tally, TARGET, (service) => tally.demandOfService[service] as number),
    ),
);
