// The register of metrics: one line each.
import { collateral } from './collateral.ts';
import { collateralByNeed } from './collateralByNeed.ts';
import { collateralBytes } from './collateralBytes.ts';
import { collateralUserHours } from './collateralUserHours.ts';
import { listEntries } from './listEntries.ts';
import { listedAddresses } from './listedAddresses.ts';
import { listedPeak } from './listedPeak.ts';
import type { Metric } from './metric.ts';
import { overblockingRatio } from './overblockingRatio.ts';
import { precision } from './precision.ts';
import { type ServiceMetric, serviceBrought, serviceLeft, serviceLost } from './serviceMetric.ts';
import { servicesDown } from './servicesDown.ts';
import { servicesHit } from './servicesHit.ts';
import { servicesMigrated } from './servicesMigrated.ts';
import { sitesListed } from './sitesListed.ts';
import { targetBlocked } from './targetBlocked.ts';
import { targetLeft } from './targetLeft.ts';
import { targetTunnelled } from './targetTunnelled.ts';

export const metrics: readonly Metric[] = [
  targetBlocked,
  collateral,
  collateralBytes,
  collateralUserHours,
  overblockingRatio,
  precision,
  servicesHit,
  servicesDown,
  servicesMigrated,
  collateralByNeed,
  targetLeft,
  targetTunnelled,
  listedAddresses,
  listedPeak,
  listEntries,
  sitesListed,
];

/** Of one service each. */
export const serviceMetrics: readonly ServiceMetric[] = [serviceLost, serviceLeft, serviceBrought];
