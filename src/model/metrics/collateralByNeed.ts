// Sessions of others that were lost although nothing of their own was touched.
import { BYSTANDERS, fateMetric } from './metric.ts';
import { THROUGH_NEED } from './tally.ts';

export const collateralByNeed = fateMetric(
  {
    id: 'collateralByNeed',
    title: 'Everybody else hit through what they need',
    help: 'Share of the sessions of all other services that fail because a captcha, push service or the like does; part of everybody else hit.',
  },
  BYSTANDERS,
  THROUGH_NEED,
);
