import fc from 'fast-check';
import { has } from 'multi-integer-range';
import { expect, test } from 'vitest';
import { emptySet } from '../../../src/model/net/prefixSet.ts';
import {
  addressAt,
  contains,
  countAddresses,
  countOverlap,
} from '../../../src/model/net/setQueries.ts';
import { BELOW_ONE, numberBetween } from '../../arbitraryNumbers.ts';
import {
  address,
  intervalsOf,
  marksOf,
  setOf,
  smallIntervals,
  wideIntervals,
  windowSize,
  windowStart,
} from './arbitrarySets.ts';

const top = 2 ** 32 - 1;
const whole = setOf([[0, top]]);
const three = setOf([
  [10, 19],
  [30, 30],
  [top - 4, top],
]);

test('counts on paper', () => {
  expect(countAddresses(three)).toBe(16); // 10 + 1 + 5
  expect(countAddresses(whole)).toBe(4_294_967_296);
  expect(countAddresses(emptySet)).toBe(0);
  expect(countOverlap(three, whole)).toBe(16);
  expect(countOverlap(three, setOf([[15, 35]]))).toBe(6); // 15–19 and 30
  expect(countOverlap(three, emptySet)).toBe(0);
});

test('lists that share a single address at their ends overlap in it', () => {
  const lower = setOf([[0, 5]]);
  const upper = setOf([[5, 9]]);
  expect([countOverlap(lower, upper), countOverlap(upper, lower)]).toEqual([1, 1]);
});

test('ranks run through the set from its lowest address to its highest', () => {
  expect([0, 9, 10, 11, 15].map((rank) => addressAt(three, rank))).toEqual([
    10,
    19,
    30,
    top - 4,
    top,
  ]);
  expect(addressAt(whole, top)).toBe(top);
});

test.each([-1, 16, Number.NaN])('rank %d of a set of sixteen is refused', (rank) => {
  expect(() => addressAt(three, rank)).toThrow(RangeError);
});

test('small sets are counted address by address', () => {
  fc.assert(
    fc.property(smallIntervals, smallIntervals, windowStart, (left, right, start) => {
      const a = setOf(left, start);
      const b = setOf(right, start);
      const inA = marksOf(left);
      const inB = marksOf(right);
      expect(countAddresses(a)).toBe(inA.filter(Boolean).length);
      expect(countOverlap(a, b)).toBe(inA.filter((marked, at) => marked && inB[at]).length);
      expect(Array.from({ length: windowSize }, (_, at) => contains(a, start + at))).toEqual(inA);
    }),
  );
});

test('each rank is the address that many members lie below', () => {
  fc.assert(
    fc.property(smallIntervals, windowStart, (intervals, start) => {
      const set = setOf(intervals, start);
      const members = marksOf(intervals).flatMap((marked, at) => (marked ? [start + at] : []));
      expect(members.map((_, rank) => addressAt(set, rank))).toEqual(members);
    }),
  );
});

test('over the whole space an address at a rank has that many members before it', () => {
  fc.assert(
    fc.property(
      wideIntervals.filter((intervals) => intervals.length > 0),
      numberBetween(0, BELOW_ONE),
      (intervals, share) => {
        const set = setOf(intervals);
        const rank = Math.floor(share * countAddresses(set));
        const found = addressAt(set, rank);
        expect(contains(set, found)).toBe(true);
      },
    ),
  );
});

test('membership over the whole space is that of the published interval library', () => {
  fc.assert(
    fc.property(wideIntervals, fc.array(address, { maxLength: 20 }), (intervals, addresses) => {
      const set = setOf(intervals);
      const ranges = intervalsOf(set).map(([first, last]): [number, number] => [first, last]);
      for (const at of addresses) expect(contains(set, at)).toBe(has(ranges, [[at, at]]));
    }),
  );
});
