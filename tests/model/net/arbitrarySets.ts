// Random sets for property tests: on windows small enough to count by hand, and over all of IPv4.
import fc from 'fast-check';
import type { PrefixSet } from '../../../src/model/net/prefixSet.ts';
import { prefixSet } from '../../../src/model/net/prefixSet.ts';

export type Interval = readonly [first: number, last: number];

export const windowSize = 48;

/** The start, the signed-integer border and the end of the address space. */
export const windowStart: fc.Arbitrary<number> = fc.constantFrom(
  0,
  2 ** 31 - windowSize / 2,
  2 ** 32 - windowSize,
);

const orderly = ([a, b]: readonly [number, number]): Interval => [Math.min(a, b), Math.max(a, b)];

/** Intervals inside a window, counted from its start. */
export const smallIntervals: fc.Arbitrary<Interval[]> = fc.array(
  fc.tuple(fc.nat(windowSize - 1), fc.nat(windowSize - 1)).map(orderly),
  { maxLength: 12 },
);

/** Addresses that crowd at the places where 32-bit arithmetic goes wrong. */
export const address: fc.Arbitrary<number> = fc.oneof(
  fc.nat(2 ** 32 - 1),
  fc.constantFrom(0, 1, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 2, 2 ** 32 - 1),
  fc.tuple(fc.nat(15), fc.nat(3)).map(([top, low]) => top * 2 ** 28 + low),
);

export const prefixInterval: fc.Arbitrary<Interval> = fc
  .tuple(address, fc.nat(32))
  .map(([at, length]) => {
    const size = 2 ** (32 - length);
    const first = Math.floor(at / size) * size;
    return [first, first + size - 1];
  });

/** Free intervals and prefixes of all lengths, nested, doubled and adjacent, with 0.0.0.0/0. */
export const wideIntervals: fc.Arbitrary<Interval[]> = fc.array(
  fc.oneof(fc.tuple(address, address).map(orderly), prefixInterval, prefixInterval),
  { maxLength: 40 },
);

export function setOf(intervals: readonly Interval[], start = 0): PrefixSet {
  return prefixSet(
    intervals.map(([first]) => start + first),
    intervals.map(([, last]) => start + last),
  );
}

export function intervalsOf(set: PrefixSet): Interval[] {
  return Array.from(set.first, (first, i) => [first, set.last[i] as number]);
}

/** The addresses of a window, one by one, as the oracle of everything small. */
export function marksOf(intervals: readonly Interval[]): boolean[] {
  return Array.from({ length: windowSize }, (_, at) =>
    intervals.some(([first, last]) => first <= at && at <= last),
  );
}

/** The set whose addresses are the marked ones, built one interval after the other. */
export function setOfMarks(marks: readonly boolean[], start: number): Interval[] {
  const intervals: [number, number][] = [];
  marks.forEach((marked, at) => {
    if (!marked) return;
    const before = intervals.at(-1);
    if (before !== undefined && before[1] === start + at - 1) before[1]++;
    else intervals.push([start + at, start + at]);
  });
  return intervals;
}
