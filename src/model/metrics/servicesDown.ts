// Named services that lose at least half of their sessions.
import { affectedMetric } from './servicesAffected.ts';
import { DOWN_SHARE } from './tally.ts';

export const servicesDown = affectedMetric(
  {
    id: 'servicesDown',
    title: 'Services down',
    help: 'Named services other than the target that lose at least half of their sessions; over a run, at any time.',
  },
  DOWN_SHARE,
);
