// The share of the target's sessions whose users have left it; some of them may return.
import { fateInRow, ratio, rowMetric, TARGET } from './metric.ts';
import { GONE } from './tally.ts';

export const targetLeft = rowMetric(
  {
    id: 'targetLeft',
    title: 'Target’s users who left',
    help: 'Share of the target’s sessions whose users have gone to other services; part of what is stopped.',
    unit: 'share',
  },
  (tally, row) => ratio(fateInRow(tally, row, TARGET, GONE), tally.roleDemand[TARGET] as number),
);
