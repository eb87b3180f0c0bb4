// The share of the target's sessions whose users have left it; some of them may return.
import { fateMetric, TARGET } from './metric.ts';
import { GONE } from './tally.ts';

export const targetLeft = fateMetric(
  {
    id: 'targetLeft',
    title: 'Target’s users who left',
    help: 'Share of the target’s sessions whose users have gone to other services; part of what is stopped.',
  },
  TARGET,
  GONE,
);
