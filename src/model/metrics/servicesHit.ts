// Named services that lose at least 5 % of their sessions.
import { affectedMetric } from './servicesAffected.ts';
import { HIT_SHARE } from './tally.ts';

export const servicesHit = affectedMetric(
  {
    id: 'servicesHit',
    title: 'Services hit',
    help: 'Named services other than the target that lose at least 5 % of their sessions; over a run, at any time.',
  },
  HIT_SHARE,
);
