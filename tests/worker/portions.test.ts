import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextPortion, paceAfter, startingPace } from '../../src/worker/portions.ts';

test('begins with single jobs, and then gives as many as take some 80 ms', () => {
  expect(nextPortion(1000, 2, startingPace)).toBe(1);
  // 10 jobs in 50 ms are 5 ms each: 16 of them are 80 ms.
  expect(nextPortion(1000, 2, paceAfter(10, 50))).toBe(16);
  // A clock that shows nothing yet: 64 at most.
  expect(nextPortion(1000, 2, paceAfter(1, 0))).toBe(64);
  // Jobs of a second go one by one.
  expect(nextPortion(1000, 2, paceAfter(1, 1000))).toBe(1);
});

test('leaves enough for the others near the end', () => {
  // Of 12 left, two workers share: half of a fair share of 6 is 3.
  expect(nextPortion(12, 2, paceAfter(100, 1))).toBe(3);
});

test('is never more than what is left, and never nothing', () => {
  const some = { left: fc.integer({ min: 1, max: 5000 }), workers: fc.integer({ min: 1, max: 4 }) };
  fc.assert(
    fc.property(
      fc.record({ ...some, pace: fc.double({ min: 0, max: 1e5, noNaN: true }) }),
      (one) => {
        const portion = nextPortion(one.left, one.workers, one.pace);
        expect(portion).toBeGreaterThanOrEqual(1);
        expect(portion).toBeLessThanOrEqual(one.left);
      },
    ),
  );
});
