// A map of two numbers, from points written down by hand.
import { expect, test } from 'vitest';
import { layoutHeat } from '../../../src/views/sureness/heatLayout.ts';
import type { Sweep } from '../../../src/views/sureness/sweep.ts';
import { knobOf, pointOf } from './handmade.ts';

const spot = (at: number, stopped: number) => ({ at, point: pointOf(stopped, 0) });
const sweep: Sweep = {
  first: knobOf({ value: 5 }),
  second: knobOf({ id: 'other', value: 10 }),
  form: 'map',
  leftOut: 1,
  lines: [
    { value: 2, spots: [spot(0, 0), spot(5, 0.1), spot(10, 0.4)] },
    // At 10 the scenario does not accept 0.
    { value: 10, spots: [spot(5, 0.2), spot(10, 0.0004)] },
  ],
};
// “10” takes 2 · 6.5 px beside 8 px of room, which leaves 300 of 321 px for three columns; rows are 30 px.
const map = layoutHeat(sweep, 'targetBlocked', 321);
const cellAt = (key: string) => map.cells.find((cell) => cell.key === key);

test('the first number goes to the right, the second one up', () => {
  expect([map.cellWidth, map.cellHeight, map.bottom]).toEqual([100, 30, 60]);
  expect(cellAt('2 0')).toMatchObject({ x: 21, y: 30 });
  expect(cellAt('10 10')).toMatchObject({ x: 221, y: 0 });
  expect(map.xTicks).toEqual([
    { at: 71, words: '0' },
    { at: 171, words: '5' },
    { at: 271, words: '10' },
  ]);
  expect(map.yTicks).toEqual([
    { at: 45, words: '2' },
    { at: 15, words: '10' },
  ]);
});

test('a cell has its figure, its words, and a colour in proportion to the largest', () => {
  expect(cellAt('2 10')).toMatchObject({ figure: '40', words: '2, 10: 40 %', strength: 1 });
  expect(cellAt('10 5')).toMatchObject({ figure: '20', strength: 0.5 });
  expect(cellAt('2 0')).toMatchObject({ figure: '0', strength: 0 });
  expect(cellAt('10 10')?.figure).toBe('< 0.1');
});

test('what does not go together is no cell; the present combination is the last, on top of the others', () => {
  expect(map.cells).toHaveLength(5);
  expect(cellAt('10 0')).toBeUndefined();
  expect(map.cells.filter(({ isNow }) => isNow).map(({ key }) => key)).toEqual(['10 5']);
  expect(map.cells.at(-1)?.key).toBe('10 5');
});

test('in narrow cells figures that find no room are left to the words and the table', () => {
  // 72 px leave 51 for three columns of 17: “40” takes 13 px, “< 0.1” 32.5.
  const narrow = layoutHeat(sweep, 'targetBlocked', 72);
  const figures = new Map(narrow.cells.map(({ key, figure }) => [key, figure]));
  expect([figures.get('2 10'), figures.get('10 10')]).toEqual(['40', '']);
  // A value takes 2 · 6.5 + 8 px, so every second one is written.
  expect(narrow.xTicks.map(({ words }) => words)).toEqual(['0', '10']);
});

test('a map on which nothing happens has no colour', () => {
  expect(layoutHeat(sweep, 'collateral', 321).cells.map(({ strength }) => strength)).toEqual([
    0, 0, 0, 0, 0,
  ]);
});
