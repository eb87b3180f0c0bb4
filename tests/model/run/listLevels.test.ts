// Which lists count together where: by hand, for stacks of three lists on two networks.
import { expect, test } from 'vitest';
import { type ListLevels, listLevels } from '../../../src/model/run/listLevels.ts';

const both = [1, 1];
const list = (isHampering: boolean, applies: readonly number[] = both) => ({
  isHampering,
  appliesToNetwork: Uint8Array.from(applies),
});
const members = (has: (level: number, list: number) => boolean, level: number) =>
  [0, 1, 2].filter((one) => has(level, one));
const held = (levels: ListLevels, level: number) => members(levels.holds, level);
const blamed = (levels: ListLevels, level: number) => members(levels.blames, level);
const onNetwork = (levels: ListLevels, network: number) =>
  Array.from(levels.levelOnNetwork.subarray(3 * network, 3 * network + 3));

test('lists that all drop everywhere have as many levels as they need, and hamper nothing', () => {
  const levels = listLevels([list(false), list(false), list(false)], 2);
  expect(levels.levels).toBe(5);
  expect([0, 1, 2, 3, 4].map((level) => held(levels, level))).toEqual([
    [0],
    [0, 1],
    [0, 1, 2],
    [1],
    [2],
  ]);
  expect([onNetwork(levels, 0), onNetwork(levels, 1)]).toEqual([
    [0, 1, 2],
    [0, 1, 2],
  ]);
  expect(Array.from(levels.aloneLevelOfList)).toEqual([0, 3, 4]);
  expect(levels.hampers).toEqual([]);
});

test('a list that is not applied on a network covers nothing there', () => {
  const levels = listLevels([list(false, [1, 0]), list(false), list(false, [0, 1])], 2);
  expect(onNetwork(levels, 0).map((level) => held(levels, level))).toEqual([[0], [0, 1], [0, 1]]);
  const [none, ...others] = onNetwork(levels, 1);
  expect(none).toBe(-1);
  expect(others.map((level) => held(levels, level))).toEqual([[1], [1, 2]]);
});

test('a list that hampers leaves no address dead, but answers for whom it has driven away', () => {
  const levels = listLevels([list(false), list(true), list(false)], 2);
  // What is published is what all lists hold.
  expect([held(levels, 1), held(levels, 2)]).toEqual([
    [0, 1],
    [0, 1, 2],
  ]);
  const dropped = onNetwork(levels, 0);
  expect(dropped.map((level) => held(levels, level))).toEqual([[0], [0], [0, 2]]);
  expect(dropped.map((level) => blamed(levels, level))).toEqual([[0], [0, 1], [0, 1, 2]]);
  // On both networks the same: its addresses beyond those of the lists that drop, first and last.
  const [first, second, third] = levels.hamperOnNetwork;
  expect([first, third]).toEqual([-1, -1]);
  const { wide, base } = levels.hampers[second!]!;
  expect(base).toBe(dropped[2]);
  expect(held(levels, wide)).toEqual([0, 1, 2]);
  expect(levels.hamperOnNetwork[4]).toBe(second);
  // Alone: all its addresses, and nobody's are dead.
  const alone = levels.hampers[levels.aloneHamperOfList[1]!]!;
  expect([held(levels, alone.wide), held(levels, alone.base)]).toEqual([[1], []]);
  expect(blamed(levels, levels.aloneLevelOfList[1]!)).toEqual([1]);
});

test('two lists that hamper do not count each other’s addresses as dead', () => {
  const levels = listLevels([list(true), list(false), list(true, [0, 1])], 2);
  const hamperAt = (network: number, one: number) =>
    levels.hampers[levels.hamperOnNetwork[3 * network + one]!]!;
  expect(held(levels, hamperAt(1, 0).wide)).toEqual([0, 1]);
  expect(held(levels, hamperAt(1, 2).wide)).toEqual([1, 2]);
  expect(hamperAt(1, 0).base).toBe(hamperAt(1, 2).base);
  // Where the third is not applied, it neither hampers nor is to blame.
  expect(levels.hamperOnNetwork[2]).toBe(-1);
  expect(blamed(levels, hamperAt(0, 0).base)).toEqual([0, 1]);
});
