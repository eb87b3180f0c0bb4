// Sorts intervals by their first address: LSD radix sort, three digits of eleven bits, stable.
import { wordScratch } from './scratch.ts';

const buckets = 2048;
const firstSpare = wordScratch();
const lastSpare = wordScratch();
const countOfDigit = new Uint32Array(3 * buckets);

/** Sorts the first `n` entries of both columns in place. Already sorted input costs one pass. */
export function sortIntervals(first: Uint32Array, last: Uint32Array, n: number): void {
  if (isSorted(first, n)) return;
  const spareF = firstSpare(n);
  const spareL = lastSpare(n);
  placeDigits(first, n, countOfDigit);
  moveByDigit(first, last, spareF, spareL, n, 0, countOfDigit.subarray(0, buckets));
  moveByDigit(spareF, spareL, first, last, n, 11, countOfDigit.subarray(buckets, 2 * buckets));
  moveByDigit(first, last, spareF, spareL, n, 22, countOfDigit.subarray(2 * buckets));
  first.set(spareF.subarray(0, n));
  last.set(spareL.subarray(0, n));
}

function isSorted(key: Uint32Array, n: number): boolean {
  for (let i = 1; i < n; i++) if (key[i - 1]! > key[i]!) return false;
  return true;
}

/** Leaves for each digit value the place where its first key goes. */
function placeDigits(key: Uint32Array, n: number, place: Uint32Array): void {
  place.fill(0);
  for (let i = 0; i < n; i++) {
    const k = key[i]!;
    place[k & 2047]!++;
    place[2048 + ((k >>> 11) & 2047)]!++;
    place[4096 + (k >>> 22)]!++;
  }
  for (let digit = 0; digit < 3; digit++) {
    let sum = 0;
    for (let b = digit * buckets; b < (digit + 1) * buckets; b++) {
      const count = place[b]!;
      place[b] = sum;
      sum += count;
    }
  }
}

function moveByDigit(
  fromF: Uint32Array,
  fromL: Uint32Array,
  toF: Uint32Array,
  toL: Uint32Array,
  n: number,
  shift: number,
  place: Uint32Array,
): void {
  for (let i = 0; i < n; i++) {
    const key = fromF[i]!;
    const digit = (key >>> shift) & 2047;
    const at = place[digit]!;
    place[digit] = at + 1;
    toF[at] = key;
    toL[at] = fromL[i]!;
  }
}
