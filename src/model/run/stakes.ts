// Who stands behind an interval of the list: how many listed addresses of each placement lie in it. Of an
// interval that is listed whole that is the same from tick to tick, so it is worked out once.
import type { PrefixSet } from '../net/prefixSet.ts';
import { contains, countWithin, firstEndingAtOrAfter } from '../net/setQueries.ts';
import type { World } from '../world/world.ts';

/** Placements, each once, and how many listed addresses of them lie in the interval. */
export interface Stake {
  readonly placements: Uint32Array;
  readonly addresses: Float64Array;
}

/** Of intervals that are listed whole, by their first and their last address. */
export type Stakes = Map<number, Map<number, Stake>>;

/** Fixed addresses, pools and what all lists hold together. */
export interface Ground {
  readonly world: World;
  /** Fixed addresses in numeric order, each with the placement that it serves. */
  readonly address: Uint32Array;
  readonly placementOfAddress: Uint32Array;
  /** The spread part of a pool's long tail; −1 where there is none. */
  readonly spreadPlacementOfPool: Int32Array;
  readonly listed: PrefixSet;
}

export function stakeIn(stakes: Stakes, ground: Ground, first: number, last: number): Stake {
  if (countWithin(ground.listed, first, last) < last - first + 1) {
    return workOut(ground, first, last);
  }
  let byLast = stakes.get(first);
  if (!byLast) {
    byLast = new Map();
    stakes.set(first, byLast);
  }
  const known = byLast.get(last);
  if (known) return known;
  const stake = workOut(ground, first, last);
  byLast.set(last, stake);
  return stake;
}

function workOut(ground: Ground, first: number, last: number): Stake {
  const found = new Map<number, number>();
  countFixed(ground, first, last, found);
  countTails(ground, first, last, found);
  return {
    placements: Uint32Array.from(found.keys()),
    addresses: Float64Array.from(found.values()),
  };
}

type Found = Map<number, number>;

function countFixed(ground: Ground, first: number, last: number, found: Found): void {
  const { address, placementOfAddress, listed } = ground;
  for (
    let a = firstEndingAtOrAfter(address, first);
    a < address.length && address[a]! <= last;
    a++
  ) {
    if (contains(listed, address[a]!)) add(found, placementOfAddress[a]!, 1);
  }
}

/** Of each registered prefix in the interval, what is listed. */
function countTails(ground: Ground, first: number, last: number, found: Found): void {
  const { rangeFirst, rangeLast, poolOfRange } = ground.world.pools;
  for (
    let r = firstEndingAtOrAfter(rangeLast, first);
    r < rangeLast.length && rangeFirst[r]! <= last;
    r++
  ) {
    const spread = ground.spreadPlacementOfPool[poolOfRange[r]!]!;
    if (spread < 0) continue;
    const [from, to] = [Math.max(first, rangeFirst[r]!), Math.min(last, rangeLast[r]!)];
    add(found, spread, countWithin(ground.listed, from, to));
  }
}

function add(found: Found, placement: number, addresses: number): void {
  if (addresses > 0) found.set(placement, (found.get(placement) ?? 0) + addresses);
}
