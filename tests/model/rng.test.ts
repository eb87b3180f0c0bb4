import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomBelow, randomTriangular, streamsOf } from '../../src/model/rng.ts';
import { BELOW_ONE, numberBetween } from '../arbitraryNumbers.ts';

test('a stream depends on its seed and its name only', () => {
  const first = streamsOf(7)('hop', 'courier');
  const other = streamsOf(7)('placement', 'bank');
  const drawn = [first(), first(), first()];
  other();
  const again = streamsOf(7)('hop', 'courier');
  expect([again(), again(), again()]).toEqual(drawn);
  expect(streamsOf(8)('hop', 'courier')()).not.toBe(drawn[0]);
  expect(streamsOf(7)('hop', 'lantern')()).not.toBe(drawn[0]);
});

test('whole numbers below a bound are drawn evenly', () => {
  const random = streamsOf('even')('numbers');
  const draws = 60_000;
  const seen = new Float64Array(6);
  for (let i = 0; i < draws; i++) seen[randomBelow(random, 6)]! += 1;
  // χ² with 5 degrees of freedom stays below 20.5 in 99.9 % of all cases; the seed is fixed.
  const expected = draws / 6;
  const chiSquare = seen.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  expect(chiSquare).toBeLessThan(20.5);
});

test('triangular draws stay between low and high, and a point is no chance', () => {
  const ends = fc.tuple(fc.integer(), fc.integer(), fc.integer());
  fc.assert(
    fc.property(ends, numberBetween(0, BELOW_ONE), (three, u) => {
      const [low, mode, high] = three.toSorted((a, b) => a - b) as [number, number, number];
      const drawn = randomTriangular(() => u, { low, mode, high });
      expect(drawn).toBeGreaterThanOrEqual(low - 1e-6);
      expect(drawn).toBeLessThanOrEqual(high + 1e-6);
      expect(randomTriangular(() => u, { low, mode: low, high: low })).toBe(low);
    }),
  );
});

test.each([
  { low: 0, mode: 0, high: 6 },
  { low: 1, mode: 2, high: 9 },
  { low: -4, mode: 3, high: 3 },
])('the mean of triangular draws is (low + mode + high)/3: $low, $mode, $high', (shape) => {
  const { low, mode, high } = shape;
  const random = streamsOf('triangle')('draws');
  const draws = 40_000;
  let sum = 0;
  for (let i = 0; i < draws; i++) sum += randomTriangular(random, shape);
  const variance =
    (low * low + mode * mode + high * high - low * mode - low * high - mode * high) / 18;
  const fourErrors = 4 * Math.sqrt(variance / draws);
  expect(Math.abs(sum / draws - (low + mode + high) / 3)).toBeLessThan(fourErrors);
});
