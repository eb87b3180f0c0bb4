// When a listed address is given up, and where the fresh one comes from.
import { nextFreeAddress } from '../../net/freeAddress.ts';
import type { PrefixSet } from '../../net/prefixSet.ts';
import { addressAt } from '../../net/setQueries.ts';
import type { Random } from '../../rng.ts';
import type { Hop, Published } from '../countermeasure.ts';
import { type Fleet, firstListing, moveSlot, noticeVersions } from './fleet.ts';

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
      const to = freshAddress(pools, published, fleet.lists, fleet.randomOfSlot[slot]!);
      if (to !== undefined) {
        moveSlot(fleet, slot, to, published);
        hops.push({ tick, placement: fleet.placement, slot, from, to });
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
 * A pool by weight among those with unlisted space left, then the first unlisted address at or after
 * an evenly drawn one; undefined when everything is listed. Two draws, whatever the list.
 */
function freshAddress(
  pools: readonly RentedPool[],
  published: Published,
  lists: number,
  random: Random,
): number | undefined {
  const poolDraw = random();
  const addressDraw = random();
  const open = pools.filter(({ pool, addresses }) => published.listedInPool(pool) < addresses);
  const total = open.reduce((sum, pool) => sum + pool.weight, 0);
  let rest = poolDraw * total;
  const pool =
    open.find(({ weight }) => {
      rest -= weight;
      return rest < 0;
    }) ?? open.at(-1);
  const listed = published.versions.at(-1)?.sets[lists - 1];
  if (!pool || !listed) return undefined;
  const rank = Math.floor(addressDraw * pool.addresses);
  return nextFreeAddress(listed, addressAt(pool.set, rank), pool.set);
}
