// Who owns an address: nested prefixes with values, flattened once; the longest prefix wins.
import { lastAddress } from './address.ts';
import { isPrefix } from './prefix.ts';

/**
 * Segment s runs from firstOfSegment[s] to the start of the next one; together they cover all
 * addresses. segmentOfBlock[k] is the segment that holds the first address of the /16 number k
 * (entry 65536 is the last segment), so a search sees only the segments of one /16.
 */
export interface PrefixIndex {
  readonly firstOfSegment: Uint32Array;
  /** −1 where nobody owns the segment. */
  readonly valueOfSegment: Int32Array;
  readonly segmentOfBlock: Uint32Array;
}

/**
 * Values are whole, 0 … 2^31 − 1. Of two equal prefixes the later entry wins. RangeError when the
 * columns differ in length, an entry is not one CIDR block, or a value is out of range.
 */
export function buildPrefixIndex(
  first: ArrayLike<number>,
  last: ArrayLike<number>,
  value: ArrayLike<number>,
): PrefixIndex {
  checkEntries(first, last, value);
  const order = widestFirst(Uint32Array.from(first), Uint32Array.from(last));
  return flatten(Uint32Array.from(first), Uint32Array.from(last), Int32Array.from(value), order);
}

/** The value of the longest prefix around the address, −1 when there is none. */
export function lookUp(index: PrefixIndex, address: number): number {
  const block = address >>> 16;
  let s = index.segmentOfBlock[block]!;
  let left = index.segmentOfBlock[block + 1]! - s + 1;
  while (left > 1) {
    const half = left >>> 1;
    s += -(index.firstOfSegment[s + half]! <= address) & half;
    left -= half;
  }
  return index.valueOfSegment[s]!;
}

/** `lookUp` for every address, into `out`, which must be as long (else RangeError). */
export function lookUpAll(index: PrefixIndex, addresses: Uint32Array, out: Int32Array): void {
  if (out.length < addresses.length) throw new RangeError('out is shorter than addresses');
  sweepLookUps(index.firstOfSegment, index.valueOfSegment, index.segmentOfBlock, addresses, out);
}

/** The ternary form of this search is compiled to a branch and runs half as fast. */
function sweepLookUps(
  start: Uint32Array,
  value: Int32Array,
  block: Uint32Array,
  addresses: Uint32Array,
  out: Int32Array,
): void {
  for (let i = 0; i < addresses.length; i++) {
    const address = addresses[i]!;
    let s = block[address >>> 16]!;
    let left = block[(address >>> 16) + 1]! - s + 1;
    while (left > 1) {
      const half = left >>> 1;
      s += -(start[s + half]! <= address) & half;
      left -= half;
    }
    out[i] = value[s]!;
  }
}

function checkEntries(
  first: ArrayLike<number>,
  last: ArrayLike<number>,
  value: ArrayLike<number>,
): void {
  if (last.length !== first.length || value.length !== first.length) {
    throw new RangeError(`columns of ${first.length}, ${last.length} and ${value.length} entries`);
  }
  for (let i = 0; i < first.length; i++) {
    if (!isPrefix(first[i]!, last[i]!)) throw new RangeError(`entry ${i} is not one prefix`);
    if (value[i]! < 0 || (value[i]! | 0) !== value[i]) {
      throw new RangeError(`value ${value[i]} of entry ${i} is not 0 to 2147483647`);
    }
  }
}

function widestFirst(first: Uint32Array, last: Uint32Array): number[] {
  const order = Array.from(first, (_, i) => i);
  return order.sort((a, b) => first[a]! - first[b]! || last[b]! - last[a]! || a - b);
}

function flatten(
  first: Uint32Array,
  last: Uint32Array,
  value: Int32Array,
  order: ArrayLike<number>,
): PrefixIndex {
  const starts: number[] = [0];
  const values: number[] = [-1];
  const open: number[] = [];
  const begin = (start: number, v: number) => {
    const top = starts.length - 1;
    if (starts[top] === start) values[top] = v;
    else if (values[top] !== v) {
      starts.push(start);
      values.push(v);
    }
  };
  const closeBefore = (address: number) => {
    while (open.length > 0 && last[open[open.length - 1]!]! < address) {
      const end = last[open.pop()!]!;
      const under = open.length > 0 ? value[open[open.length - 1]!]! : -1;
      if (end < lastAddress) begin(end + 1, under);
    }
  };
  for (let i = 0; i < order.length; i++) {
    const entry = order[i]!;
    closeBefore(first[entry]!);
    begin(first[entry]!, value[entry]!);
    open.push(entry);
  }
  closeBefore(2 ** 32);
  return indexSegments(Uint32Array.from(starts), Int32Array.from(values));
}

function indexSegments(firstOfSegment: Uint32Array, valueOfSegment: Int32Array): PrefixIndex {
  const segmentOfBlock = new Uint32Array(65537);
  let s = 0;
  for (let block = 0; block < 65536; block++) {
    while (s + 1 < firstOfSegment.length && firstOfSegment[s + 1]! <= block * 65536) s++;
    segmentOfBlock[block] = s;
  }
  segmentOfBlock[65536] = firstOfSegment.length - 1;
  return { firstOfSegment, valueOfSegment, segmentOfBlock };
}
