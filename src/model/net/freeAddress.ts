// Where a target finds its next address: outside a list, inside a pool.
import { lastAddress } from './address.ts';
import type { PrefixSet } from './prefixSet.ts';
import { firstEndingAtOrAfter } from './setQueries.ts';

const wholeSpace: PrefixSet = {
  first: Uint32Array.of(0),
  last: Uint32Array.of(lastAddress),
};

/**
 * The first address at or after `from` that is in `within` but not in `set`, going round from the
 * highest address to the start of `within`; undefined when every address of `within` is in `set`.
 */
export function nextFreeAddress(
  set: PrefixSet,
  from: number,
  within: PrefixSet = wholeSpace,
): number | undefined {
  return freeAtOrAfter(set, from, within) ?? freeAtOrAfter(set, 0, within);
}

/**
 * One look at `set` for each interval of `within`: since no two intervals of a set are adjacent,
 * the address behind a listed one is free, or it lies outside the interval of `within`.
 */
function freeAtOrAfter(set: PrefixSet, from: number, within: PrefixSet): number | undefined {
  const n = within.first.length;
  for (let i = firstEndingAtOrAfter(within.last, from); i < n; i++) {
    const address = Math.max(from, within.first[i]!);
    const listed = firstEndingAtOrAfter(set.last, address);
    if (listed === set.last.length || set.first[listed]! > address) return address;
    if (set.last[listed]! < within.last[i]!) return set.last[listed]! + 1;
  }
  return undefined;
}
