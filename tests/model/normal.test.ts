import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalCdf, normalQuantile } from '../../src/model/normal.ts';
import { numberBetween } from '../arbitraryNumbers.ts';

// Φ to 16 digits as tables of the error function have it: Φ(z) = erfc(−z/√2)/2.
test.each([
  [0, 0.5],
  [1, 0.8413447460685429],
  [2, 0.9772498680518208],
  [3, 0.9986501019683699],
  [-1, 0.15865525393145705],
  [-2, 0.02275013194817921],
  [-3, 0.0013498980316300946],
  [-5, 2.866515718791939e-7],
  [-8, 6.220960574271784e-16],
  [-10, 7.619853024160525e-24],
])('Φ(%d) is %d', (z, expected) => {
  expect(Math.abs(normalCdf(z) - expected)).toBeLessThan(1e-15);
  // In the lower tail the digits of the value itself are right, not only those behind the point.
  expect(normalCdf(z) / expected).toBeCloseTo(1, 12);
});

test('it rises from 0 to 1 and is symmetrical', () => {
  expect(normalCdf(-40)).toBe(0);
  expect(normalCdf(40)).toBe(1);
  const z = numberBetween(-12, 12);
  fc.assert(
    fc.property(z, z, (a, b) => {
      expect(Math.abs(normalCdf(a) + normalCdf(-a) - 1)).toBeLessThan(1e-15);
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      expect(normalCdf(high) - normalCdf(low)).toBeGreaterThan(-1e-15);
    }),
  );
});

test('it is the integral of the bell curve', () => {
  // Simpson's rule with step h errs by (b − a) · h⁴/180 · max|φ''''| ≤ 1 · 1e-8/180 · 1.2 < 1e-10.
  const density = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  const h = 0.01;
  fc.assert(
    fc.property(numberBetween(-8, 8), (from) => {
      let sum = 0;
      for (let i = 0; i < 50; i++) {
        const z = from + 2 * i * h;
        sum += (density(z) + 4 * density(z + h) + density(z + 2 * h)) * (h / 3);
      }
      expect(Math.abs(normalCdf(from + 1) - normalCdf(from) - sum)).toBeLessThan(1e-10);
    }),
  );
});

test('the quantile is its inverse', () => {
  expect(normalQuantile(0.5)).toBeCloseTo(0, 14);
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 13);
  fc.assert(
    fc.property(numberBetween(1e-15, 1 - 1e-12), (p) => {
      expect(Math.abs(normalCdf(normalQuantile(p)) - p)).toBeLessThan(3e-15);
    }),
  );
});
