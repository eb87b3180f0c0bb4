// Overblocking: the share of everybody else's sessions that fail.
import { BYSTANDERS, lostInRow, ratio, rowMetric } from './metric.ts';

export const collateral = rowMetric(
  {
    id: 'collateral',
    title: 'Everybody else hit',
    help: 'Share of the sessions of all other services that fail (overblocking).',
    unit: 'share',
  },
  (tally, row) => ratio(lostInRow(tally, row, BYSTANDERS), tally.roleDemand[BYSTANDERS] as number),
);
