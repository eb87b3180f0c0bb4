// Who owns an address: the value of the longest prefix around it.
import { flattenPrefixes, type Segments } from './flattenPrefixes.ts';
import { isPrefix } from './prefix.ts';

/**
 * Segments with a table of where to look: segmentOfBlock[k] is the segment that holds the first
 * address of the /16 number k (entry 65536 is the last segment), so that a search sees only the
 * segments of one /16. 256 KiB, whatever the number of prefixes.
 */
export interface PrefixIndex extends Segments {
  readonly segmentOfBlock: Uint32Array;
}

const blocks = 65536;

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
  const segments = flattenPrefixes(
    Uint32Array.from(first),
    Uint32Array.from(last),
    Int32Array.from(value),
  );
  return { ...segments, segmentOfBlock: segmentOfBlocks(segments.firstOfSegment) };
}

/** The value of the longest prefix around the address, −1 when there is none. */
export function lookUp(index: PrefixIndex, address: number): number {
  const { firstOfSegment, segmentOfBlock } = index;
  let segment = segmentOfBlock[address >>> 16]!;
  let left = segmentOfBlock[(address >>> 16) + 1]! - segment + 1;
  while (left > 1) {
    const half = left >>> 1;
    segment += -(firstOfSegment[segment + half]! <= address) & half;
    left -= half;
  }
  return index.valueOfSegment[segment]!;
}

/** `lookUp` of every address into `out`. RangeError when `out` is shorter than `addresses`. */
export function lookUpAll(index: PrefixIndex, addresses: Uint32Array, out: Int32Array): void {
  if (out.length < addresses.length) throw new RangeError('out is shorter than addresses');
  const { firstOfSegment, valueOfSegment, segmentOfBlock } = index;
  sweepLookUps(firstOfSegment, valueOfSegment, segmentOfBlock, addresses, out);
}

/** The step is arithmetic on a comparison: as `? :` it is compiled to a branch, half as fast. */
function sweepLookUps(
  start: Uint32Array,
  value: Int32Array,
  segmentOfBlock: Uint32Array,
  addresses: Uint32Array,
  out: Int32Array,
): void {
  for (let i = 0; i < addresses.length; i++) {
    const address = addresses[i]!;
    let segment = segmentOfBlock[address >>> 16]!;
    let left = segmentOfBlock[(address >>> 16) + 1]! - segment + 1;
    while (left > 1) {
      const half = left >>> 1;
      segment += -(start[segment + half]! <= address) & half;
      left -= half;
    }
    out[i] = value[segment]!;
  }
}

function segmentOfBlocks(firstOfSegment: Uint32Array): Uint32Array {
  const segmentOfBlock = new Uint32Array(blocks + 1);
  const lastSegment = firstOfSegment.length - 1;
  let segment = 0;
  for (let block = 0; block < blocks; block++) {
    while (segment < lastSegment && firstOfSegment[segment + 1]! <= block * blocks) segment++;
    segmentOfBlock[block] = segment;
  }
  segmentOfBlock[blocks] = lastSegment;
  return segmentOfBlock;
}

function checkEntries(
  first: ArrayLike<number>,
  last: ArrayLike<number>,
  value: ArrayLike<number>,
): void {
  const n = first.length;
  if (last.length !== n || value.length !== n) {
    throw new RangeError(`columns of ${n}, ${last.length} and ${value.length} entries`);
  }
  for (let i = 0; i < n; i++) {
    if (!isPrefix(first[i]!, last[i]!)) throw new RangeError(`entry ${i} is not one CIDR block`);
    if (value[i]! < 0 || (value[i]! | 0) !== value[i]) {
      throw new RangeError(`value ${value[i]} of entry ${i} is not a whole 0 to 2147483647`);
    }
  }
}
