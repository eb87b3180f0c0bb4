// The share of the target's sessions that were blocked and got through a tunnel.
import { fateInRow, ratio, rowMetric, TARGET } from './metric.ts';
import { SAVED } from './tally.ts';

export const targetTunnelled = rowMetric(
  {
    id: 'targetTunnelled',
    title: 'Target through tunnels',
    help: 'Share of the target’s sessions that were blocked and got through a VPN or proxy.',
    unit: 'share',
  },
  (tally, row) => ratio(fateInRow(tally, row, TARGET, SAVED), tally.roleDemand[TARGET] as number),
);
