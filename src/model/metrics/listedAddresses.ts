// How many addresses are on the list; nested entries count once.
import type { Metric } from './metric.ts';

export const listedAddresses: Metric = {
  id: 'listedAddresses',
  title: 'Addresses listed',
  help: 'Addresses on the list, nested entries once; over a run, at its end.',
  unit: 'addresses',
  at: (tally, tick) => tally.listedOfTick[tick] as number,
  total: (tally) => tally.listedOfTick[tally.ticks - 1] as number,
};
