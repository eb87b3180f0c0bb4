// Union, intersection, difference and complement of address sets.
import { copySet, type PrefixSet } from './prefixSet.ts';
import { wordScratch } from './scratch.ts';
import { sweepGaps, sweepIntersection, sweepUnion } from './setSweeps.ts';
import { cutFrom, insertInto } from './spliceSets.ts';

const firstScratch = wordScratch();
const lastScratch = wordScratch();
const firstGap = wordScratch();
const lastGap = wordScratch();

/** From so many times as many intervals on, it is faster to copy what lies between than to compare it. */
const LOPSIDED = 16;

/** Addresses in a, in b, or in both. */
export function union(a: PrefixSet, b: PrefixSet): PrefixSet {
  if (a.first.length === 0) return b;
  if (b.first.length === 0) return a;
  if (a.first.length >= LOPSIDED * b.first.length) return insertInto(a, b);
  if (b.first.length >= LOPSIDED * a.first.length) return insertInto(b, a);
  const first = firstScratch(a.first.length + b.first.length);
  const last = lastScratch(a.first.length + b.first.length);
  return copySet(first, last, sweepUnion(a.first, a.last, b.first, b.last, first, last));
}

/** Addresses in both a and b. */
export function intersection(a: PrefixSet, b: PrefixSet): PrefixSet {
  const room = a.first.length + b.first.length;
  const first = firstScratch(room);
  const last = lastScratch(room);
  const { length } = b.first;
  const n = sweepIntersection(a.first, a.last, b.first, b.last, length, first, last);
  return copySet(first, last, n);
}

/** Addresses in a but not in b: what a shares with the gaps of b. */
export function difference(a: PrefixSet, b: PrefixSet): PrefixSet {
  if (a.first.length === 0 || b.first.length === 0) return a;
  if (a.first.length >= LOPSIDED * b.first.length) return cutFrom(a, b);
  const gapF = firstGap(b.first.length + 1);
  const gapL = lastGap(b.first.length + 1);
  const gaps = sweepGaps(b.first, b.last, gapF, gapL);
  const first = firstScratch(a.first.length + gaps);
  const last = lastScratch(a.first.length + gaps);
  return copySet(first, last, sweepIntersection(a.first, a.last, gapF, gapL, gaps, first, last));
}

/** All addresses 0.0.0.0 … 255.255.255.255 that are not in the set. */
export function complement(set: PrefixSet): PrefixSet {
  const first = firstGap(set.first.length + 1);
  const last = lastGap(set.first.length + 1);
  return copySet(first, last, sweepGaps(set.first, set.last, first, last));
}
