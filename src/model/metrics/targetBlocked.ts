// The share of the target's sessions that fail.
import { lostInRow, ratio, rowMetric, TARGET } from './metric.ts';

export const targetBlocked = rowMetric(
  {
    id: 'targetBlocked',
    title: 'Target stopped',
    help: 'Share of the target’s sessions that fail, or whose users have left.',
    unit: 'share',
  },
  (tally, row) => ratio(lostInRow(tally, row, TARGET), tally.roleDemand[TARGET] as number),
);
