import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextPortion, paceAfter, startingPace } from '../../src/worker/portions.ts';

/** So many jobs, each with settings of its own. */
const jobs = (count: number) => Array.from({ length: count }, () => ({ settings: [] }));

test('begins with single jobs, and then gives as many as take some 80 ms', () => {
  expect(nextPortion(jobs(1000), 0, 2, startingPace)).toBe(1);
  // 10 jobs in 50 ms are 5 ms each: 16 of them are 80 ms.
  expect(nextPortion(jobs(1000), 0, 2, paceAfter(10, 50))).toBe(16);
  // A clock that shows nothing yet: 64 at most.
  expect(nextPortion(jobs(1000), 0, 2, paceAfter(1, 0))).toBe(64);
  // Jobs of a second go one by one.
  expect(nextPortion(jobs(1000), 0, 2, paceAfter(1, 1000))).toBe(1);
});

test('leaves enough for the others near the end', () => {
  // Of 12 left, two workers share: half of a fair share of 6 is 3.
  expect(nextPortion(jobs(20), 8, 2, paceAfter(100, 1))).toBe(3);
});

test('keeps jobs of one changed world together, up to four more', () => {
  const world = (value: number) => ({ settings: [{ path: ['world', 'x'], value }] });
  const [a, b] = [world(1), world(2)];
  // One is due; the three others of its world go along, those of the next do not.
  expect(nextPortion([a, a, a, a, b, b], 0, 2, startingPace)).toBe(4);
  expect(nextPortion([a, a, a, a, b, b], 4, 2, startingPace)).toBe(2);
  expect(nextPortion(Array(40).fill(a), 0, 2, startingPace)).toBe(5);
  // The world as it is has been compiled already: another worker may as well take the next.
  const stack = { settings: [{ path: ['stack'], value: 'dpi' }] };
  expect(nextPortion([stack, stack, stack], 0, 2, startingPace)).toBe(1);
});

test('is never more than what is left, and never nothing', () => {
  const some = {
    left: fc.integer({ min: 1, max: 300 }),
    from: fc.nat({ max: 50 }),
    workers: fc.integer({ min: 1, max: 4 }),
    pace: fc.double({ min: 0, max: 1e5, noNaN: true }),
    isAlike: fc.boolean(),
  };
  fc.assert(
    fc.property(fc.record(some), ({ left, from, workers, pace, isAlike }) => {
      const one = { settings: [{ path: ['world', 'x'], value: 1 }] };
      const all = isAlike ? Array(from + left).fill(one) : jobs(from + left);
      const portion = nextPortion(all, from, workers, pace);
      expect(portion).toBeGreaterThanOrEqual(1);
      expect(portion).toBeLessThanOrEqual(left);
    }),
  );
});
