// Counts one tick, and writes a row if anything changed.
import { appendRow } from '../metrics/tally.ts';
import { bringUpToDate, isDirty } from './bringUpToDate.ts';
import type { RunState } from './runState.ts';

export function countHour(state: RunState, tick: number): void {
  const { tally, rowOfLoad } = state;
  if (isDirty(state)) rowOfLoad.clear();
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
