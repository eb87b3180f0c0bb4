// Questions about one address: who holds it, who is served from it and near it, what lists it since when.

import { formatPrefix } from '../net/prefix.ts';
import { firstEndingAtOrAfter } from '../net/setQueries.ts';
import { isListedAt, type Listing, listedAt } from '../strategies/listingLog.ts';
import type { Run } from './run.ts';

export interface AddressReport {
  readonly address: number;
  /** The pool whose registered prefix holds the address; undefined where the world has none. */
  readonly pool: number | undefined;
  /** That registered prefix as text. */
  readonly registered: string | undefined;
  /** The entries that cover the address at the time, the narrowest first. */
  readonly listings: readonly Listing[];
  /** Fixed services on this very address. */
  readonly services: readonly number[];
  /** Other services of the same listed or registered prefix, the nearest addresses first. */
  readonly neighbours: readonly { readonly service: number; readonly address: number }[];
}

/** What is known of an address during a tick. Only named services count as neighbours. */
export function lookUpAddress(run: Run, address: number, tick: number, most = 12): AddressReport {
  const { pools, placements, services } = run.plan.world;
  const range = firstEndingAtOrAfter(pools.rangeLast, address);
  const held = range < pools.rangeLast.length && pools.rangeFirst[range]! <= address;
  const listings = run.listings
    .filter((entry) => isListedAt(entry, tick) && entry.first <= address && address <= entry.last)
    .toSorted((a, b) => a.last - a.first - (b.last - b.first));
  const widest = listings.at(-1);
  const near =
    widest ??
    (held ? { first: pools.rangeFirst[range]!, last: pools.rangeLast[range]! } : undefined);
  const named = servicesWithin(run, near).filter(({ service }) => service < services.firstTail);
  return {
    address,
    pool: held ? pools.poolOfRange[range] : undefined,
    registered: held ? formatPrefix(pools.rangeFirst[range]!, pools.rangeLast[range]!) : undefined,
    listings,
    services: unique(named.filter((one) => one.address === address).map((one) => one.service)),
    neighbours: nearestFirst(named, address).slice(0, most),
  };

  function servicesWithin({ placed }: Run, span: { first: number; last: number } | undefined) {
    if (!span) return [];
    const found: { service: number; address: number }[] = [];
    placed.address.forEach((at, index) => {
      if (at < span.first || at > span.last) return;
      found.push({
        service: placements.serviceOfPlacement[placed.placementOfAddress[index]!]!,
        address: at,
      });
    });
    return found;
  }
}

/** Each service once, at its address nearest to the one asked for, without those on that address. */
function nearestFirst(rows: readonly { service: number; address: number }[], address: number) {
  const here = new Set(rows.filter((row) => row.address === address).map((row) => row.service));
  const nearest = new Map<number, number>();
  for (const row of rows) {
    if (here.has(row.service)) continue;
    const before = nearest.get(row.service);
    if (before === undefined || Math.abs(row.address - address) < Math.abs(before - address)) {
      nearest.set(row.service, row.address);
    }
  }
  return [...nearest]
    .map(([service, at]) => ({ service, address: at }))
    .sort(
      (a, b) =>
        Math.abs(a.address - address) - Math.abs(b.address - address) || a.service - b.service,
    );
}

function unique(values: readonly number[]): number[] {
  return [...new Set(values)];
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
