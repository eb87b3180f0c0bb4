// Writes CIDR lines as bytes.
import { blockSpan } from './cidrBlocks.ts';

/** Room for `255.255.255.255/32`, its line end, and the whole words stored over it. */
export const longestLine = 24;

/** Digits of 0 … 255 with a dot behind them, lowest byte first; how many bytes that is. */
const dottedText = new Uint32Array(256);
const dottedLength = new Uint8Array(256);
/** The same for `/0` … `/32` with a line end, from the place where the last dot stands. */
const lengthText = new Uint32Array(33);

for (let n = 0; n < 256; n++) {
  const text = `${n}.`;
  dottedLength[n] = text.length;
  dottedText[n] = wordOf(text);
  if (n <= 32) lengthText[n] = wordOf(`/${n}\n`);
}

/**
 * Writes each interval as the fewest prefixes; returns the end. `view` must be over the memory of
 * the output and long enough for `longestLine` bytes a prefix. Four bytes are stored at a time,
 * whatever is needed of them.
 */
export function writeLines(first: Uint32Array, last: Uint32Array, view: DataView): number {
  let at = 0;
  for (let i = 0; i < first.length; i++) {
    const end = last[i]!;
    for (let from = first[i]!; from <= end; ) {
      const span = blockSpan(from, end);
      at = writeLine(view, at, from, Math.clz32(span));
      from += span + 1;
    }
  }
  return at;
}

function writeLine(view: DataView, start: number, address: number, length: number): number {
  let at = start;
  const a = address >>> 24;
  const b = (address >>> 16) & 255;
  const c = (address >>> 8) & 255;
  const d = address & 255;
  view.setUint32(at, dottedText[a]!, true);
  at += dottedLength[a]!;
  view.setUint32(at, dottedText[b]!, true);
  at += dottedLength[b]!;
  view.setUint32(at, dottedText[c]!, true);
  at += dottedLength[c]!;
  view.setUint32(at, dottedText[d]!, true);
  at += dottedLength[d]! - 1;
  view.setUint32(at, lengthText[length]!, true);
  return at + 3 + +(length > 9);
}

function wordOf(text: string): number {
  let word = 0;
  for (let i = text.length - 1; i >= 0; i--) word = (word << 8) | text.charCodeAt(i);
  return word >>> 0;
}
