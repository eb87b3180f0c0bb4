import fc from 'fast-check';
import { normalize } from 'multi-integer-range';
import { expect, test } from 'vitest';
import { emptySet, equalSets, prefixSet, setOfPrefixes } from '../../../src/model/net/prefixSet.ts';
import {
  intervalsOf,
  marksOf,
  setOf,
  setOfMarks,
  smallIntervals,
  wideIntervals,
  windowStart,
} from './arbitrarySets.ts';

const top = 2 ** 32 - 1;

test('nested, doubled, adjacent and unsorted intervals become one canonical list', () => {
  const set = prefixSet([40, 0, 8, 8, 20, 2], [47, 7, 15, 15, 29, 3]);
  expect(intervalsOf(set)).toEqual([
    [0, 15],
    [20, 29],
    [40, 47],
  ]);
});

test('the whole space is one interval, also when made of halves and single ends', () => {
  const halves = prefixSet([2 ** 31, 0], [top, 2 ** 31 - 1]);
  expect(intervalsOf(halves)).toEqual([[0, top]]);
  expect(equalSets(halves, prefixSet([0, top, 0], [0, top, top]))).toBe(true);
});

test('neighbours of the last address join it, others do not', () => {
  expect(intervalsOf(prefixSet([top, top - 1], [top, top - 1]))).toEqual([[top - 1, top]]);
  expect(intervalsOf(prefixSet([top, top - 2], [top, top - 2]))).toEqual([
    [top - 2, top - 2],
    [top, top],
  ]);
});

test('nothing makes the empty set', () => {
  expect(equalSets(prefixSet([], []), emptySet)).toBe(true);
  expect(equalSets(setOfPrefixes([]), emptySet)).toBe(true);
});

test('the given columns are left as they were', () => {
  const first = Uint32Array.of(9, 3, 5);
  const last = Uint32Array.of(9, 6, 8);
  const set = prefixSet(first, last);
  expect([...first, ...last]).toEqual([9, 3, 5, 9, 6, 8]);
  prefixSet([1, 20], [2, 30]);
  expect(intervalsOf(set)).toEqual([[3, 9]]);
});

test.each([
  ['columns of unequal length', [1, 2], [3]],
  ['an interval backwards', [2], [1]],
  ['an address of 2^32', [0], [2 ** 32]],
  ['a negative address', [-1], [0]],
  ['half an address', [0.5], [1]],
  ['no number', [Number.NaN], [1]],
])('%s is refused', (_, first, last) => {
  expect(() => prefixSet(first, last)).toThrow(RangeError);
});

test('sets differ when one address differs', () => {
  expect(equalSets(prefixSet([0], [9]), prefixSet([0], [8]))).toBe(false);
  expect(equalSets(prefixSet([0], [9]), prefixSet([0, 11], [9, 11]))).toBe(false);
  expect(equalSets(prefixSet([1], [9]), prefixSet([0], [9]))).toBe(false);
});

test('a small set is what marking its addresses one by one gives', () => {
  fc.assert(
    fc.property(smallIntervals, windowStart, (intervals, start) => {
      const set = setOf(intervals, start);
      expect(intervalsOf(set)).toEqual(setOfMarks(marksOf(intervals), start));
    }),
  );
});

test('a set over the whole space is what the published interval library makes of it', () => {
  fc.assert(
    fc.property(wideIntervals, (intervals) => {
      expect(intervalsOf(setOf(intervals))).toEqual(
        normalize(intervals.map(([first, last]) => [first, last])),
      );
    }),
  );
});

test('a thousand prefixes take the sorted road to the same set as the unsorted one', () => {
  const firsts = Array.from({ length: 1000 }, (_, i) => i * 4_194_304 + (i % 3));
  const lasts = firsts.map((first, i) => first + (i % 7));
  const shuffled = firsts.map((_, i) => (i * 387) % 1000); // 387 and 1000 share no factor
  const sorted = prefixSet(firsts, lasts);
  expect(sorted.first).toHaveLength(1000);
  const unsorted = prefixSet(
    shuffled.map((i) => firsts[i] as number),
    shuffled.map((i) => lasts[i] as number),
  );
  expect(equalSets(sorted, unsorted)).toBe(true);
});
