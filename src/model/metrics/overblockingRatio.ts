// Sessions of others lost for each session of the target that was stopped.
import { BYSTANDERS, lostInRow, type Metric, meanOverRows, ratio, TARGET } from './metric.ts';

export const overblockingRatio: Metric = {
  id: 'overblockingRatio',
  title: 'Others lost per target session stopped',
  help: 'Sessions of other services lost for each session of the target that failed; 0 when none failed.',
  unit: 'ratio',
  at(tally, tick) {
    const row = tally.rowOfTick[tick] as number;
    return ratio(lostInRow(tally, row, BYSTANDERS), lostInRow(tally, row, TARGET));
  },
  total: (tally) =>
    ratio(
      meanOverRows(tally, (row) => lostInRow(tally, row, BYSTANDERS)),
      meanOverRows(tally, (row) => lostInRow(tally, row, TARGET)),
    ),
};
