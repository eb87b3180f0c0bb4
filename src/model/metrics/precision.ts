// Of all sessions that were stopped, the share that was the target's.
import { BYSTANDERS, lostInRow, type Metric, meanOverRows, ratio, TARGET } from './metric.ts';

export const precision: Metric = {
  id: 'precision',
  title: 'Precision',
  help: 'Of all sessions that failed, the share that was the target’s; 0 when none failed.',
  unit: 'share',
  at(tally, tick) {
    const row = tally.rowOfTick[tick] as number;
    const hit = lostInRow(tally, row, TARGET);
    return ratio(hit, hit + lostInRow(tally, row, BYSTANDERS));
  },
  total(tally) {
    const hit = meanOverRows(tally, (row) => lostInRow(tally, row, TARGET));
    return ratio(hit, hit + meanOverRows(tally, (row) => lostInRow(tally, row, BYSTANDERS)));
  },
};
