// Union and difference where one set is far smaller: what lies between the places of change is copied in
// blocks, so that a list of half a million entries takes in a few more in the time of a copy.
import { copySet, type PrefixSet } from './prefixSet.ts';
import { wordScratch } from './scratch.ts';
import { firstEndingAtOrAfter } from './setQueries.ts';

const firstScratch = wordScratch();
const lastScratch = wordScratch();

/** a ∪ few. */
export function insertInto(a: PrefixSet, few: PrefixSet): PrefixSet {
  const n = a.first.length;
  const first = firstScratch(n + few.first.length);
  const last = lastScratch(n + few.first.length);
  let at = 0;
  let next = 0;
  for (let k = 0; k < few.first.length; k++) {
    const f = few.first[k]!;
    const l = few.last[k]!;
    const touching = Math.max(next, firstEndingAtOrAfter(a.last, f - 1));
    at = copyBlock(a, next, touching, first, last, at);
    next = touching;
    const joins = at > 0 && last[at - 1]! >= f - 1;
    if (!joins) {
      first[at] = f;
      last[at] = l;
      at++;
    } else if (l > last[at - 1]!) last[at - 1] = l;
    for (; next < n && a.first[next]! <= last[at - 1]! + 1; next++) {
      if (a.first[next]! < first[at - 1]!) first[at - 1] = a.first[next]!;
      if (a.last[next]! > last[at - 1]!) last[at - 1] = a.last[next]!;
    }
  }
  return copySet(first, last, copyBlock(a, next, n, first, last, at));
}

/** a without the addresses of `few`. */
export function cutFrom(a: PrefixSet, few: PrefixSet): PrefixSet {
  const n = a.first.length;
  const first = firstScratch(n + few.first.length);
  const last = lastScratch(n + few.first.length);
  let at = 0;
  let next = 0;
  // Where the interval `next` begins, after what was cut off its front.
  let from = a.first[0]!;
  for (let k = 0; k < few.first.length && next < n; k++) {
    const f = few.first[k]!;
    const l = few.last[k]!;
    const touching = Math.max(next, firstEndingAtOrAfter(a.last, f));
    if (touching > next) {
      const copied = copyBlock(a, next, touching, first, last, at);
      first[at] = from;
      at = copied;
      next = touching;
      from = a.first[next]!;
    }
    for (; next < n && from <= l; from = a.first[++next]!) {
      if (from < f) {
        first[at] = from;
        last[at++] = f - 1;
      }
      if (a.last[next]! <= l) continue;
      from = l + 1;
      break;
    }
  }
  if (next < n) {
    const copied = copyBlock(a, next, n, first, last, at);
    first[at] = from;
    at = copied;
  }
  return copySet(first, last, at);
}

/** Copies the intervals next … end − 1 to `at`; returns the place behind them. */
function copyBlock(
  { first, last }: PrefixSet,
  next: number,
  end: number,
  toFirst: Uint32Array,
  toLast: Uint32Array,
  at: number,
): number {
  toFirst.set(first.subarray(next, end), at);
  toLast.set(last.subarray(next, end), at);
  return at + Math.max(0, end - next);
}
