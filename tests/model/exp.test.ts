import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exp, probabilityWithin } from '../../src/model/exp.ts';
import { numberBetween } from '../arbitraryNumbers.ts';

test('e to the power x agrees with the engine’s own to two units in the last place', () => {
  // Math.exp itself may be off by one unit, 2.2e-16 of the value at most.
  fc.assert(
    fc.property(numberBetween(-708, 709.78), (x) => {
      const theirs = Math.exp(x);
      expect(Math.abs(exp(x) - theirs) / theirs).toBeLessThan(4.5e-16);
    }),
    { numRuns: 20_000 },
  );
});

test('the ends of the range are as IEEE 754 has them', () => {
  expect(exp(0)).toBe(1);
  expect(exp(-1000)).toBe(0);
  expect(exp(1000)).toBe(Number.POSITIVE_INFINITY);
  // So far out that the power of two is no 32-bit number any more.
  expect(exp(1e12)).toBe(Number.POSITIVE_INFINITY);
  expect(exp(-1e12)).toBe(0);
  // e^709.5 is a double although 2^1024, the power of two beside it, is none.
  expect(exp(709.5) / Math.exp(709.5)).toBeCloseTo(1, 14);
  // Below 2^−1022 the steps between doubles are 2^−1074 wide.
  expect(Math.abs(exp(-740) - Math.exp(-740))).toBeLessThanOrEqual(2 ** -1074);
});

test('the chance within some hours is 1 − e^(−rate · hours), also where the difference cancels', () => {
  fc.assert(
    fc.property(numberBetween(0, 4), numberBetween(0, 24), (rate, hours) => {
      // expm1 keeps its digits near 0. Above 1e-5 ours loses those that 1 − x has: 1.1e-16 of 1.
      const theirs = -Math.expm1(-rate * hours);
      expect(Math.abs(probabilityWithin(rate, hours) - theirs)).toBeLessThan(3e-16);
    }),
    { numRuns: 5000 },
  );
  const tiny = 1e-9;
  expect(probabilityWithin(tiny, 1) / -Math.expm1(-tiny)).toBeCloseTo(1, 14);
  // Here the third term of the series counts: x²/6 = 1.4e-11.
  expect(probabilityWithin(9e-6, 1) / -Math.expm1(-9e-6)).toBeCloseTo(1, 14);
  expect(probabilityWithin(0, 1)).toBe(0);
});

test('a higher rate never makes a discovery less likely', () => {
  fc.assert(
    fc.property(numberBetween(0, 4), numberBetween(0, 4), (a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      expect(probabilityWithin(high, 1)).toBeGreaterThanOrEqual(probabilityWithin(low, 1));
    }),
  );
});
