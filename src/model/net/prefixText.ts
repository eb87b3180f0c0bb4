// Lists of prefixes as text, one per line: read with every error named, written in fewest prefixes.
import { countBlocks } from './cidrBlocks.ts';
import { parsePrefix } from './prefix.ts';
import { type Cursor, padding, readLines } from './prefixReader.ts';
import { canonicalSet, type PrefixSet } from './prefixSet.ts';
import { longestLine, writeLines } from './prefixWriter.ts';
import { byteScratch, wordScratch } from './scratch.ts';
import { fromBytes, putBytes } from './textBytes.ts';

/** Lines count from 1. `found` is the entry without its comment. */
export interface LineError {
  readonly line: number;
  readonly found: string;
  readonly reason: string;
}

export interface PrefixListing {
  readonly set: PrefixSet;
  /** All lines of the text, with blank ones and comments. */
  readonly lines: number;
  /** Lines that gave a prefix, also when it was there already. */
  readonly prefixes: number;
  readonly errors: readonly LineError[];
}

const lineFeed = 10;
/** `1.1.1.1` and a line end. */
const shortestLine = 8;

const inScratch = byteScratch();
const outScratch = byteScratch();
const firstScratch = wordScratch();
const lastScratch = wordScratch();

/**
 * Reads prefixes and addresses, one per line; skips blank lines and what follows a `#`. Never
 * throws: wrong lines are left out of the set and listed, all at once.
 */
export function readPrefixes(text: string | Uint8Array): PrefixListing {
  const { bytes, end } = putBytes(text, (length) => inScratch(length + padding));
  bytes.fill(lineFeed, end, end + padding);
  const room = Math.ceil((end + 1) / shortestLine);
  const first = firstScratch(room);
  const last = lastScratch(room);
  const cursor: Cursor = { at: 0, entries: 0 };
  const errors: LineError[] = [];
  let lines = 0;
  while (cursor.at < end) {
    const before = cursor.entries;
    readLines(bytes, end, first, last, cursor);
    lines += cursor.entries - before;
    if (cursor.at < end) readOddLine(bytes, first, last, cursor, ++lines, errors);
  }
  const set = canonicalSet(first, last, cursor.entries);
  return { set, lines, prefixes: cursor.entries, errors };
}

/** CIDR text of the set: the fewest prefixes, rising, each with its length and a line end. */
export function writePrefixes(set: PrefixSet): string {
  const out = outScratch(countBlocks(set.first, set.last) * longestLine);
  const end = writeLines(set.first, set.last, new DataView(out.buffer));
  return fromBytes(out.subarray(0, end));
}

function readOddLine(
  bytes: Uint8Array,
  first: Uint32Array,
  last: Uint32Array,
  cursor: Cursor,
  line: number,
  errors: LineError[],
): void {
  const lineEnd = bytes.indexOf(lineFeed, cursor.at);
  const found = withoutComment(fromBytes(bytes.subarray(cursor.at, lineEnd)));
  cursor.at = lineEnd + 1;
  if (found === '') return;
  const reading = parsePrefix(found);
  if (!reading.ok) {
    errors.push({ line, found, reason: reading.reason });
    return;
  }
  first[cursor.entries] = reading.prefix.first;
  last[cursor.entries] = reading.prefix.last;
  cursor.entries++;
}

function withoutComment(line: string): string {
  const comment = line.indexOf('#');
  return (comment < 0 ? line : line.slice(0, comment)).trim();
}
