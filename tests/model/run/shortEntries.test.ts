// What is shorter than a tick counts for the ticks that it touches.
import { expect, test } from 'vitest';
import { run } from '../../../src/model/run/run.ts';
import { tiny, tinyUnder } from './tinyRun.ts';

const entry = (from: string, until: string) => ({
  prefix: '192.0.2.0/24',
  from: `2018-04-16T${from}+03:00`,
  until: `2018-04-16T${until}+03:00`,
  assumed: 'for the test',
});

test.each([
  ['02:00', '02:40', 2, 3],
  ['02:10', '02:40', 2, 3],
  ['02:50', '03:10', 2, 4],
  ['02:00', '03:00', 2, 3],
  ['02:59', '04:00', 2, 4],
])('an entry from %s to %s is listed in the hours %s to before %s', (from, until, first, end) => {
  const { tally } = run(tiny({ ledgers: { register: [entry(from, until)] } }));
  const hours = [...tally.listedOfTick.keys()].filter((tick) => tally.listedOfTick[tick] === 256);
  expect(hours).toEqual(Array.from({ length: end - first }, (_, i) => first + i));
});

test('so is a strategy whose window is shorter than an hour', () => {
  const classifier = tiny({ stack: 'dpi' }).stacks.find(({ id }) => id === 'dpi')!.strategies[0]!;
  const window = { from: '2018-04-16T02:10+03:00', to: '2018-04-16T02:40+03:00' };
  const { tally } = run(tinyUnder([{ ...classifier, window }]));
  const lost = (tick: number) => tally.roleLostOfRow[2 * tally.rowOfTick[tick]! + 1]!;
  expect([1, 2, 3].map((tick) => lost(tick) > 0)).toEqual([false, true, false]);
});

test('ticks of a third of an hour are whole numbers of them', () => {
  const { plan } = run(tiny({ tickHours: 1 / 3, stack: 'none' }));
  expect(plan.ticks).toBe(216);
});
