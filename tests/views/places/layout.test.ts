// Where sessions are lost, as the page tells it.
import { expect, test } from 'vitest';
import { breakDown } from '../../../src/model/run/breakdown.ts';
import { run } from '../../../src/model/run/run.ts';
import { layoutPlaces } from '../../../src/views/places/layout.ts';
import { tiny } from '../../model/run/tinyRun.ts';
import { tinyWorldWithoutTail } from '../../tinyWorld.ts';

const scenario = tiny({ world: tinyWorldWithoutTail() });
const found = run(scenario);
const places = (tick: number) => layoutPlaces(found, breakDown(found), tick);

test('at a moment: networks with their part of the users, and a dash where nobody of the kind is served', () => {
  // As in tests/model/run/placeLosses.test.ts: 2,700 of 5,400 and 900 of 3,600; 3,600 of 5,500 at Nimbus.
  const { networks, providers } = places(36);
  expect(networks.map(({ title, note, now }) => [title, note, now])).toEqual([
    ['Mobile', 'mobile, 60 % of the users', figures('100 %', '50 %', 0.5)],
    ['Fixed lines', 'fixed lines, 40 % of the users', figures('50 %', '25 %', 0.25)],
  ]);
  expect(providers.map(({ title, note, now }) => [title, note, now])).toEqual([
    ['Nimbus', 'cloud', figures('80 %', '65 %', 3600 / 5500)],
  ]);
});

test('over the period: a provider from which nothing is lost at any time is left out', () => {
  // Homenet loses nothing. Mobile: of the target half from tick 12, all in 24 … 59, half again until 72:
  // (0.5 · 12 + 36 + 0.5 · 12)/72 = 2/3; of others 4,500/9,000 in 36 ticks and, as the nested entry stays,
  // in the last 12 as well: 48/72 · 0.5 = 1/3.
  const { networks, providers } = places(0);
  expect(providers.map(({ id }) => id)).toEqual(['nimbus']);
  expect(networks[0]?.now).toEqual(figures('0 %', '0 %', 0));
  expect(networks[0]?.period.target).toBe('67 %');
  expect(networks[0]?.period.others).toBe('33 %');
});

function figures(target: string, others: string, length: number) {
  return { target, others, length: expect.closeTo(length, 9) };
}
