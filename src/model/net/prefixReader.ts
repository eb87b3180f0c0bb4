// The fast road through a list of prefixes: reads well-formed lines from bytes, stops at any other.
import { hostMask } from './prefix.ts';

/** Bytes that must follow the text, so that a line at its end can be read without a look at it. */
export const padding = 32;

/** Where the reader is: the byte at which the next line starts, and the entries read so far. */
export interface Cursor {
  at: number;
  entries: number;
}

/** A number of one to three digits, as `numberAt` gives it, in one word. */
const lengthShift = 16;
const wrong = 1 << 20;

/**
 * Reads lines `a.b.c.d` or `a.b.c.d/length` from the cursor on, up to the first line that is
 * anything else (blank, comment, spaces, an error), and leaves the cursor at its start. Whether a
 * line is good is gathered by arithmetic and asked once: the lengths of the numbers are random, and
 * a branch on each of them would cost more than all the rest.
 */
export function readLines(
  bytes: Uint8Array,
  end: number,
  first: Uint32Array,
  last: Uint32Array,
  cursor: Cursor,
): void {
  let { at, entries } = cursor;
  while (at < end) {
    const a = numberAt(bytes, at);
    let p = at + ((a >>> lengthShift) & 3);
    let bad = bytes[p]! ^ 46;
    const b = numberAt(bytes, p + 1);
    p += 1 + ((b >>> lengthShift) & 3);
    bad |= bytes[p]! ^ 46;
    const c = numberAt(bytes, p + 1);
    p += 1 + ((c >>> lengthShift) & 3);
    bad |= bytes[p]! ^ 46;
    const d = numberAt(bytes, p + 1);
    p += 1 + ((d >>> lengthShift) & 3);
    bad |= (a | b | c | d) & wrong;
    let length = 32;
    if (bytes[p] === 47) {
      const l = numberAt(bytes, p + 1);
      p += 1 + ((l >>> lengthShift) & 3);
      length = l & 255;
      bad |= (l & wrong) | +(length > 32);
    }
    if (bytes[p] === 13) p++;
    const address = ((a & 255) << 24) | ((b & 255) << 16) | ((c & 255) << 8) | (d & 255);
    const host = hostMask[length & 63]! | 0;
    bad |= (bytes[p]! ^ 10) | (address & host);
    if (bad !== 0) break;
    first[entries] = address;
    last[entries++] = address | host;
    at = p + 1;
  }
  cursor.at = at;
  cursor.entries = entries;
}

/** Value in the low byte, how many digits above it, and a mark if it is no number 0 … 255. */
function numberAt(bytes: Uint8Array, at: number): number {
  const x = bytes[at]! - 48;
  const y = bytes[at + 1]! - 48;
  const z = bytes[at + 2]! - 48;
  const two = +(y >>> 0 < 10);
  const three = two & +(z >>> 0 < 10);
  let value = x + ((9 * x + y) & -two);
  value += (9 * value + z) & -three;
  const ok = +(x >>> 0 < 10) & +(value < 256) & (+(x > 0) | (two ^ 1));
  return (value & 255) | ((1 + two + three) << lengthShift) | ((ok ^ 1) << 20);
}
