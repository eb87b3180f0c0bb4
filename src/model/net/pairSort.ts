// Sorts pairs of words by the first of them, stable: by insertion where there are few, else LSD
// radix sort with three digits of eleven bits.
import { wordScratch } from './scratch.ts';

const buckets = 2048;
/** Below this, counting into 6,144 buckets costs more than inserting. */
const few = 64;
const keySpare = wordScratch();
const valueSpare = wordScratch();
const places = new Uint32Array(3 * buckets);
const placesOfDigit = [0, 1, 2].map((d) => places.subarray(d * buckets, (d + 1) * buckets));

/** Sorts the first `n` entries of both columns in place. Already sorted input costs one pass. */
export function sortPairs(key: Uint32Array, value: Uint32Array, n: number): void {
  if (isSorted(key, n)) return;
  if (n < few) insertEach(key, value, n);
  else sortByDigits(key, value, n);
}

function insertEach(key: Uint32Array, value: Uint32Array, n: number): void {
  for (let i = 1; i < n; i++) {
    const k = key[i]!;
    const v = value[i]!;
    let at = i;
    for (; at > 0 && key[at - 1]! > k; at--) {
      key[at] = key[at - 1]!;
      value[at] = value[at - 1]!;
    }
    key[at] = k;
    value[at] = v;
  }
}

function sortByDigits(key: Uint32Array, value: Uint32Array, n: number): void {
  const spareKey = keySpare(n);
  const spareValue = valueSpare(n);
  countDigits(key, n, places);
  for (const place of placesOfDigit) sumBefore(place);
  moveByDigit(key, value, spareKey, spareValue, n, 0, placesOfDigit[0]!);
  moveByDigit(spareKey, spareValue, key, value, n, 11, placesOfDigit[1]!);
  moveByDigit(key, value, spareKey, spareValue, n, 22, placesOfDigit[2]!);
  key.set(spareKey.subarray(0, n));
  value.set(spareValue.subarray(0, n));
}

function isSorted(key: Uint32Array, n: number): boolean {
  for (let i = 1; i < n; i++) if (key[i - 1]! > key[i]!) return false;
  return true;
}

function countDigits(key: Uint32Array, n: number, count: Uint32Array): void {
  count.fill(0);
  for (let i = 0; i < n; i++) {
    const k = key[i]!;
    count[k & 2047]!++;
    count[2048 + ((k >>> 11) & 2047)]!++;
    count[4096 + (k >>> 22)]!++;
  }
}

/** Turns counts into places: each entry becomes the sum of those before it. */
function sumBefore(counts: Uint32Array): void {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i]!;
    counts[i] = sum;
    sum += count;
  }
}

function moveByDigit(
  key: Uint32Array,
  value: Uint32Array,
  toKey: Uint32Array,
  toValue: Uint32Array,
  n: number,
  shift: number,
  place: Uint32Array,
): void {
  for (let i = 0; i < n; i++) {
    const k = key[i]!;
    const digit = (k >>> shift) & 2047;
    const at = place[digit]!;
    place[digit] = at + 1;
    toKey[at] = k;
    toValue[at] = value[i]!;
  }
}
