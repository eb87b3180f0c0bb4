// What the target can move to: ranges of its own, then pools that it rents until its budget is spent,
// but for those of providers that have put it out.
import { emptySet, type PrefixSet } from '../../net/prefixSet.ts';
import { difference, union } from '../../net/setAlgebra.ts';
import { addressAt, countAddresses } from '../../net/setQueries.ts';
import type { Random } from '../../rng.ts';
import { setOfTexts } from '../../world/prefixTexts.ts';
import type { CountermeasureSetting, Published } from '../countermeasure.ts';
import type { AddressesInUse } from './fleetAddresses.ts';
import type { HoppingParameters } from './parameters.ts';
import {
  hasFreeAddress,
  nextRentable,
  poolByWeight,
  type RentedPool,
  rentedPools,
} from './rentedPool.ts';

/** Shared by all that one countermeasure moves. */
export interface Supply {
  own: PrefixSet;
  pools: readonly RentedPool[];
  /** Addresses that may still be rented; infinite without a budget. */
  left: number;
  /** All that belongs to providers that have put the target out. */
  evicted: PrefixSet;
  /** Evictions to come, by tick. */
  readonly evictions: { readonly atTick: number; readonly provider: number }[];
}

export function createSupply(chosen: HoppingParameters, setting: CountermeasureSetting): Supply {
  const { fromTick, tickHours } = setting;
  return {
    own: setOfTexts(chosen.ownRanges),
    pools: rentedPools(chosen.pools, setting),
    left: chosen.budget === 0 ? Number.POSITIVE_INFINITY : chosen.budget,
    evicted: emptySet,
    evictions: chosen.evictions
      .map(({ provider, afterHours }) => ({
        atTick: fromTick + Math.round(afterHours / tickHours),
        provider: setting.numberOfProvider(provider),
      }))
      .sort((a, b) => a.atTick - b.atTick),
  };
}

/** Lets the providers whose hour has come put the target out; tells whether one did. */
export function evictDue(supply: Supply, tick: number, { pools }: CountermeasureSetting['world']) {
  let isDue = false;
  while (supply.evictions[0] && supply.evictions[0].atTick <= tick) {
    const { provider } = supply.evictions.shift()!;
    pools.setOfPool.forEach((set, pool) => {
      if (pools.providerOfPool[pool] === provider) supply.evicted = union(supply.evicted, set);
    });
    supply.pools = supply.pools.filter((one) => one.provider !== provider);
    supply.own = difference(supply.own, supply.evicted);
    isDue = true;
  }
  return isDue;
}

/**
 * A fresh address: of the own ranges while one is free, else of a pool by weight among those with a
 * free one. Free is what is neither listed nor in use by a fleet; of these the first at or after an
 * evenly drawn one. Undefined when none is left or may be rented. Two draws, whatever the list.
 */
export function freshAddress(
  supply: Supply,
  random: Random,
  inUse: AddressesInUse,
  published: Published,
): number | undefined {
  const poolDraw = random();
  const addressDraw = random();
  const listed = published.listed() ?? emptySet;
  const own = drawIn(supply.own, countAddresses(supply.own), addressDraw, listed, inUse);
  if (own !== undefined || supply.left === 0) return own;
  const open = supply.pools.filter((pool) => hasFreeAddress(pool, listed, inUse, published));
  const pool = poolByWeight(open, poolDraw);
  if (!pool) return undefined;
  supply.left--;
  return drawIn(pool.set, pool.addresses, addressDraw, listed, inUse);
}

function drawIn(
  set: PrefixSet,
  addresses: number,
  draw: number,
  listed: PrefixSet,
  inUse: AddressesInUse,
): number | undefined {
  if (addresses === 0) return undefined;
  return nextRentable(listed, inUse, addressAt(set, Math.floor(draw * addresses)), set);
}
