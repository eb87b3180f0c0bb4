// Counts one tick, and writes a row if anything changed.
import { appendRow } from '../metrics/tally.ts';
import { bringUpToDate } from './bringUpToDate.ts';
import type { RunState } from './runState.ts';

export function countHour(state: RunState, tick: number): void {
  const { dirty, staleLooks, people, tally, rowOfLoad } = state;
  const isDirty = dirty.cells.count + dirty.bundles.count + staleLooks.size > 0;
  if (isDirty || people.moved) rowOfLoad.clear();
  let row = rowOfLoad.get(state.loadKey);
  if (row === undefined) {
    bringUpToDate(state);
    row = appendRow(tally, state.losses);
    rowOfLoad.set(state.loadKey, row);
  }
  tally.rowOfTick[tick] = row;
  tally.listedOfTick[tick] = state.levels.listed;
  tally.entriesOfTick[tick] = state.log.openEntries;
  tally.sitesListedOfTick[tick] = state.levels.sitesListed;
  tally.migratedOfTick[tick] = state.migrated.size;
}
