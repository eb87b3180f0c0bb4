// How many sites of long tails lie in listed ranges: what the published counts of sites are held against.
import type { Metric } from './metric.ts';

export const sitesListed: Metric = {
  id: 'sitesListed',
  title: 'Sites in listed ranges',
  help: 'Sites of the long tails, as many of each pool as the share of it that is listed; over a run, at its end.',
  unit: 'sites',
  at: (tally, tick) => tally.sitesListedOfTick[tick] as number,
  total: (tally) => tally.sitesListedOfTick[tally.ticks - 1] as number,
};
