import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextFreeAddress } from '../../../src/model/net/freeAddress.ts';
import { emptySet } from '../../../src/model/net/prefixSet.ts';
import { complement, difference } from '../../../src/model/net/setAlgebra.ts';
import { contains } from '../../../src/model/net/setQueries.ts';
import {
  address,
  marksOf,
  setOf,
  smallIntervals,
  wideIntervals,
  windowSize,
  windowStart,
} from './arbitrarySets.ts';

const top = 2 ** 32 - 1;
const pool = setOf([
  [10, 19],
  [30, 39],
]);

test('an unlisted address of the pool is kept', () => {
  expect(nextFreeAddress(emptySet, 15, pool)).toBe(15);
});

test('the search steps over listed blocks, to the next block of the pool, and round', () => {
  const listed = setOf([
    [12, 32],
    [36, 50],
  ]);
  expect(nextFreeAddress(listed, 12, pool)).toBe(33);
  expect(nextFreeAddress(listed, 20, pool)).toBe(33);
  expect(nextFreeAddress(listed, 36, pool)).toBe(10);
  expect(nextFreeAddress(listed, top, pool)).toBe(10);
});

test('a fully listed pool has none, even when its neighbours are free', () => {
  expect(nextFreeAddress(setOf([[10, 39]]), 10, pool)).toBeUndefined();
  expect(nextFreeAddress(pool, 35, pool)).toBeUndefined();
  expect(nextFreeAddress(emptySet, 0, emptySet)).toBeUndefined();
});

test('without a pool the whole space is searched, round its end', () => {
  expect(nextFreeAddress(setOf([[5, top]]), 100)).toBe(0);
  expect(nextFreeAddress(setOf([[0, top - 1]]), 0)).toBe(top);
  expect(nextFreeAddress(setOf([[0, top]]), 0)).toBeUndefined();
});

test('in a small space it is the address that trying one after the other finds', () => {
  fc.assert(
    fc.property(
      smallIntervals,
      smallIntervals,
      windowStart,
      fc.nat(windowSize - 1),
      (blocks, poolBlocks, start, from) => {
        const listed = marksOf(blocks);
        const inPool = marksOf(poolBlocks);
        const tried = Array.from({ length: windowSize }, (_, i) => (from + i) % windowSize);
        const found = tried.find((at) => inPool[at] && !listed[at]);
        expect(nextFreeAddress(setOf(blocks, start), start + from, setOf(poolBlocks, start))).toBe(
          found === undefined ? undefined : start + found,
        );
      },
    ),
    { numRuns: 500 },
  );
});

test('over the whole space it is the first address of pool without list', () => {
  fc.assert(
    fc.property(wideIntervals, wideIntervals, address, (blocks, poolBlocks, from) => {
      const listed = setOf(blocks);
      const within = setOf(poolBlocks);
      const free = difference(within, listed);
      const later = free.first.findIndex((_, i) => (free.last[i] as number) >= from);
      const expected = later < 0 ? free.first[0] : Math.max(from, free.first[later] as number);
      expect(nextFreeAddress(listed, from, within)).toBe(expected);
      const anywhere = nextFreeAddress(listed, from);
      expect(anywhere === undefined || contains(complement(listed), anywhere)).toBe(true);
    }),
  );
});
