// The share of the target's sessions that were blocked and got through a tunnel.
import { fateMetric, TARGET } from './metric.ts';
import { SAVED } from './tally.ts';

export const targetTunnelled = fateMetric(
  {
    id: 'targetTunnelled',
    title: 'Target through tunnels',
    help: 'Share of the target’s sessions that were blocked and got through a VPN or proxy.',
  },
  TARGET,
  SAVED,
);
