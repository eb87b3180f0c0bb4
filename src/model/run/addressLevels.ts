// Which addresses, placements and pools the lists cover, version by version. A list change touches
// only what lies behind the prefixes that changed: intervals are compared, never addresses asked one by one.
import { emptySet, type PrefixSet } from '../net/prefixSet.ts';
import { difference, union } from '../net/setAlgebra.ts';
import { countAddresses, firstEndingAtOrAfter } from '../net/setQueries.ts';
import type { Listing, ListingLog } from '../strategies/listingLog.ts';
import { allTriesFail } from '../world/hypergeometric.ts';
import type { PlacedWorld } from '../world/placeServices.ts';
import type { World } from '../world/world.ts';
import { newlyListed, noLongerListed } from './listChanges.ts';
import type { ListLevels } from './listLevels.ts';
import { addEntries, type OpenEntries, openEntries, removeEntries } from './openEntries.ts';

/** One published change of the lists. What was listed at it follows from what came and went since. */
export interface ListVersion {
  readonly tick: number;
  /** What came to be listed and what no longer is, by level; undefined where nothing. */
  readonly came: readonly (PrefixSet | undefined)[];
  readonly went: readonly (PrefixSet | undefined)[];
  /** Fixed placements whose blocked share changed, and the new share by level. */
  readonly placements: Uint32Array;
  readonly failShare: readonly number[];
  /** Of the clients that find an address that answers, the share at one that a list hampers; by hamper. */
  readonly hamperedShare: readonly number[];
  /** Open entries of each list, nested ones too. */
  readonly entriesOfList: readonly number[];
}

export interface AddressLevels {
  readonly listLevels: ListLevels;
  /** The newest published sets, one a level. */
  readonly sets: PrefixSet[];
  /** By number. Those that every network has applied are emptied. */
  readonly versions: ListVersion[];
  /** How many versions have been emptied. */
  emptied: number;
  /** Listed addresses, all lists together. */
  listed: number;
  /** Sites of long tails in what is listed, as many of each pool as its listed share. */
  sitesListed: number;
  readonly openOfList: readonly OpenEntries[];
  /** How many entries of each list are open. */
  readonly entriesOfList: Uint32Array;
  /** Blocked addresses of each fixed placement by level, at level · placements + placement. */
  readonly blockedOfPlacement: Uint32Array;
  /** Listed addresses of each pool by level, at level · pools + pool. */
  readonly listedOfPool: Float64Array;
  readonly spreadPlacementOfPool: Int32Array;
  readonly isDirty: Uint8Array;
}

const noChange: ListVersion = {
  tick: -1,
  came: [],
  went: [],
  placements: new Uint32Array(0),
  failShare: [],
  hamperedShare: [],
  entriesOfList: [],
};

export function createAddressLevels(world: World, levels: ListLevels): AddressLevels {
  const pools = world.pools.ids.length;
  const spreadPlacementOfPool = new Int32Array(pools).fill(-1);
  for (let p = 0; p < world.placements.count; p++) {
    if (world.placements.isSpreadOfPlacement[p]) {
      spreadPlacementOfPool[world.placements.poolOfPlacement[p]!] = p;
    }
  }
  return {
    listLevels: levels,
    sets: Array.from({ length: levels.levels }, () => emptySet),
    versions: [noChange],
    emptied: 0,
    listed: 0,
    sitesListed: 0,
    openOfList: Array.from({ length: levels.lists }, openEntries),
    entriesOfList: new Uint32Array(levels.lists),
    blockedOfPlacement: new Uint32Array(levels.levels * world.placements.count),
    listedOfPool: new Float64Array(levels.levels * pools),
    spreadPlacementOfPool,
    isDirty: new Uint8Array(world.placements.count),
  };
}

/** What all lists together hold; undefined when there is no list. */
export function publishedSet({ sets, listLevels }: AddressLevels): PrefixSet | undefined {
  return sets[listLevels.lists - 1];
}

/** Empties the versions up to one that every network has applied: nobody asks for them any more. */
export function emptyVersions(state: AddressLevels, upTo: number): void {
  for (; state.emptied <= upTo; state.emptied++) state.versions[state.emptied] = noChange;
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
  const { listLevels, openOfList } = state;
  openOfList.forEach((open, list) => {
    const isOwn = ({ strategy }: Listing) => listOfStrategy[strategy] === list;
    const added = changes.added.filter(isOwn);
    const removed = changes.removed.filter(isOwn);
    addEntries(open, added);
    removeEntries(open, removed);
    state.entriesOfList[list]! += added.length - removed.length;
  });
  const came: (PrefixSet | undefined)[] = [];
  const went: (PrefixSet | undefined)[] = [];
  const dirty: number[] = [];
  for (let level = 0; level < listLevels.levels; level++) {
    const isHeld = ({ strategy }: Listing) => listLevels.holds(level, listOfStrategy[strategy]!);
    const open = openOfList.filter((_, list) => listLevels.holds(level, list));
    const old = state.sets[level]!;
    const on = newlyListed(changes.added.filter(isHeld), old);
    const off = noLongerListed(changes.removed.filter(isHeld), open);
    markAll(state, world, placed, level, on, 1, dirty);
    markAll(state, world, placed, level, off, -1, dirty);
    if (on.first.length > 0) came[level] = on;
    if (off.first.length > 0) went[level] = off;
    state.sets[level] = difference(union(old, on), off);
    if (level === listLevels.lists - 1) state.listed += countAddresses(on) - countAddresses(off);
  }
  state.sitesListed = countSites(state, world);
  const entriesOfList = Array.from(state.entriesOfList);
  state.versions.push({ tick, came, went, entriesOfList, ...shares(state, world, dirty) });
}

function markAll(
  state: AddressLevels,
  world: World,
  placed: PlacedWorld,
  level: number,
  changed: PrefixSet,
  sign: 1 | -1,
  dirty: number[],
): void {
  for (let i = 0; i < changed.first.length; i++) {
    mark(state, world, placed, level, changed.first[i]!, changed.last[i]!, sign, dirty);
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
  // An address is an interval that ends where it begins.
  for (
    let a = firstEndingAtOrAfter(address, first);
    a < address.length && address[a]! <= last;
    a++
  ) {
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

/** Added up anew for each version, so that an empty list holds none at all. */
function countSites(state: AddressLevels, { pools, services, placements }: World): number {
  const widest = (state.listLevels.lists - 1) * pools.ids.length;
  let sites = 0;
  for (let tail = services.firstTail; tail < services.ids.length; tail++) {
    const pool = placements.poolOfPlacement[services.firstPlacementOfService[tail]!]!;
    const listedShare = state.listedOfPool[widest + pool]! / pools.addressesOfPool[pool]!;
    sites += services.sitesOfService[tail]! * listedShare;
  }
  return sites;
}

function touch(state: AddressLevels, placement: number, dirty: number[]): void {
  if (state.isDirty[placement]) return;
  state.isDirty[placement] = 1;
  dirty.push(placement);
}

/** The shares of clients that fail, and that are hampered, at each placement that was touched. */
function shares(state: AddressLevels, world: World, dirty: readonly number[]) {
  const { placements, profiles, pools } = world;
  const { levels, hampers } = state.listLevels;
  const failShare: number[] = [];
  const hamperedShare: number[] = [];
  // In order, since neighbours lie side by side in memory: what follows goes through them by network.
  const changed = Uint32Array.from(dirty).sort();
  for (const p of changed) {
    state.isDirty[p] = 0;
    const isSpread = placements.isSpreadOfPlacement[p];
    const pool = placements.poolOfPlacement[p]!;
    const tries = profiles.triesOfProfile[placements.profileOfPlacement[p]!]!;
    const all = isSpread ? pools.addressesOfPool[pool]! : placements.addressesOfPlacement[p]!;
    const listed = (level: number) =>
      isSpread
        ? state.listedOfPool[level * pools.ids.length + pool]!
        : state.blockedOfPlacement[level * placements.count + p]!;
    for (let level = 0; level < levels; level++) {
      const blocked = listed(level);
      failShare.push(isSpread ? blocked / all : allTriesFail(blocked, all, tries));
    }
    for (const { wide, base } of hampers) {
      const answering = all - listed(base);
      hamperedShare.push(answering > 0 ? (listed(wide) - listed(base)) / answering : 0);
    }
  }
  return { placements: changed, failShare, hamperedShare };
}
