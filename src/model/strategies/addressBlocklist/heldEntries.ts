// What one list holds, published or not: a strategy that pauses takes all off the list and keeps what it knew.
import type { Prefix } from '../../net/prefix.ts';
import type { Listing, ListingLog } from '../listingLog.ts';

export interface HeldEntry extends Prefix {
  /** Its number in the log; undefined while the strategy pauses. */
  published: number | undefined;
  /** Ticks in a row for which the complaints about it have been too many. */
  pressedTicks: number;
  /** Complaints have been too many for long enough: the next release takes it off. */
  isGivenUp: boolean;
}

export interface HeldEntries {
  readonly entries: ReadonlySet<HeldEntry>;
  /** Publishes the entry, or only keeps it in mind while the strategy pauses. */
  add(prefix: Prefix, tick: number, log: ListingLog): HeldEntry;
  /** Takes an entry off for good; one that is off stays as it is. */
  remove(entry: HeldEntry, tick: number, log: ListingLog, why?: Listing['why']): void;
  /** Withdraws all entries when a pause begins, and publishes those still held when it ends. */
  putInForce(inForce: boolean, tick: number, log: ListingLog): void;
}

/** @param strategy position in the stack of the strategy whose entries they are */
export function holdEntries(strategy: number): HeldEntries {
  const entries = new Set<HeldEntry>();
  let isInForce = false;
  const publish = (entry: HeldEntry, tick: number, log: ListingLog) => {
    entry.published = log.list(entry.first, entry.last, tick, strategy);
  };
  const withdraw = (entry: HeldEntry, tick: number, log: ListingLog, why?: Listing['why']) => {
    if (entry.published !== undefined) log.unlist(entry.published, tick, why);
    entry.published = undefined;
    entry.pressedTicks = 0;
  };
  return {
    entries,
    add({ first, last }, tick, log) {
      const entry: HeldEntry = {
        first,
        last,
        published: undefined,
        pressedTicks: 0,
        isGivenUp: false,
      };
      entries.add(entry);
      if (isInForce) publish(entry, tick, log);
      return entry;
    },
    remove(entry, tick, log, why) {
      withdraw(entry, tick, log, why);
      entries.delete(entry);
    },
    putInForce(inForce, tick, log) {
      if (inForce === isInForce) return;
      isInForce = inForce;
      for (const entry of entries) (inForce ? publish : withdraw)(entry, tick, log);
    },
  };
}
