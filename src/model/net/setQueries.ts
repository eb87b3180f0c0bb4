// Questions to address sets that build no new set.
import type { PrefixSet } from './prefixSet.ts';

/** How many addresses the set holds: 0 … 2^32, exact. */
export function countAddresses(set: PrefixSet): number {
  return sumSizes(set.first, set.last);
}

/** Whether the address 0 … 2^32 − 1 is in the set. */
export function contains(set: PrefixSet, address: number): boolean {
  const i = firstEndingAtOrAfter(set.last, address);
  return i < set.last.length && set.first[i]! <= address;
}

/** How many addresses of first … last the set holds. */
export function countWithin(set: PrefixSet, first: number, last: number): number {
  let sum = 0;
  for (
    let i = firstEndingAtOrAfter(set.last, first);
    i < set.first.length && set.first[i]! <= last;
    i++
  ) {
    sum += Math.min(set.last[i]!, last) - Math.max(set.first[i]!, first) + 1;
  }
  return sum;
}

/** |a ∩ b|, exact. Only the stretch of each set that can meet the other is read. */
export function countOverlap(a: PrefixSet, b: PrefixSet): number {
  if (a.first.length === 0 || b.first.length === 0) return 0;
  const i = firstEndingAtOrAfter(a.last, b.first[0]!);
  const j = firstEndingAtOrAfter(b.last, a.first[0]!);
  return sweepOverlap(a.first, a.last, i, b.first, b.last, j);
}

/**
 * The address of the given rank, 0 … size − 1, in rising order; else RangeError. A uniform rank
 * draws a uniform address. Linear in the intervals.
 */
export function addressAt(set: PrefixSet, rank: number): number {
  let left = rank;
  for (let i = 0; i < set.first.length && left >= 0; i++) {
    const size = set.last[i]! - set.first[i]! + 1;
    if (left < size) return set.first[i]! + left;
    left -= size;
  }
  throw new RangeError(`rank ${rank} in a set of ${countAddresses(set)} addresses`);
}

/** The place of the first interval that ends at or after the address; the length when none does. */
export function firstEndingAtOrAfter(last: Uint32Array, address: number): number {
  let low = 0;
  let high = last.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (last[middle]! < address) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sumSizes(first: Uint32Array, last: Uint32Array): number {
  let sum = first.length;
  for (let i = 0; i < first.length; i++) sum += last[i]! - first[i]!;
  return sum;
}

function sweepOverlap(
  aF: Uint32Array,
  aL: Uint32Array,
  aFrom: number,
  bF: Uint32Array,
  bL: Uint32Array,
  bFrom: number,
): number {
  let i = aFrom;
  let j = bFrom;
  let sum = 0;
  while (i < aF.length && j < bF.length) {
    const al = aL[i]!;
    const bl = bL[j]!;
    const endsB = +(bl < al);
    sum += Math.max(0, Math.min(al, bl) - Math.max(aF[i]!, bF[j]!) + 1);
    j += endsB;
    i += 1 - endsB;
  }
  return sum;
}
