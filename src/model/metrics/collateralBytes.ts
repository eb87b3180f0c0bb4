// Overblocking by bytes: video weighs more here than a payment.
import { BYSTANDERS, ratio, rowMetric } from './metric.ts';

export const collateralBytes = rowMetric(
  {
    id: 'collateralBytes',
    title: 'Everybody else hit, by bytes',
    help: 'Share of the bytes of all other services that is lost.',
    unit: 'share',
  },
  (tally, row) =>
    ratio(
      tally.roleLostBytesOfRow[2 * row + BYSTANDERS] as number,
      tally.roleBytes[BYSTANDERS] as number,
    ),
);
