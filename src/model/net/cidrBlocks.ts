// Intervals cut into the fewest CIDR blocks.
import type { Prefix } from './prefix.ts';
import type { PrefixSet } from './prefixSet.ts';

/**
 * The size, less one, of the widest block that starts at `first` and ends at or before `last`.
 * Both limits, the low zeros of `first` and the room up to `last`, are runs of low ones, so that
 * the lesser of them is what they share. The sizes themselves reach 2^32 and would not fit.
 */
export function blockSpan(first: number, last: number): number {
  const room = last - first;
  const fits = room === 0xffffffff ? -1 : 0x7fffffff >>> Math.clz32(room + 1);
  return (~first & (first - 1) & fits) >>> 0;
}

/** The fewest prefixes that make the set, in rising order. */
export function toPrefixes(set: PrefixSet): Prefix[] {
  const prefixes: Prefix[] = [];
  for (let i = 0; i < set.first.length; i++) {
    const end = set.last[i]!;
    for (let first = set.first[i]!; first <= end; ) {
      const last = first + blockSpan(first, end);
      prefixes.push({ first, last });
      first = last + 1;
    }
  }
  return prefixes;
}

/** How many prefixes `toPrefixes` would give. */
export function countBlocks(first: Uint32Array, last: Uint32Array): number {
  let count = 0;
  for (let i = 0; i < first.length; i++) {
    const end = last[i]!;
    for (let from = first[i]!; from <= end; count++) from += blockSpan(from, end) + 1;
  }
  return count;
}
