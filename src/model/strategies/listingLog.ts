// The register as it grows: an append-only log of entries. Scrubbing through time is a filter.
import { type PrefixSet, prefixSet } from '../net/prefixSet.ts';

export const STILL_LISTED = Number.POSITIVE_INFINITY;

/** One entry of a list: the interval first … last, listed from `fromTick` until before `untilTick`. */
export interface Listing {
  readonly first: number;
  readonly last: number;
  readonly fromTick: number;
  readonly untilTick: number;
  /** Position in the stack of the strategy whose entry it is. */
  readonly strategy: number;
  /** Why it came off, where that is not what was written down beforehand. */
  readonly why?: 'complaints';
}

/** What came and went since the last look. */
export interface ListingChanges {
  readonly added: readonly Listing[];
  readonly removed: readonly Listing[];
}

export interface ListingLog {
  readonly entries: readonly Listing[];
  /** How many entries are on the list now, nested ones too. */
  readonly openEntries: number;
  /** The changes since the last call. */
  takeChanges(): ListingChanges;
  /** Adds an entry; returns its number, by which it can be closed. */
  list(first: number, last: number, tick: number, strategy: number): number;
  /** Takes an entry off the list from `tick` on; one that is off stays as it is. */
  unlist(entry: number, tick: number, why?: Listing['why']): void;
}

export function createListingLog(): ListingLog {
  const entries: Listing[] = [];
  let added: Listing[] = [];
  let removed: Listing[] = [];
  let open = 0;
  return {
    entries,
    get openEntries() {
      return open;
    },
    takeChanges() {
      const changes = { added, removed };
      added = [];
      removed = [];
      return changes;
    },
    list(first, last, fromTick, strategy) {
      const entry = { first, last, fromTick, untilTick: STILL_LISTED, strategy };
      added.push(entry);
      open++;
      return entries.push(entry) - 1;
    },
    unlist(entry, tick, why) {
      const listing = entries[entry];
      if (listing === undefined || listing.untilTick !== STILL_LISTED) return;
      entries[entry] = { ...listing, untilTick: tick, ...(why && { why }) };
      removed.push(listing);
      open--;
    },
  };
}

/** Is the entry on the list during `tick`? */
export function isListedAt(listing: Listing, tick: number): boolean {
  return listing.fromTick <= tick && tick < listing.untilTick;
}

/** The addresses listed during `tick`, nested entries once; `only` narrows to some entries. */
export function listedAt(
  entries: readonly Listing[],
  tick: number,
  only: (listing: Listing) => boolean = () => true,
): PrefixSet {
  const open = entries.filter((listing) => isListedAt(listing, tick) && only(listing));
  return prefixSet(
    open.map((listing) => listing.first),
    open.map((listing) => listing.last),
  );
}
