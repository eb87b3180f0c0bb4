// Which addresses, placements and pools the lists cover, version by version. A list change touches
// only what lies behind the prefixes that changed: intervals are compared, never addresses asked one by one.
import { emptySet, type PrefixSet, setOfPrefixes } from '../net/prefixSet.ts';
import { difference, union } from '../net/setAlgebra.ts';
import { firstEndingAtOrAfter } from '../net/setQueries.ts';
import { type Listing, type ListingLog, listedAt } from '../strategies/listingLog.ts';
import { allTriesFail } from '../world/hypergeometric.ts';
import type { PlacedWorld } from '../world/placeServices.ts';
import type { World } from '../world/world.ts';

/**
 * The lists of a stack, seen as nested levels: level j holds the lists 0 … j, and one further level
 * holds each later list alone ("what would it have taken by itself?").
 */
export interface ListLevels {
  readonly lists: number;
  readonly levels: number;
  holds(level: number, list: number): boolean;
  /** The level that holds one list alone. */
  readonly aloneLevelOfList: Uint32Array;
}

export function listLevels(lists: number): ListLevels {
  return {
    lists,
    levels: lists === 0 ? 0 : 2 * lists - 1,
    holds: (level, list) => (level < lists ? list <= level : list === level - lists + 1),
    aloneLevelOfList: Uint32Array.from({ length: lists }, (_, list) =>
      list === 0 ? 0 : lists + list - 1,
    ),
  };
}

/** One published state of the lists, and what changed with it. */
export interface ListVersion {
  readonly tick: number;
  readonly sets: readonly PrefixSet[];
  readonly shrinks: boolean;
  /** The entries added, by level; what was listed before may be among them. */
  readonly grown: readonly (PrefixSet | undefined)[];
  /** Fixed placements whose blocked share changed, and the new share by level. */
  readonly placements: readonly number[];
  readonly failShare: readonly number[];
}

export interface AddressLevels {
  readonly listLevels: ListLevels;
  readonly versions: ListVersion[];
  /** Blocked addresses of each fixed placement by level, at level · placements + placement. */
  readonly blockedOfPlacement: Uint32Array;
  /** Listed addresses of each pool by level, at level · pools + pool. */
  readonly listedOfPool: Float64Array;
  readonly spreadPlacementOfPool: Int32Array;
  readonly isDirty: Uint8Array;
}

export function createAddressLevels(world: World, levels: ListLevels): AddressLevels {
  const pools = world.pools.ids.length;
  const spreadPlacementOfPool = new Int32Array(pools).fill(-1);
  for (let p = 0; p < world.placements.count; p++) {
    if (world.placements.isSpreadOfPlacement[p]) {
      spreadPlacementOfPool[world.placements.poolOfPlacement[p]!] = p;
    }
  }
  const sets = Array.from({ length: levels.levels }, () => emptySet);
  return {
    listLevels: levels,
    versions: [
      {
        tick: -1,
        sets,
        shrinks: false,
        grown: [],
        placements: [],
        failShare: [],
      },
    ],
    blockedOfPlacement: new Uint32Array(levels.levels * world.placements.count),
    listedOfPool: new Float64Array(levels.levels * pools),
    spreadPlacementOfPool,
    isDirty: new Uint8Array(world.placements.count),
  };
}

/** The newest published sets, one a level. */
export function publishedSets(state: AddressLevels): readonly PrefixSet[] {
  return state.versions.at(-1)!.sets;
}

/**
 * Takes in the entries that came and went at `tick`, if any. `listOfStrategy` maps a position in the stack
 * to the number of its list.
 */
export function publishVersion(
  state: AddressLevels,
  world: World,
  placed: PlacedWorld,
  log: ListingLog,
  tick: number,
  listOfStrategy: Int32Array,
): void {
  const changes = log.takeChanges();
  if (changes.added.length + changes.removed.length === 0) return;
  const before = publishedSets(state);
  const dirty: number[] = [];
  const grown: (PrefixSet | undefined)[] = [];
  const sets = before.map((old, level) => {
    const holds = (entry: Listing) =>
      state.listLevels.holds(level, listOfStrategy[entry.strategy]!);
    const added = changes.added.filter(holds);
    const removed = changes.removed.some(holds);
    if (!removed && added.length === 0) return old;
    if (!removed) {
      const put = setOfPrefixes(added);
      grown[level] = put;
      markNew(state, world, placed, level, put, old, dirty);
      return union(old, put);
    }
    const fresh = listedAt(log.entries, tick, holds);
    markNew(state, world, placed, level, fresh, old, dirty);
    const gone = difference(old, fresh);
    for (let i = 0; i < gone.first.length; i++) {
      mark(state, world, placed, level, gone.first[i]!, gone.last[i]!, -1, dirty);
    }
    return fresh;
  });
  const shrinks = changes.removed.length > 0;
  state.versions.push({ tick, sets, shrinks, grown, ...shares(state, world, dirty) });
}

/** Counts what is listed in `fresh` and was not in `old`; a few new intervals need no new set for that. */
function markNew(
  state: AddressLevels,
  world: World,
  placed: PlacedWorld,
  level: number,
  fresh: PrefixSet,
  old: PrefixSet,
  dirty: number[],
): void {
  for (let i = 0; i < fresh.first.length; i++) {
    const last = fresh.last[i]!;
    let from = fresh.first[i]!;
    let at = firstEndingAtOrAfter(old.last, from);
    for (; at < old.first.length && old.first[at]! <= last; at++) {
      if (from < old.first[at]!) {
        mark(state, world, placed, level, from, old.first[at]! - 1, 1, dirty);
      }
      from = old.last[at]! + 1;
    }
    if (from <= last) mark(state, world, placed, level, from, last, 1, dirty);
  }
}

/** Counts a change of coverage, first … last, into the placements and pools behind it. */
function mark(
  state: AddressLevels,
  world: World,
  placed: PlacedWorld,
  level: number,
  first: number,
  last: number,
  sign: 1 | -1,
  dirty: number[],
): void {
  const { pools, placements } = world;
  const { address, placementOfAddress } = placed;
  for (let a = lowerBound(address, first); a < address.length && address[a]! <= last; a++) {
    const placement = placementOfAddress[a]!;
    state.blockedOfPlacement[level * placements.count + placement]! += sign;
    touch(state, placement, dirty);
  }
  const ranges = pools.rangeLast.length;
  for (
    let r = firstEndingAtOrAfter(pools.rangeLast, first);
    r < ranges && pools.rangeFirst[r]! <= last;
    r++
  ) {
    const pool = pools.poolOfRange[r]!;
    const overlap = Math.min(last, pools.rangeLast[r]!) - Math.max(first, pools.rangeFirst[r]!) + 1;
    state.listedOfPool[level * pools.ids.length + pool]! += sign * overlap;
    if (state.spreadPlacementOfPool[pool]! >= 0) {
      touch(state, state.spreadPlacementOfPool[pool]!, dirty);
    }
  }
}

function touch(state: AddressLevels, placement: number, dirty: number[]): void {
  if (state.isDirty[placement]) return;
  state.isDirty[placement] = 1;
  dirty.push(placement);
}

/** The share of clients that fail at each placement that was touched, by level. */
function shares(state: AddressLevels, world: World, dirty: readonly number[]) {
  const { placements, profiles, pools } = world;
  const levels = state.listLevels.levels;
  const failShare: number[] = [];
  for (const p of dirty) {
    state.isDirty[p] = 0;
    const pool = placements.poolOfPlacement[p]!;
    const tries = profiles.triesOfProfile[placements.profileOfPlacement[p]!]!;
    for (let level = 0; level < levels; level++) {
      failShare.push(
        placements.isSpreadOfPlacement[p]
          ? state.listedOfPool[level * pools.ids.length + pool]! / pools.addressesOfPool[pool]!
          : allTriesFail(
              state.blockedOfPlacement[level * placements.count + p]!,
              placements.addressesOfPlacement[p]!,
              tries,
            ),
      );
    }
  }
  return { placements: dirty, failShare };
}

function lowerBound(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
