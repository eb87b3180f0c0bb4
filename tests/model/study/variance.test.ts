import fc from 'fast-check';
import { expect, test } from 'vitest';
import { streamsOf } from '../../../src/model/rng.ts';
import { splitVariance } from '../../../src/model/study/variance.ts';

test('where draws and seeds add up, each component is the sample variance of its own effects', () => {
  // y = a + b with a in {0, 3, 6} and b in {0, 1}: nothing is left over, so σ²(rest) = 0.
  // σ²(draw) = ((−3)² + 0² + 3²) / 2 = 9; σ²(seed) = (0.5² + 0.5²) / 1 = 0.5.
  const table = [0, 3, 6].map((a) => [a, a + 1]);
  const { input, chance, total } = splitVariance(table);
  expect(input).toBeCloseTo(9, 12);
  expect(chance).toBeCloseTo(0.5, 12);
  expect(total).toBe(input + chance);
});

test('a table worked out on paper, with something left over', () => {
  // Rows (0, 2) and (4, 10): row means 1, 7; column means 2, 6; mean 4.
  // Draws: 2 · (9 + 9) / 1 = 36. Seeds: 2 · (4 + 4) / 1 = 16. Rest: each cell is 1 off: 4 / 1 = 4.
  // σ²(draw) = (36 − 4) / 2 = 16; σ²(seed) = (16 − 4) / 2 = 6; chance = 6 + 4 = 10.
  const { input, chance } = splitVariance([
    [0, 2],
    [4, 10],
  ]);
  expect(input).toBeCloseTo(16, 12);
  expect(chance).toBeCloseTo(10, 12);
});

test('only chance: no input variance; only inputs: no chance; neither: nothing, to the bit', () => {
  expect(splitVariance([0, 0, 0].map(() => [0.1, 0.4, 0.7])).input).toBe(0);
  expect(splitVariance([0.1, 0.4, 0.7].map((a) => [a, a, a])).chance).toBeCloseTo(0, 15);
  expect(splitVariance([0, 0].map(() => [0.1, 0.1]))).toEqual({ input: 0, chance: 0, total: 0 });
});

test('over many tables the components come out right on average, interaction counted as chance', () => {
  // y = a + b + c with independent uniforms over [0, w]: variance w²/12 each, with w² = 12, 24, 36.
  const random = streamsOf(1)('variance');
  const uniform = (variance: number) => Math.sqrt(12 * variance) * random();
  let [input, chance] = [0, 0];
  const tables = 4000;
  for (let n = 0; n < tables; n++) {
    const b = Array.from({ length: 5 }, () => uniform(2));
    const split = splitVariance(
      Array.from({ length: 5 }, () => {
        const a = uniform(1);
        return b.map((effect) => a + effect + uniform(3));
      }),
    );
    input += split.input / tables;
    chance += split.chance / tables;
  }
  // Cutting off at 0 lifts the mean of the small component; the other stays 2 + 3 within its error.
  expect(input).toBeGreaterThan(0.95);
  expect(input).toBeLessThan(1.3);
  expect(chance).toBeGreaterThan(4.8);
  expect(chance).toBeLessThan(5.2);
});

test('adding a constant changes nothing and doubling quadruples, whatever the table', () => {
  const table = fc.array(
    fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 3 }),
    {
      minLength: 2,
      maxLength: 6,
    },
  );
  fc.assert(
    fc.property(table, (rows) => {
      const { input, chance } = splitVariance(rows);
      const shifted = splitVariance(rows.map((row) => row.map((value) => value + 1000)));
      const doubled = splitVariance(rows.map((row) => row.map((value) => 2 * value)));
      expect(input).toBeGreaterThanOrEqual(0);
      expect(shifted.input).toBeCloseTo(input, 8);
      expect(doubled.input).toBeCloseTo(4 * input, 8);
      expect(doubled.chance).toBeCloseTo(4 * chance, 8);
    }),
  );
});

test('one draw or one seed alone shows no spread', () => {
  expect(() => splitVariance([[1, 2]])).toThrow(RangeError);
  expect(() => splitVariance([[1], [2]])).toThrow(RangeError);
});
