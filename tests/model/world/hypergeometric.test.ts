import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allTriesFail, allUncertainTriesFail } from '../../../src/model/world/hypergeometric.ts';
import { numberBetween } from '../../arbitraryNumbers.ts';

/** All choices of r of the numbers 0 … n − 1. */
function choices(n: number, r: number, from = 0): number[][] {
  if (r === 0) return [[]];
  return Array.from({ length: n - from }, (_, i) => from + i).flatMap((first) =>
    choices(n, r - 1, first + 1).map((rest) => [first, ...rest]),
  );
}

const small = fc.integer({ min: 1, max: 7 });

test('it is the share of all choices of r addresses that hold blocked ones only', () => {
  fc.assert(
    fc.property(small, small, fc.nat(7), (n, tries, blockedDrawn) => {
      const blocked = Math.min(blockedDrawn, n);
      const all = choices(n, Math.min(tries, n));
      const failing = all.filter((chosen) => chosen.every((address) => address < blocked));
      expect(allTriesFail(blocked, n, tries)).toBeCloseTo(failing.length / all.length, 14);
    }),
  );
});

test('two of three tries on five addresses: C(2, r)/C(5, r) by hand', () => {
  expect(allTriesFail(2, 5, 1)).toBeCloseTo(2 / 5, 15);
  expect(allTriesFail(2, 5, 2)).toBeCloseTo(1 / 10, 15);
  expect(allTriesFail(2, 5, 3)).toBe(0);
});

test('who can try every address loses nothing while one works, and everything when none does', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4096 }), fc.nat(4096), (n, drawn) => {
      const blocked = drawn % n;
      if (n <= 16) expect(allTriesFail(blocked, n, 16)).toBe(0);
      expect(allTriesFail(n, n, 16)).toBe(1);
      expect(allTriesFail(0, n, 16)).toBe(0);
    }),
  );
});

test('with uncertain addresses it is the mean over all choices of the product of their chances', () => {
  const chances = fc.array(numberBetween(0, 1), {
    minLength: 1,
    maxLength: 7,
  });
  fc.assert(
    fc.property(chances, small, (dead, tries) => {
      const all = choices(dead.length, Math.min(tries, dead.length));
      const sum = all.reduce(
        (total, chosen) => total + chosen.reduce((product, slot) => product * dead[slot]!, 1),
        0,
      );
      // Working memory comes back as the last caller left it.
      const used = new Float64Array(8).fill(7);
      const found = allUncertainTriesFail(Float64Array.from(dead), tries, used);
      expect(found).toBeCloseTo(sum / all.length, 13);
    }),
  );
});

test('certain addresses give the hypergeometric share', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }), small, (dead, tries) => {
      const blocked = dead.filter((one) => one).length;
      const chances = Float64Array.from(dead, Number);
      const found = allUncertainTriesFail(chances, tries, new Float64Array(41));
      expect(found).toBeCloseTo(allTriesFail(blocked, dead.length, tries), 13);
    }),
  );
});
