// How many entries the list has; nested ones count each.
import type { Metric } from './metric.ts';

export const listEntries: Metric = {
  id: 'listEntries',
  title: 'Entries on the list',
  help: 'Entries on the list, nested ones too; over a run, at its end.',
  unit: 'entries',
  at: (tally, tick) => tally.entriesOfTick[tick] as number,
  total: (tally) => tally.entriesOfTick[tally.ticks - 1] as number,
};
