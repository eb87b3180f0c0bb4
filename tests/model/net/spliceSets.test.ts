// The way for one large and one small set must come to what counting by hand comes to, whatever the sizes.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { complement, difference, intersection, union } from '../../../src/model/net/setAlgebra.ts';
import { cutFrom, insertInto } from '../../../src/model/net/spliceSets.ts';
import {
  intervalsOf,
  marksOf,
  setOf,
  setOfMarks,
  smallIntervals,
  wideIntervals,
  windowStart,
} from './arbitrarySets.ts';

test('insertInto and cutFrom count as one by one does', () => {
  fc.assert(
    fc.property(smallIntervals, smallIntervals, windowStart, (a, b, start) => {
      const [inA, inB] = [marksOf(a), marksOf(b)];
      const [setA, setB] = [setOf(a, start), setOf(b, start)];
      const either = setOfMarks(
        inA.map((marked, at) => marked || inB[at]!),
        start,
      );
      const onlyA = setOfMarks(
        inA.map((marked, at) => marked && !inB[at]),
        start,
      );
      expect(intervalsOf(insertInto(setA, setB))).toEqual(either);
      expect(intervalsOf(cutFrom(setA, setB))).toEqual(onlyA);
    }),
    { numRuns: 1000 },
  );
});

test('all over the address space they keep the laws of sets', () => {
  fc.assert(
    fc.property(wideIntervals, wideIntervals, (a, b) => {
      const [setA, setB] = [setOf(a), setOf(b)];
      const neither = intersection(complement(setA), complement(setB));
      expect(insertInto(setA, setB)).toEqual(complement(neither));
      expect(cutFrom(setA, setB)).toEqual(intersection(setA, complement(setB)));
    }),
    { numRuns: 500 },
  );
});

test('union and difference take that way for a large set and a small one, in either order', () => {
  // 200 single addresses 0, 10, … 1990; then 5 … 25 over three gaps, and 1990 … 1999 at the end.
  const large = setOf(Array.from({ length: 200 }, (_, i) => [10 * i, 10 * i]));
  const small = setOf([
    [5, 25],
    [1990, 1999],
  ]);
  expect(intervalsOf(union(large, small)).slice(0, 3)).toEqual([
    [0, 0],
    [5, 25],
    [30, 30],
  ]);
  expect(union(small, large)).toEqual(union(large, small));
  expect(union(large, small).first.length).toBe(200 - 2 + 1);
  expect(difference(large, small).first.length).toBe(200 - 3);
});
