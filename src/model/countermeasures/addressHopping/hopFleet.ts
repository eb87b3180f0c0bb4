// When a listed address is given up, and where the fresh one comes from.
import { nextFreeAddress } from '../../net/freeAddress.ts';
import type { PrefixSet } from '../../net/prefixSet.ts';
import { addressAt } from '../../net/setQueries.ts';
import type { Hop, Published } from '../countermeasure.ts';
import { type Fleet, firstListing, moveSlot, noticeVersions } from './fleet.ts';
import type { AddressesInUse } from './fleetAddresses.ts';

export interface RentedPool {
  readonly pool: number;
  readonly weight: number;
  readonly set: PrefixSet;
  readonly addresses: number;
}

const noHops: readonly Hop[] = [];

/** Notices what is listed and replaces what is due. */
export function hopFleet(
  fleet: Fleet,
  tick: number,
  published: Published,
  pools: readonly RentedPool[],
  hopDelayTicks: number,
): readonly Hop[] {
  const isNews = fleet.noticed < published.versions.length - 1;
  if (!isNews && tick < fleet.nextHopAt) return noHops;
  const hops: Hop[] = [];
  noticeVersions(fleet, published);
  fleet.nextHopAt = Number.POSITIVE_INFINITY;
  for (let slot = 0; slot < fleet.slots; slot++) {
    planHop(fleet, slot, tick + hopDelayTicks);
    if (fleet.hopAtOfSlot[slot]! <= tick) {
      const from = fleet.addressOfSlot[slot]!;
      const to = freshAddress(fleet, slot, pools, published);
      if (to !== undefined) {
        moveSlot(fleet, slot, to, published);
        hops.push({ tick, placement: fleet.placement, slot, from, to, why: 'listed' });
      }
    }
    fleet.nextHopAt = Math.min(fleet.nextHopAt, fleet.hopAtOfSlot[slot]!);
  }
  return hops;
}

/** A listed address has its hour; one that was taken off the list stays. */
function planHop(fleet: Fleet, slot: number, atTheEarliest: number): void {
  const isListed = firstListing(fleet, slot, fleet.lists) < fleet.lists;
  if (!isListed) fleet.hopAtOfSlot[slot] = Number.POSITIVE_INFINITY;
  else fleet.hopAtOfSlot[slot] = Math.min(fleet.hopAtOfSlot[slot]!, atTheEarliest);
}

/**
 * A pool by weight among those with a free address, one that is neither listed nor in use by a fleet;
 * then the first free one at or after an evenly drawn one; undefined when none is left. Two draws,
 * whatever the list.
 */
function freshAddress(
  fleet: Fleet,
  slot: number,
  pools: readonly RentedPool[],
  published: Published,
): number | undefined {
  const random = fleet.randomOfSlot[slot]!;
  const poolDraw = random();
  const addressDraw = random();
  const listed = published.listed();
  if (!listed) return undefined;
  const open = pools.filter((pool) => hasFreeAddress(pool, listed, fleet.inUse, published));
  const total = open.reduce((sum, pool) => sum + pool.weight, 0);
  let rest = poolDraw * total;
  const pool =
    open.find(({ weight }) => {
      rest -= weight;
      return rest < 0;
    }) ?? open.at(-1);
  if (!pool) return undefined;
  const rank = Math.floor(addressDraw * pool.addresses);
  return nextRentable(listed, fleet.inUse, addressAt(pool.set, rank), pool.set);
}

/** Counted where that is enough; searched for only where fleets could use all that is unlisted. */
function hasFreeAddress(
  { pool, addresses, set }: RentedPool,
  listed: PrefixSet,
  inUse: AddressesInUse,
  published: Published,
): boolean {
  const unlisted = addresses - published.listedInPool(pool);
  if (unlisted === 0 || unlisted > inUse.size) return unlisted > 0;
  return nextRentable(listed, inUse, 0, set) !== undefined;
}

/** The first address of `within` at or after `from`, going round, that is not listed and not in use. */
function nextRentable(
  listed: PrefixSet,
  inUse: AddressesInUse,
  from: number,
  within: PrefixSet,
): number | undefined {
  const first = nextFreeAddress(listed, from, within);
  let address = first;
  while (address !== undefined && inUse.has(address)) {
    address = nextFreeAddress(listed, address + 1, within);
    if (address === first) return undefined;
  }
  return address;
}
