import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  aucOf,
  flagProbability,
  inspectedShare,
  precisionAt,
} from '../../../src/model/strategies/classifierRates.ts';
import { numberBetween } from '../../arbitraryNumbers.ts';

const score = fc.record({
  mean: numberBetween(-4, 4),
  deviation: numberBetween(0.3, 3),
});

/** Trapezia of TPR over FPR on a grid of θ from −20 to 20: every `stride`-th of the given points. */
function area(hits: readonly number[], alarms: readonly number[], stride: number): number {
  let sum = 0;
  for (let i = 0; i + stride < hits.length; i += stride) {
    sum += ((hits[i]! + hits[i + stride]!) / 2) * (alarms[i]! - alarms[i + stride]!);
  }
  return sum;
}

test('the area under the ROC curve, integrated, is Φ((μt − μo)/√(σt² + σo²))', () => {
  fc.assert(
    fc.property(score, score, (target, other) => {
      // Trapezia err by c·h² + O(h⁴); (4·A(h/2) − A(h))/3 takes the first term away. With h = 0.01 and
      // σ ≥ 0.3 the rest is about h⁴/720 · 1/σ⁵ < 1e-8. Beyond |θ| = 20 lies less than Φ(−16/3) = 5e-8.
      const thetas = Array.from({ length: 8001 }, (_, i) => -20 + i / 200);
      const hits = thetas.map((theta) => flagProbability(target, theta));
      const alarms = thetas.map((theta) => flagProbability(other, theta));
      const integral = (4 * area(hits, alarms, 1) - area(hits, alarms, 2)) / 3;
      expect(Math.abs(integral - aucOf(target, other))).toBeLessThan(1e-6);
    }),
    { numRuns: 25 },
  );
});

test('raising the threshold lowers both rates, never raises one', () => {
  const theta = numberBetween(-8, 10);
  fc.assert(
    fc.property(score, theta, theta, (one, a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      // Where the series and the fraction of Φ meet they differ by less than 1e-15.
      expect(flagProbability(one, high)).toBeLessThanOrEqual(flagProbability(one, low) + 1e-15);
    }),
  );
});

test('equal scores rank at random, and to swap two is to turn the curve over', () => {
  fc.assert(
    fc.property(score, score, (a, b) => {
      expect(aucOf(a, a)).toBe(0.5);
      expect(aucOf(a, b) + aucOf(b, a)).toBeCloseTo(1, 14);
    }),
  );
});

test('precision falls with the share of the target in all flows', () => {
  // 0.9 p / (0.9 p + (1 − p) · FPR), by hand; for one: 0.0009 / (0.0009 + 0.999 · 0.002) = 0.31.
  const baseRates = [0.001, 0.01, 0.06, 0.11];
  const table: readonly (readonly [number, readonly number[]])[] = [
    [0.00004, [0.96, 1, 1, 1]],
    [0.002, [0.31, 0.82, 0.97, 0.98]],
    [0.006, [0.13, 0.6, 0.91, 0.95]],
    [0.014, [0.06, 0.39, 0.8, 0.89]],
    [0.055, [0.02, 0.14, 0.51, 0.67]],
  ];
  for (const [falsePositives, row] of table) {
    expect(
      baseRates.map((p) => Math.round(100 * precisionAt(p, 0.9, falsePositives)) / 100),
    ).toEqual(row);
  }
});

test('one target in a billion: of ten million alarms of a 99 % classifier about one is right', () => {
  // 0.99e-9 / (0.99e-9 + 0.01) = 0.99e-7.
  expect(precisionAt(1e-9, 0.99, 0.01)).toBeCloseTo(0.99e-7, 12);
});

test('where nothing is flagged there is no precision, and without neighbours it is whole', () => {
  expect(precisionAt(0.5, 0, 0)).toBeNaN();
  expect(precisionAt(1, 0.3, 0.9)).toBe(1);
  expect(precisionAt(0, 0.3, 0.9)).toBe(0);
});

test('a box inspects min(1, capacity/load)', () => {
  const positive = numberBetween(0.01, 1);
  fc.assert(
    fc.property(positive, positive, (capacity, load) => {
      expect(inspectedShare(capacity, load)).toBe(Math.min(1, capacity / load));
    }),
  );
  expect(inspectedShare(0.25, 0)).toBe(1);
});
