// The entries of one list that are on it now, in order: what of an entry that was taken off is still listed
// by others is found without a look at the rest of the list.
import { hostMask, type Prefix } from '../net/prefix.ts';

/** Entries are prefixes, so that two of them are nested, equal or apart; equal ones stand twice. */
export interface OpenEntries {
  /** Sorted by first address, of equal ones the widest first; the room behind `count` is spare. */
  first: Uint32Array;
  last: Uint32Array;
  count: number;
  /** Added since something was last taken off: a list that only grows is never sorted. */
  readonly waiting: Prefix[];
}

export function openEntries(): OpenEntries {
  return { first: new Uint32Array(0), last: new Uint32Array(0), count: 0, waiting: [] };
}

export function addEntries(open: OpenEntries, added: readonly Prefix[]): void {
  for (const entry of added) open.waiting.push(entry);
}

/** Takes entries off that are open. */
export function removeEntries(open: OpenEntries, removed: readonly Prefix[]): void {
  if (removed.length === 0) return;
  takeIn(open);
  let kept = 0;
  let next = 0;
  for (const { first, last } of removed.toSorted(inOrder)) {
    const gone = Math.max(next, placeOf(open, first, last));
    open.first.copyWithin(kept, next, gone);
    open.last.copyWithin(kept, next, gone);
    kept += gone - next;
    next = gone + 1;
  }
  open.first.copyWithin(kept, next, open.count);
  open.last.copyWithin(kept, next, open.count);
  open.count = kept + open.count - next;
}

/** The parts of first … last that no open entry holds, as pairs of ends behind one another. */
export function uncovered(open: OpenEntries, first: number, last: number, parts: number[]): void {
  takeIn(open);
  let from = endAround(open, first) + 1;
  for (let at = placeOf(open, from, Number.POSITIVE_INFINITY); from <= last; ) {
    const end = at < open.count ? open.first[at]! : Number.POSITIVE_INFINITY;
    if (from < end) parts.push(from, Math.min(last, end - 1));
    if (end > last) return;
    from = open.last[at]! + 1;
    at = placeOf(open, from, Number.POSITIVE_INFINITY);
  }
}

/** The last address of the widest open entry that begins before `address` and holds it; else the one before. */
function endAround(open: OpenEntries, address: number): number {
  for (const host of hostMask) {
    const first = (address & ~host) >>> 0;
    if (first === address) break;
    const last = (address | host) >>> 0;
    const at = placeOf(open, first, last);
    if (at < open.count && open.first[at] === first && open.last[at] === last) return last;
  }
  return address - 1;
}

function inOrder(a: Prefix, b: Prefix): number {
  return a.first - b.first || b.last - a.last;
}

/** How many entries stand before first … last. */
function placeOf({ first: firsts, last: lasts, count }: OpenEntries, first: number, last: number) {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const begin = firsts[middle]!;
    if (begin < first || (begin === first && lasts[middle]! > last)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Puts those that wait into their places, from the back, moving blocks. */
function takeIn(open: OpenEntries): void {
  const { waiting } = open;
  if (waiting.length === 0) return;
  waiting.sort(inOrder);
  makeRoom(open, open.count + waiting.length);
  const { first, last } = open;
  let end = open.count;
  for (let left = waiting.length; left > 0; left--) {
    const entry = waiting[left - 1]!;
    const at = Math.min(end, placeOf(open, entry.first, entry.last));
    first.copyWithin(at + left, at, end);
    last.copyWithin(at + left, at, end);
    first[at + left - 1] = entry.first;
    last[at + left - 1] = entry.last;
    end = at;
  }
  open.count += waiting.length;
  waiting.length = 0;
}

function makeRoom(open: OpenEntries, count: number): void {
  if (count <= open.first.length) return;
  const { first, last } = open;
  open.first = new Uint32Array(2 * count);
  open.last = new Uint32Array(2 * count);
  open.first.set(first);
  open.last.set(last);
}
