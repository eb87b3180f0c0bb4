// Sessions of others that were lost although nothing of their own was touched.
import { BYSTANDERS, fateInRow, ratio, rowMetric } from './metric.ts';
import { THROUGH_NEED } from './tally.ts';

export const collateralByNeed = rowMetric(
  {
    id: 'collateralByNeed',
    title: 'Everybody else hit through what they need',
    help: 'Share of the sessions of all other services that fail because a captcha, push service or the like does; part of everybody else hit.',
    unit: 'share',
  },
  (tally, row) =>
    ratio(fateInRow(tally, row, BYSTANDERS, THROUGH_NEED), tally.roleDemand[BYSTANDERS] as number),
);
