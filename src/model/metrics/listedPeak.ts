// The longest that the list was, in addresses.
import type { Metric } from './metric.ts';

export const listedPeak: Metric = {
  id: 'listedPeak',
  title: 'Most addresses listed',
  help: 'The largest number of addresses on the list up to now.',
  unit: 'addresses',
  at: (tally, tick) => largest(tally.listedOfTick.subarray(0, tick + 1)),
  total: (tally) => largest(tally.listedOfTick),
};

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}
