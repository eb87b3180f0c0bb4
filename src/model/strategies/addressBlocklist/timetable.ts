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

/** When entries begin and end, and their places in the order of either. */
interface Hours {
  readonly fromTick: number;
  readonly untilTick: number;
  readonly entries: readonly DocumentedEntry[];
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

type Window = Pick<Hours, 'fromTick' | 'untilTick'>;

/** Replays entries at their own times, as far as those lie within the strategy's window. */
export function followTimetable(
  given: readonly DocumentedEntry[],
  window: Window,
  held: HeldEntries,
): Timetable {
  const { entries, start, end, starts, ends } = hoursOf(given, window);
  const heldOf = new Array<HeldEntry | undefined>(entries.length).fill(undefined);
  let started = 0;
  let ended = 0;
  return {
    end(tick, log) {
      for (; ended < ends.length && end[ends[ended]!]! <= tick; ended++) {
        const old = heldOf[ends[ended]!];
        if (old) held.remove(old, tick, log);
      }
    },
    begin(tick, log) {
      for (; started < starts.length && start[starts[started]!]! <= tick; started++) {
        const entry = starts[started]!;
        heldOf[entry] = held.add(entries[entry]!, tick, log);
      }
    },
  };
}

/** One document serves many seeds. */
const knownHours = new WeakMap<readonly DocumentedEntry[], Hours>();

function hoursOf(given: readonly DocumentedEntry[], { fromTick, untilTick }: Window): Hours {
  const known = knownHours.get(given);
  if (known?.fromTick === fromTick && known.untilTick === untilTick) return known;
  const startOf = (entry: DocumentedEntry) => Math.max(entry.fromTick, fromTick);
  const endOf = (entry: DocumentedEntry) => Math.min(entry.untilTick, untilTick);
  const entries = given.filter((entry) => startOf(entry) < endOf(entry));
  const start = Float64Array.from(entries, startOf);
  const end = Float64Array.from(entries, endOf);
  const order = { starts: risingOrder(start), ends: risingOrder(end) };
  const hours = { fromTick, untilTick, entries, start, end, ...order };
  knownHours.set(given, hours);
  return hours;
}

/** The places of the values from the least to the greatest; equal ones stay in their order. */
function risingOrder(values: Float64Array): Uint32Array {
  return Uint32Array.from(values.keys()).sort((a, b) => values[a]! - values[b]! || a - b);
}
