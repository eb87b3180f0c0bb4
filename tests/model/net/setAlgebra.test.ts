import fc from 'fast-check';
import { intersect, subtract, append as unite } from 'multi-integer-range';
import { expect, test } from 'vitest';
import { emptySet, equalSets } from '../../../src/model/net/prefixSet.ts';
import { complement, difference, intersection, union } from '../../../src/model/net/setAlgebra.ts';
import { countAddresses, countOverlap } from '../../../src/model/net/setQueries.ts';
import {
  type Interval,
  intervalsOf,
  marksOf,
  setOf,
  setOfMarks,
  smallIntervals,
  wideIntervals,
  windowStart,
} from './arbitrarySets.ts';

const top = 2 ** 32 - 1;
const whole = setOf([[0, top]]);

test('two lists on paper: union, intersection, difference', () => {
  const a = setOf([
    [0, 9],
    [20, 29],
    [top, top],
  ]);
  const b = setOf([
    [5, 22],
    [30, 39],
  ]);
  expect(intervalsOf(union(a, b))).toEqual([
    [0, 39], // 0–9 meets 5–22 meets 20–29, and 30–39 is adjacent
    [top, top],
  ]);
  expect(intervalsOf(intersection(a, b))).toEqual([
    [5, 9],
    [20, 22],
  ]);
  expect(intervalsOf(difference(a, b))).toEqual([
    [0, 4],
    [23, 29],
    [top, top],
  ]);
  expect(intervalsOf(difference(b, a))).toEqual([
    [10, 19],
    [30, 39],
  ]);
});

test('the whole space without its two ends and its middle', () => {
  const holes = setOf([
    [0, 0],
    [2 ** 31, 2 ** 31],
    [top, top],
  ]);
  expect(intervalsOf(difference(whole, holes))).toEqual([
    [1, 2 ** 31 - 1],
    [2 ** 31 + 1, top - 1],
  ]);
  expect(equalSets(union(holes, complement(holes)), whole)).toBe(true);
});

test('a tail that joins across many intervals of the other list ends where the longer one ends', () => {
  const a = setOf([[0, 100]]);
  const b = setOf([
    [2, 3],
    [50, 60],
    [101, 110],
    [112, 113],
  ]);
  expect(intervalsOf(union(a, b))).toEqual([
    [0, 110],
    [112, 113],
  ]);
  expect(equalSets(union(b, a), union(a, b))).toBe(true);
});

test('the empty set is neutral to union and swallows an intersection', () => {
  fc.assert(
    fc.property(wideIntervals, (intervals) => {
      const a = setOf(intervals);
      expect(equalSets(union(a, emptySet), a)).toBe(true);
      expect(equalSets(union(emptySet, a), a)).toBe(true);
      expect(equalSets(intersection(a, emptySet), emptySet)).toBe(true);
      expect(equalSets(intersection(a, whole), a)).toBe(true);
      expect(equalSets(difference(a, emptySet), a)).toBe(true);
      expect(equalSets(difference(emptySet, a), emptySet)).toBe(true);
      expect(equalSets(difference(a, a), emptySet)).toBe(true);
    }),
  );
});

test('small results are what deciding address by address gives', () => {
  fc.assert(
    fc.property(smallIntervals, smallIntervals, windowStart, (left, right, start) => {
      const a = setOf(left, start);
      const b = setOf(right, start);
      const inB = marksOf(right);
      const by = (decide: (a: boolean, b: boolean) => boolean) =>
        setOfMarks(
          marksOf(left).map((inA, at) => decide(inA, inB[at] as boolean)),
          start,
        );
      expect(intervalsOf(union(a, b))).toEqual(by((x, y) => x || y));
      expect(intervalsOf(intersection(a, b))).toEqual(by((x, y) => x && y));
      expect(intervalsOf(difference(a, b))).toEqual(by((x, y) => x && !y));
    }),
    { numRuns: 500 },
  );
});

test('results over the whole space are those of the published interval library', () => {
  fc.assert(
    fc.property(wideIntervals, wideIntervals, (left, right) => {
      const a = setOf(left);
      const b = setOf(right);
      const [x, y] = [ranges(a), ranges(b)];
      expect(intervalsOf(union(a, b))).toEqual(unite(x, y));
      expect(intervalsOf(intersection(a, b))).toEqual(intersect(x, y));
      expect(intervalsOf(difference(a, b))).toEqual(subtract(x, y));
      expect(intervalsOf(complement(a))).toEqual(subtract([[0, top]], x));
    }),
    { numRuns: 500 },
  );
});

test('|A ∪ B| = |A| + |B| − |A ∩ B|, exactly', () => {
  fc.assert(
    fc.property(wideIntervals, wideIntervals, (left, right) => {
      const a = setOf(left);
      const b = setOf(right);
      const shared = countAddresses(intersection(a, b));
      expect(countAddresses(union(a, b))).toBe(countAddresses(a) + countAddresses(b) - shared);
      expect(countAddresses(difference(a, b))).toBe(countAddresses(a) - shared);
      expect(countOverlap(a, b)).toBe(shared);
    }),
  );
});

test('De Morgan: what is in neither is outside of both', () => {
  fc.assert(
    fc.property(wideIntervals, wideIntervals, (left, right) => {
      const a = setOf(left);
      const b = setOf(right);
      const neither = complement(union(a, b));
      expect(equalSets(neither, intersection(complement(a), complement(b)))).toBe(true);
      const notBoth = complement(intersection(a, b));
      expect(equalSets(notBoth, union(complement(a), complement(b)))).toBe(true);
      expect(equalSets(complement(complement(a)), a)).toBe(true);
    }),
  );
});

test('order and grouping of unions and intersections do not matter', () => {
  fc.assert(
    fc.property(wideIntervals, wideIntervals, wideIntervals, (one, two, three) => {
      const [a, b, c] = [setOf(one), setOf(two), setOf(three)];
      for (const operation of [union, intersection]) {
        expect(equalSets(operation(a, b), operation(b, a))).toBe(true);
        const leftFirst = operation(operation(a, b), c);
        expect(equalSets(leftFirst, operation(a, operation(b, c)))).toBe(true);
      }
    }),
  );
});

test('an earlier result keeps its addresses while later ones are computed', () => {
  const kept = union(setOf([[0, 9]]), setOf([[20, 29]]));
  union(setOf([[100, 109]]), setOf([[120, 129]]));
  difference(whole, setOf([[3, 4]]));
  expect(intervalsOf(kept)).toEqual([
    [0, 9],
    [20, 29],
  ]);
});

function ranges(set: Parameters<typeof intervalsOf>[0]): [number, number][] {
  return intervalsOf(set).map(([first, last]: Interval) => [first, last]);
}
