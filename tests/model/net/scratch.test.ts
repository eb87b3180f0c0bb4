// Working memory is taken anew or kept from the last call; neither may be seen in a result. A typed
// array that is too short drops what is written behind its end without a word.
import { beforeEach, expect, test, vi } from 'vitest';
import { byteScratch, wordScratch } from '../../../src/model/net/scratch.ts';
import { intervalsOf, setOf } from './arbitrarySets.ts';

/** 100 single addresses, ten apart, the first one at `from`. */
const singles = (from: number) =>
  Array.from({ length: 100 }, (_, i) => [from + 10 * i, from + 10 * i] as [number, number]);

beforeEach(() => vi.resetModules());
const freshAlgebra = () => import('../../../src/model/net/setAlgebra.ts');
const freshSplice = () => import('../../../src/model/net/spliceSets.ts');

test('a scratch has room for what is asked, before and after it had less', () => {
  for (const scratch of [wordScratch(), byteScratch()]) {
    for (const length of [1, 3, 2, 4, 5, 100, 7, 2 ** 20 + 1, 8, 2 ** 21]) {
      expect(scratch(length).length).toBeGreaterThanOrEqual(length);
    }
  }
});

test('small working memory is kept, and more than a megabyte of it is not', () => {
  for (const scratch of [wordScratch(), byteScratch()]) {
    // Asked in words: a comparison of long arrays by their elements takes seconds.
    const isKept = (length: number, array: unknown) => scratch(length) === array;
    const small = scratch(100);
    expect([isKept(100, small), isKept(60, small)]).toEqual([true, true]);
    expect(isKept(2 ** 21, scratch(2 ** 21))).toBe(false);
    expect(isKept(100, small)).toBe(true);
    // A megabyte is a quarter as many words.
    const megabyte = scratch(2 ** 20 / small.BYTES_PER_ELEMENT);
    expect(isKept(1, megabyte)).toBe(true);
  }
});

test('the first union of a process keeps every interval of both', async () => {
  const { union } = await freshAlgebra();
  // Ten apart and five between: 200 intervals, none joined.
  expect(intervalsOf(union(setOf(singles(0)), setOf(singles(5))))).toHaveLength(200);
});

test('so do the first intersection and the first difference', async () => {
  const wide = setOf(singles(0).map(([first]) => [first, first + 8]));
  const halves = singles(2).flatMap(([first]) => [
    [first, first],
    [first + 4, first + 4],
  ]) as [number, number][];
  expect(intervalsOf((await freshAlgebra()).intersection(wide, setOf(halves)))).toHaveLength(200);
  vi.resetModules();
  // Each interval of nine loses two addresses inside: three pieces.
  expect(intervalsOf((await freshAlgebra()).difference(wide, setOf(halves)))).toHaveLength(300);
});

test('so do the first complement, also of what begins behind 0 and ends before the last address', async () => {
  const { complement } = await freshAlgebra();
  expect(intervalsOf(complement(setOf(singles(1))))).toHaveLength(101);
});

test('so do the first insertion into a long list and the first cut out of one', async () => {
  const long = setOf(singles(0).map(([first]) => [first, first + 8]));
  const few = setOf([
    [4, 4],
    [14, 14],
    [2000, 2000],
  ]);
  const inserted = intervalsOf((await freshSplice()).insertInto(long, few));
  expect(inserted).toHaveLength(101);
  expect(inserted.at(-1)).toEqual([2000, 2000]);
  vi.resetModules();
  const cut = intervalsOf((await freshSplice()).cutFrom(long, few));
  expect(cut).toHaveLength(102);
  expect(cut.at(-1)).toEqual([990, 998]);
});
