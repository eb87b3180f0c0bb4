// The register of metrics: one line each.
import { collateral } from './collateral.ts';
import { collateralBytes } from './collateralBytes.ts';
import { collateralUserHours } from './collateralUserHours.ts';
import { listEntries } from './listEntries.ts';
import { listedAddresses } from './listedAddresses.ts';
import { listedPeak } from './listedPeak.ts';
import type { Metric } from './metric.ts';
import { overblockingRatio } from './overblockingRatio.ts';
import { precision } from './precision.ts';
import { servicesDown } from './servicesDown.ts';
import { servicesHit } from './servicesHit.ts';
import { targetBlocked } from './targetBlocked.ts';

export const metrics: readonly Metric[] = [
  targetBlocked,
  collateral,
  collateralBytes,
  collateralUserHours,
  overblockingRatio,
  precision,
  servicesHit,
  servicesDown,
  listedAddresses,
  listedPeak,
  listEntries,
];
