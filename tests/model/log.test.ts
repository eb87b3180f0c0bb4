import fc from 'fast-check';
import { expect, test } from 'vitest';
import { log } from '../../src/model/log.ts';

test('the logarithm agrees with the engine’s own to 1e-15 of the larger of 1 and its value', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x) => {
      const theirs = Math.log(x);
      expect(Math.abs(log(x) - theirs)).toBeLessThan(1e-15 * Math.max(1, Math.abs(theirs)));
    }),
    { numRuns: 5000 },
  );
});

test('ln 1 is 0 and ln e is 1', () => {
  expect(log(1)).toBe(0);
  expect(log(Math.E)).toBeCloseTo(1, 15);
});
