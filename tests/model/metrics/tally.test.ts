import { expect, test } from 'vitest';
import {
  appendRow,
  BROUGHT,
  fateOf,
  GONE,
  lostShare,
  SAVED,
  THROUGH_NEED,
} from '../../../src/model/metrics/tally.ts';
import { emptyTally, losses, paperTally } from './paperTally.ts';

test('demand and bytes are added up by role: everybody else, then the target', () => {
  const { roleDemand, roleBytes } = emptyTally();
  expect([...roleDemand]).toEqual([200, 100]);
  expect([...roleBytes]).toEqual([10_000, 1000]);
});

test('a row adds up its losses by role and strategy', () => {
  const tally = paperTally();
  expect(tally.rows).toBe(2);
  // Everybody else by both strategies, then the target by both; row 0, then row 1.
  const sums = [2, 0, 10, 0, 28, 15, 20, 5];
  expect([...tally.roleLostOfRow.subarray(0, 8)]).toEqual(sums);
  expect([...tally.roleAloneOfRow.subarray(0, 8)]).toEqual(sums.map((sum) => 2 * sum));
  expect([...tally.roleLostBytesOfRow.subarray(0, 4)]).toEqual([20, 10, 1220, 250]);
  expect([...tally.roleLostHoursOfRow.subarray(0, 4)]).toEqual([1, 1, 16, 5]);
});

test('a service loses what all strategies take of it and who has left, as a share of its demand', () => {
  const tally = paperTally();
  const shares = [0, 1, 2, 3].map((service) => lostShare(tally, 1, service));
  // Of the first service 10 of 100 sessions have left as well.
  expect(shares).toEqual([0.35, 0.05, 0.5, 0.2]);
  tally.demandOfService[2] = 0;
  expect(lostShare(tally, 1, 2)).toBe(0);
});

test('each fate is kept by service; without people who answer there is none', () => {
  const tally = paperTally();
  expect(fateOf(tally, 1, 0, GONE)).toBe(10);
  expect(fateOf(tally, 1, 0, SAVED)).toBe(8);
  expect(fateOf(tally, 1, 1, THROUGH_NEED)).toBe(2);
  expect(fateOf(tally, 1, 1, BROUGHT)).toBe(0);
  expect(fateOf(tally, 0, 0, GONE)).toBe(0);
  const without = emptyTally();
  appendRow(without, losses([1, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]));
  expect(fateOf(without, 0, 0, GONE)).toBe(0);
});

test('two hundred rows keep what was written into them', () => {
  const tally = emptyTally();
  const fates = (row: number) => [
    [row, 0, 0, 0],
    [0, row, 0, 0],
    [0, 0, row, 0],
    [0, 0, 0, row],
  ];
  for (let row = 0; row < 200; row++) {
    const lost = [row, 0, 0, 0, 0, 0, 0, 2 * row];
    const number = appendRow(tally, losses(lost, [row, 0, 0, 0], [0, row, 0, 0], fates(row)));
    expect(number).toBe(row);
  }
  for (let row = 0; row < 200; row++) {
    expect(lostShare(tally, row, 0)).toBe((row + row) / 100);
    expect(lostShare(tally, row, 3)).toBe((2 * row) / 100);
    expect(fateOf(tally, row, 3, THROUGH_NEED)).toBe(row);
    expect([...tally.roleLostOfRow.subarray(4 * row, 4 * row + 4)]).toEqual([0, 2 * row, row, 0]);
    expect(tally.roleAloneOfRow[4 * row + 2]).toBe(2 * row);
    expect(tally.roleLostBytesOfRow[2 * row + 1]).toBe(row);
    expect(tally.roleLostHoursOfRow[2 * row]).toBe(row);
    // Gone of the target, and lost through a need of everybody else.
    expect(tally.roleFatesOfRow[8 * row + 4 + GONE]).toBe(row);
    expect(tally.roleFatesOfRow[8 * row + THROUGH_NEED]).toBe(row);
  }
});
