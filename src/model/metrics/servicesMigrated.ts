// How many services have moved to another pool because they were hit.
import type { Metric } from './metric.ts';

export const servicesMigrated: Metric = {
  id: 'servicesMigrated',
  title: 'Services that moved away',
  help: 'Services that have moved to another provider because they were hit, up to now.',
  unit: 'services',
  at: (tally, tick) => tally.migratedOfTick[tick] as number,
  total: (tally) => tally.migratedOfTick[tally.ticks - 1] ?? 0,
};
