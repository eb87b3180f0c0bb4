// The linear sweeps behind the set operations. Canonical columns in, canonical columns out; the
// output needs room for all intervals of both inputs; each returns how many intervals it wrote.
//
// Each step writes its result, picks by masks, and decides by arithmetic whether the result stays:
// which list is next is random, and a wrongly guessed branch costs more than the step.
import { lastAddress } from './address.ts';

/** Both inputs hold at least one interval. */
export function sweepUnion(
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

/** Reads only the first `bEnd` intervals of b, which may be longer working memory. */
export function sweepIntersection(
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

/** What lies before, between and behind the intervals: at most one more than these. */
export function sweepGaps(
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
