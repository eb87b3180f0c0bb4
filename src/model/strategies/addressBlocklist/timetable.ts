// Entries whose times are given beforehand, by a document or as a mistake that was put right: replayed.
import type { ListingLog } from '../listingLog.ts';
import type { DocumentedEntry } from '../strategy.ts';
import type { HeldEntries, HeldEntry } from './heldEntries.ts';

export interface Timetable {
  /** Takes off what is over at `tick`. */
  end(tick: number, log: ListingLog): void;
  /** Adds what begins at `tick`. */
  begin(tick: number, log: ListingLog): void;
}

/** Replays entries at their own times, as far as those lie within the strategy's window. */
export function followTimetable(
  given: readonly DocumentedEntry[],
  window: { readonly fromTick: number; readonly untilTick: number },
  held: HeldEntries,
): Timetable {
  const startOf = (entry: DocumentedEntry) => Math.max(entry.fromTick, window.fromTick);
  const endOf = (entry: DocumentedEntry) => Math.min(entry.untilTick, window.untilTick);
  const entries = given.filter((entry) => startOf(entry) < endOf(entry));
  const starts = entries.toSorted((a, b) => startOf(a) - startOf(b));
  const ends = entries.toSorted((a, b) => endOf(a) - endOf(b));
  const heldOf = new Map<DocumentedEntry, HeldEntry>();
  let started = 0;
  let ended = 0;
  return {
    end(tick, log) {
      for (let entry = ends[ended]; entry && endOf(entry) <= tick; entry = ends[++ended]) {
        const old = heldOf.get(entry);
        if (old) held.remove(old, tick, log);
      }
    },
    begin(tick, log) {
      for (
        let entry = starts[started];
        entry && startOf(entry) <= tick;
        entry = starts[++started]
      ) {
        heldOf.set(entry, held.add(entry, tick, log));
      }
    },
  };
}
