// A business moves: all its placements to one pool, each to as many addresses as it had.
import { emptySet } from '../../net/prefixSet.ts';
import { addressAt } from '../../net/setQueries.ts';
import { type Random, randomBelow } from '../../rng.ts';
import { createFleet, type Fleet, moveSlot } from '../addressHopping/fleet.ts';
import { nextRentable, poolByWeight, type RentedPool } from '../addressHopping/rentedPool.ts';
import type { CountermeasureSetting, Hop, Published } from '../countermeasure.ts';
import type { Business } from './business.ts';

/** Where a business goes, and what must be known there. */
export interface Destination {
  readonly pools: readonly RentedPool[];
  readonly setting: CountermeasureSetting;
  readonly published: Published;
}

/**
 * The placements of a business at their fresh addresses, with the moves added to `hops`; undefined while
 * no pool has unlisted space for all of them. Its own addresses differ; those of others are not asked
 * for, so that nobody's choice depends on who else moves: hosts share addresses.
 */
export function relocate(
  { service, placements, addresses: wanted }: Business,
  random: Random,
  tick: number,
  { pools, setting, published }: Destination,
  hops: Hop[],
): Fleet[] | undefined {
  const { poolOfPlacement } = setting.world.placements;
  // Who is in one pool as a whole would not move by going there.
  const isElsewhere = ({ pool }: RentedPool) =>
    placements.some((placement) => poolOfPlacement[placement] !== pool);
  const open = pools.filter(
    (one) => isElsewhere(one) && one.addresses - published.listedInPool(one.pool) >= wanted,
  );
  if (open.length === 0) return undefined;
  const pool = poolByWeight(open, random())!;
  const fresh = drawAddresses(pool, wanted, random, published);
  // A map of its own: who hops must not look for other addresses because a neighbour moves.
  const apart = { ...setting, inUse: new Map<number, number>() };
  return placements.map((placement) => {
    const fleet = createFleet(placement, setting.world.services.ids[service]!, apart);
    fleet.noticed = published.versions.length - 1;
    for (let slot = 0; slot < fleet.slots; slot++) {
      const from = fleet.addressOfSlot[slot]!;
      const to = fresh.shift()!;
      moveSlot(fleet, slot, to, published);
      hops.push({ tick, placement, slot, from, to, why: 'migrated' });
    }
    // Clients ask for a name, and the name is changed with the move.
    fleet.informed.fill(1);
    fleet.newsComplete = true;
    return fleet;
  });
}

/** Different addresses, each the first unlisted one at or after an evenly drawn one. */
function drawAddresses(
  { set, addresses }: RentedPool,
  wanted: number,
  random: Random,
  published: Published,
): number[] {
  const listed = published.listed() ?? emptySet;
  const taken = new Map<number, number>();
  while (taken.size < wanted) {
    const from = addressAt(set, randomBelow(random, addresses));
    taken.set(nextRentable(listed, taken, from, set)!, 1);
  }
  return [...taken.keys()];
}
