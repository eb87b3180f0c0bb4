// Union, intersection, difference and complement of address sets: linear sweeps without branches.
import { lastAddress } from './address.ts';
import { copySet, type PrefixSet } from './prefixSet.ts';
import { wordScratch } from './scratch.ts';

const firstScratch = wordScratch();
const lastScratch = wordScratch();
const firstGap = wordScratch();
const lastGap = wordScratch();

/** Addresses in a, in b, or in both. */
export function union(a: PrefixSet, b: PrefixSet): PrefixSet {
  if (a.first.length === 0) return b;
  if (b.first.length === 0) return a;
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

/**
 * Both inputs hold at least one interval. As everywhere here, the result is written at each step,
 * and the step decides by arithmetic whether it stays: a wrongly guessed branch costs more.
 */
function sweepUnion(
  aF: Uint32Array,
  aL: Uint32Array,
  bF: Uint32Array,
  bL: Uint32Array,
  toF: Uint32Array,
  toL: Uint32Array,
): number {
  const aEnd = aF.length;
  const bEnd = bF.length;
  let i = 0;
  let j = 0;
  let at = 0;
  let end = aF[0]! <= bF[0]! ? aL[0]! : bL[0]!;
  toF[0] = aF[0]! <= bF[0]! ? aF[0]! : bF[0]!;
  while (i < aEnd && j < bEnd) {
    const af = aF[i]!;
    const bf = bF[j]!;
    const al = aL[i]!;
    const bl = bL[j]!;
    const takeB = +(bf < af);
    const f = (af ^ ((af ^ bf) & -takeB)) >>> 0;
    const l = (al ^ ((al ^ bl) & -takeB)) >>> 0;
    j += takeB;
    i += 1 - takeB;
    const gap = +(f - end > 1);
    end = (end ^ ((end ^ l) & -(l > end))) >>> 0;
    toF[at + 1] = f;
    at += gap;
    toL[at] = end;
  }
  return i < aEnd ? appendRest(aF, aL, i, toF, toL, at) : appendRest(bF, bL, j, toF, toL, at);
}

/** Joins what touches the interval at `at`, then copies what lies behind; returns the count. */
function appendRest(
  fromF: Uint32Array,
  fromL: Uint32Array,
  from: number,
  toF: Uint32Array,
  toL: Uint32Array,
  at: number,
): number {
  let i = from;
  for (; i < fromF.length && fromF[i]! - toL[at]! <= 1; i++) {
    if (fromL[i]! > toL[at]!) toL[at] = fromL[i]!;
  }
  toF.set(fromF.subarray(i), at + 1);
  toL.set(fromL.subarray(i), at + 1);
  return at + 1 + fromF.length - i;
}

function sweepIntersection(
  aF: Uint32Array,
  aL: Uint32Array,
  bF: Uint32Array,
  bL: Uint32Array,
  bEnd: number,
  toF: Uint32Array,
  toL: Uint32Array,
): number {
  const aEnd = aF.length;
  let i = 0;
  let j = 0;
  let at = 0;
  while (i < aEnd && j < bEnd) {
    const af = aF[i]!;
    const bf = bF[j]!;
    const al = aL[i]!;
    const bl = bL[j]!;
    const endsB = +(bl < al);
    const f = (af ^ ((af ^ bf) & -(bf > af))) >>> 0;
    const l = (al ^ ((al ^ bl) & -endsB)) >>> 0;
    toF[at] = f;
    toL[at] = l;
    at += +(f <= l);
    j += endsB;
    i += 1 - endsB;
  }
  return at;
}

function sweepGaps(
  first: Uint32Array,
  last: Uint32Array,
  toF: Uint32Array,
  toL: Uint32Array,
): number {
  const n = first.length;
  let at = 0;
  let from = 0;
  for (let i = 0; i < n; i++) {
    const f = first[i]!;
    toF[at] = from;
    toL[at] = f - 1;
    at += +(f > from);
    from = (last[i]! + 1) >>> 0;
  }
  if (n > 0 && last[n - 1] === lastAddress) return at;
  toF[at] = from;
  toL[at] = lastAddress;
  return at + 1;
}
