// Nested prefixes with values, laid flat: segments that cover all addresses and never overlap.
import { lastAddress } from './address.ts';
import { sortPairs } from './pairSort.ts';

/** Segment s runs from firstOfSegment[s] to the start of the next one. */
export interface Segments {
  readonly firstOfSegment: Uint32Array;
  /** −1 where no prefix lies. */
  readonly valueOfSegment: Int32Array;
}

/** Entries must be CIDR blocks. The longest prefix wins; of equal ones the one given later. */
export function flattenPrefixes(
  first: Uint32Array,
  last: Uint32Array,
  value: Int32Array,
): Segments {
  const room = 2 * first.length + 1;
  const firstOfSegment = new Uint32Array(room);
  const valueOfSegment = new Int32Array(room);
  const order = outerFirst(first, last);
  const n = layFlat(order, first, last, value, firstOfSegment, valueOfSegment);
  return {
    firstOfSegment: firstOfSegment.slice(0, n),
    valueOfSegment: valueOfSegment.slice(0, n),
  };
}

/** Entry numbers by first address; where that is equal, wide before narrow, early before late. */
function outerFirst(first: Uint32Array, last: Uint32Array): Uint32Array {
  const n = first.length;
  const place = new Uint32Array(34);
  for (let i = 0; i < n; i++) place[Math.clz32(last[i]! - first[i]!) + 1]!++;
  for (let length = 1; length < 33; length++) place[length]! += place[length - 1]!;
  const order = new Uint32Array(n);
  const key = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    const at = place[Math.clz32(last[i]! - first[i]!)]!++;
    order[at] = i;
    key[at] = first[i]!;
  }
  sortPairs(key, order, n);
  return order;
}

/** Keeps the prefixes that are open at the sweep's address on a stack, the innermost on top. */
function layFlat(
  order: Uint32Array,
  first: Uint32Array,
  last: Uint32Array,
  value: Int32Array,
  toFirst: Uint32Array,
  toValue: Int32Array,
): number {
  const endOfOpen = new Float64Array(order.length + 1);
  const valueOfOpen = new Int32Array(order.length + 1);
  endOfOpen[0] = Number.POSITIVE_INFINITY;
  valueOfOpen[0] = -1;
  toValue[0] = -1;
  let top = 0;
  let at = 0;
  for (let i = 0; i <= order.length; i++) {
    const entry = order[i] ?? -1;
    const from = entry < 0 ? lastAddress + 1 : first[entry]!;
    while (endOfOpen[top]! < from) {
      const end = endOfOpen[top--]!;
      if (end < lastAddress) at = startSegment(toFirst, toValue, at, end + 1, valueOfOpen[top]!);
    }
    if (entry < 0) break;
    top++;
    endOfOpen[top] = last[entry]!;
    valueOfOpen[top] = value[entry]!;
    at = startSegment(toFirst, toValue, at, from, value[entry]!);
  }
  return at + 1;
}

/** A start given twice keeps the later value; neighbours of one value stay one segment. */
function startSegment(
  toFirst: Uint32Array,
  toValue: Int32Array,
  at: number,
  from: number,
  value: number,
): number {
  const here = toFirst[at] === from ? at : at + 1;
  if (here > 0 && toValue[here - 1] === value) return here - 1;
  toFirst[here] = from;
  toValue[here] = value;
  return here;
}
