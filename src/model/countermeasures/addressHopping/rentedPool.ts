// The pools where fresh addresses come from: which have a free one, which is chosen, which address.
import { nextFreeAddress } from '../../net/freeAddress.ts';
import type { PrefixSet } from '../../net/prefixSet.ts';
import type { CountermeasureSetting, Published } from '../countermeasure.ts';
import type { AddressesInUse } from './fleetAddresses.ts';

export interface RentedPool {
  readonly pool: number;
  readonly provider: number;
  readonly weight: number;
  readonly set: PrefixSet;
  readonly addresses: number;
}

export function rentedPools(
  chosen: readonly { readonly pool: string; readonly weight: number }[],
  setting: CountermeasureSetting,
): RentedPool[] {
  const { providerOfPool, setOfPool, addressesOfPool } = setting.world.pools;
  return chosen.map(({ pool: id, weight }) => {
    const pool = setting.numberOfPool(id);
    return {
      pool,
      provider: providerOfPool[pool]!,
      weight,
      set: setOfPool[pool]!,
      addresses: addressesOfPool[pool]!,
    };
  });
}

/** A pool by weight; undefined when there is none. `draw`: 0 … 1. */
export function poolByWeight(open: readonly RentedPool[], draw: number): RentedPool | undefined {
  const total = open.reduce((sum, pool) => sum + pool.weight, 0);
  let rest = draw * total;
  const drawn = open.find(({ weight }) => {
    rest -= weight;
    return rest < 0;
  });
  // Rounding may leave the last one undrawn.
  return drawn ?? open.at(-1);
}

/** Counted where that is enough; searched for only where those in use could be all that is unlisted. */
export function hasFreeAddress(
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
export function nextRentable(
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
