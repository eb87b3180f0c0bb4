// A set of IPv4 addresses as sorted intervals in two columns.
import { lastAddress } from './address.ts';
import { sortPairs } from './pairSort.ts';
import type { Prefix } from './prefix.ts';
import { wordScratch } from './scratch.ts';

/**
 * Interval i is first[i] … last[i], both ends included, so that 2^32 never has to be stored.
 * Canonical: sorted, disjoint, and no two adjacent. Equal sets therefore have equal columns.
 */
export interface PrefixSet {
  readonly first: Uint32Array;
  readonly last: Uint32Array;
}

export const emptySet: PrefixSet = { first: new Uint32Array(0), last: new Uint32Array(0) };

const firstScratch = wordScratch();
const lastScratch = wordScratch();

/**
 * The union of intervals given in any order, also nested, doubled or adjacent. RangeError when the
 * columns differ in length, an end is not a whole number 0 … 2^32 − 1, or a first exceeds its last.
 */
export function prefixSet(first: ArrayLike<number>, last: ArrayLike<number>): PrefixSet {
  const n = first.length;
  if (last.length !== n) throw new RangeError(`${n} first but ${last.length} last addresses`);
  const f = firstScratch(n);
  const l = lastScratch(n);
  f.set(first);
  l.set(last);
  for (let i = 0; i < n; i++) {
    if (f[i] !== first[i] || l[i] !== last[i] || f[i]! > l[i]!) {
      throw new RangeError(`${first[i]} to ${last[i]} is no interval within 0 to ${lastAddress}`);
    }
  }
  return canonicalSet(f, l, n);
}

/** The union of prefixes (or of any intervals) in any order. Throws as `prefixSet` does. */
export function setOfPrefixes(prefixes: readonly Prefix[]): PrefixSet {
  return prefixSet(
    prefixes.map((prefix) => prefix.first),
    prefixes.map((prefix) => prefix.last),
  );
}

/** Whether both sets hold the same addresses. */
export function equalSets(a: PrefixSet, b: PrefixSet): boolean {
  return a === b || (equalColumns(a.first, b.first) && equalColumns(a.last, b.last));
}

/** The set of the first `n` entries, unchecked. Sorts and joins in the given columns. */
export function canonicalSet(first: Uint32Array, last: Uint32Array, n: number): PrefixSet {
  sortPairs(first, last, n);
  return copySet(first, last, joinIntervals(first, last, n));
}

/** A set of its own from the first `n` entries of columns that are canonical already. */
export function copySet(first: Uint32Array, last: Uint32Array, n: number): PrefixSet {
  return n === 0 ? emptySet : { first: first.slice(0, n), last: last.slice(0, n) };
}

/**
 * Joins overlapping and adjacent neighbours of sorted intervals in place; returns how many remain.
 * Without a branch: the next place is always written, and taken only where there is a gap.
 */
function joinIntervals(first: Uint32Array, last: Uint32Array, n: number): number {
  if (n === 0) return 0;
  let at = 0;
  let end = last[0]!;
  for (let i = 1; i < n; i++) {
    const f = first[i]!;
    const l = last[i]!;
    const gap = +(f - end > 1);
    end = (end ^ ((end ^ l) & -(l > end))) >>> 0;
    first[at + 1] = f;
    at += gap;
    last[at] = end;
  }
  return at + 1;
}

function equalColumns(a: Uint32Array, b: Uint32Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
