// Overblocking by bytes: video weighs more here than a payment.
import { BYSTANDERS, ratio, rowMetric, sumOfRole } from './metric.ts';

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
      sumOfRole(tally, BYSTANDERS, (service) => tally.bytesOfService[service] as number),
    ),
);
