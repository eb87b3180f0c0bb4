// Questions about one address: who holds it, who is served from it and near it, what lists it since when.

import type { BasisKind } from '../basis.ts';
import { formatPrefix } from '../net/prefix.ts';
import { isListedAt, type Listing, listedAt } from '../strategies/listingLog.ts';
import { rangeOfAddress } from '../world/poolOfAddress.ts';
import {
  type AddressOrigin,
  basisOfPlacement,
  movedPlacements,
  originOfFixed,
} from './addressesInUse.ts';
import type { Run } from './run.ts';

/** A service at an address. */
export interface Tenant {
  readonly service: number;
  readonly address: number;
  /** Is its place documented, or drawn by the seed? */
  readonly origin: AddressOrigin;
  /** Is it reported, derived or assumed that the service is hosted in this pool? */
  readonly hosting: BasisKind;
}

export interface AddressReport {
  readonly address: number;
  /** The pool whose registered prefix holds the address; undefined where the world has none. */
  readonly pool: number | undefined;
  /** That registered prefix as text. */
  readonly registered: string | undefined;
  /** The entries that cover the address at the time, the narrowest first. */
  readonly listings: readonly Listing[];
  /** Services on this very address at the time. */
  readonly services: readonly Tenant[];
  /** Other services of the same listed or registered prefix, the nearest addresses first. */
  readonly neighbours: readonly Tenant[];
}

/** What is known of an address during a tick. Only named services count as neighbours. */
export function lookUpAddress(run: Run, address: number, tick: number, most = 12): AddressReport {
  const { pools } = run.plan.world;
  const range = rangeOfAddress(pools, address);
  const listings = run.listings
    .filter((entry) => isListedAt(entry, tick) && entry.first <= address && address <= entry.last)
    .toSorted((a, b) => a.last - a.first - (b.last - b.first));
  const widest = listings.at(-1);
  const block =
    range === undefined
      ? undefined
      : { first: pools.rangeFirst[range]!, last: pools.rangeLast[range]! };
  const near = widest ?? block;
  const named = near ? namedWithin(run, near, tick) : [];
  return {
    address,
    pool: range === undefined ? undefined : pools.poolOfRange[range],
    registered: block && formatPrefix(block.first, block.last),
    listings,
    services: eachOnce(named.filter((one) => one.address === address)),
    neighbours: nearestFirst(named, address).slice(0, most),
  };
}

/** Named services in a span, where they are during a tick: those that have moved, at their new places. */
function namedWithin(run: Run, span: { first: number; last: number }, tick: number): Tenant[] {
  const { placements, services } = run.plan.world;
  const moved = movedPlacements(run, tick);
  const found: Tenant[] = [];
  const add = (address: number, placement: number, originOf: () => AddressOrigin) => {
    if (address < span.first || address > span.last) return;
    const service = placements.serviceOfPlacement[placement]!;
    if (service >= services.firstTail) return;
    const hosting = basisOfPlacement(run, placement);
    found.push({ service, address, origin: originOf(), hosting });
  };
  run.placed.address.forEach((address, index) => {
    const placement = run.placed.placementOfAddress[index]!;
    if (!moved.has(placement)) {
      add(address, placement, () => originOfFixed(run, placement, address));
    }
  });
  for (const used of moved.values()) {
    for (const { address, placement, origin } of used) add(address, placement, () => origin);
  }
  return found;
}

/** Each service once, at its address nearest to the one asked for, without those on that address. */
function nearestFirst(rows: readonly Tenant[], address: number): Tenant[] {
  const here = new Set(rows.filter((row) => row.address === address).map((row) => row.service));
  const distance = (row: Tenant) => Math.abs(row.address - address);
  const others = rows
    .filter((row) => !here.has(row.service))
    .sort((a, b) => distance(a) - distance(b) || a.service - b.service);
  return eachOnce(others);
}

/** The first row of each service. */
function eachOnce(rows: readonly Tenant[]): Tenant[] {
  const seen = new Set<number>();
  return rows.filter(({ service }) => !seen.has(service) && seen.add(service));
}

/** Listed addresses of each pool during a tick. */
export function listedOfPools(run: Run, tick: number): Float64Array {
  const set = listedAt(run.listings, tick);
  const { pools } = run.plan.world;
  const listed = new Float64Array(pools.ids.length);
  let entry = 0;
  for (let range = 0; range < pools.rangeFirst.length; range++) {
    const first = pools.rangeFirst[range]!;
    const last = pools.rangeLast[range]!;
    while (entry < set.last.length && set.last[entry]! < first) entry++;
    for (let at = entry; at < set.first.length && set.first[at]! <= last; at++) {
      listed[pools.poolOfRange[range]!]! +=
        Math.min(last, set.last[at]!) - Math.max(first, set.first[at]!) + 1;
    }
  }
  return listed;
}
