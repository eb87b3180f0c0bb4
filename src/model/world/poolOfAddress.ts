// Whose an address is: the pool whose registered prefix holds it.
import { firstEndingAtOrAfter } from '../net/setQueries.ts';
import type { PoolColumns } from './world.ts';

/** Number of the registered prefix that holds the address; undefined where the world has none. */
export function rangeOfAddress(
  { rangeFirst, rangeLast }: Pick<PoolColumns, 'rangeFirst' | 'rangeLast'>,
  address: number,
): number | undefined {
  const range = firstEndingAtOrAfter(rangeLast, address);
  return range < rangeLast.length && rangeFirst[range]! <= address ? range : undefined;
}

/** Undefined where the world has no prefix that holds the address. */
export function poolOfAddress(
  pools: Pick<PoolColumns, 'rangeFirst' | 'rangeLast' | 'poolOfRange'>,
  address: number,
): number | undefined {
  const range = rangeOfAddress(pools, address);
  return range === undefined ? undefined : pools.poolOfRange[range];
}
