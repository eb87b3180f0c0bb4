import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberBetween } from './arbitraryNumbers.ts';

test('drawn numbers lie in all tenths of an interval, and none outside', () => {
  const tenths = new Set(
    fc.sample(numberBetween(-5, 5), 1000).map((number) => {
      expect(number).toBeGreaterThanOrEqual(-5);
      expect(number).toBeLessThanOrEqual(5);
      return Math.min(9, Math.floor(number + 5));
    }),
  );
  expect(tenths.size).toBe(10);
});
