// The fast road through a list of prefixes: reads well-formed lines from bytes, stops at any other.
import { hostMask } from './prefix.ts';

/** Line ends that must follow the text, so that a line can be read without a look at the end. */
export const padding = 32;

/** The byte at which the next line starts, and how many entries were read so far. */
export interface Cursor {
  at: number;
  entries: number;
}

const lineFeed = 10;
const carriageReturn = 13;
const dot = 46;
const slash = 47;

/**
 * Reads lines `a.b.c.d` or `a.b.c.d/length` from the cursor on, up to the first line that is
 * anything else (blank, comment, spaces, an error), and leaves the cursor at its start. What is
 * wrong with a line gathers in `bad`, which is asked once: the lengths of the numbers are random,
 * and a branch on each of them would cost more than all the rest.
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
    const bAt = at + digitsAt(bytes, at) + 1;
    const cAt = bAt + digitsAt(bytes, bAt) + 1;
    const dAt = cAt + digitsAt(bytes, cAt) + 1;
    let behind = dAt + digitsAt(bytes, dAt);
    const a = numberIn(bytes, at, bAt - 1 - at);
    const b = numberIn(bytes, bAt, cAt - 1 - bAt);
    const c = numberIn(bytes, cAt, dAt - 1 - cAt);
    const d = numberIn(bytes, dAt, behind - dAt);
    let bad = (a | b | c | d) >> 8;
    bad |= (bytes[bAt - 1]! ^ dot) | (bytes[cAt - 1]! ^ dot) | (bytes[dAt - 1]! ^ dot);
    let length = 32;
    if (bytes[behind] === slash) {
      const digits = digitsAt(bytes, behind + 1);
      length = numberIn(bytes, behind + 1, digits);
      behind += 1 + digits;
      bad |= +(length >>> 0 > 32);
    }
    if (bytes[behind] === carriageReturn) behind++;
    const address = (a << 24) | (b << 16) | (c << 8) | d;
    const host = hostMask[length & 63]!;
    bad |= (bytes[behind]! ^ lineFeed) | (address & host);
    if (bad !== 0) break;
    first[entries] = address;
    last[entries++] = address | host;
    at = behind + 1;
  }
  cursor.at = at;
  cursor.entries = entries;
}

/** How many of the three bytes from `at` on are taken for a number: 1 … 3. */
function digitsAt(bytes: Uint8Array, at: number): number {
  const two = +((bytes[at + 1]! - 48) >>> 0 < 10);
  return 1 + two + (two & +((bytes[at + 2]! - 48) >>> 0 < 10));
}

/** The number of 1 … 3 digits at `at`; has bits above the lowest eight if it is not 0 … 255. */
function numberIn(bytes: Uint8Array, at: number, digits: number): number {
  const x = bytes[at]! - 48;
  const two = digits >> 1;
  const three = digits & two;
  const tens = x + (((x << 3) + x + bytes[at + 1]! - 48) & -two);
  const number = tens + (((tens << 3) + tens + bytes[at + 2]! - 48) & -three);
  const isNoDigit = +(x > 9);
  const hasLeadingZero = two & +(x === 0);
  return number | ((isNoDigit | hasLeadingZero) << 8);
}
