import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortPairs } from '../../../src/model/net/pairSort.ts';
import { address } from './arbitrarySets.ts';

/** Sizes on both sides of the change from inserting to counting digits. */
const keys = fc.oneof(
  fc.array(address, { maxLength: 63 }),
  fc.array(address, { minLength: 64, maxLength: 200 }),
);

test('pairs come in the order of their keys, equal keys in the order given', () => {
  fc.assert(
    fc.property(keys, (given) => {
      const expected = given.map((key, i) => [key, i] as const).sort((a, b) => a[0] - b[0]);
      const key = Uint32Array.from(given);
      const value = Uint32Array.from(given.keys());
      sortPairs(key, value, given.length);
      expect([...key].map((k, i) => [k, value[i]])).toEqual(expected);
    }),
  );
});

test('what lies behind the first n pairs is not touched', () => {
  const key = Uint32Array.of(3, 2, 1, 0);
  const value = Uint32Array.of(30, 20, 10, 0);
  sortPairs(key, value, 3);
  expect([...key, ...value]).toEqual([1, 2, 3, 0, 10, 20, 30, 0]);
});
