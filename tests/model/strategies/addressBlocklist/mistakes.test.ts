// Prefixes that a list takes in by mistake, and the repair.
import { expect, test } from 'vitest';
import { addressBlocklist } from '../../../../src/model/strategies/addressBlocklist/addressBlocklist.ts';
import { keepFor } from './keeping.ts';

const mistake = (afterHours: number, forHours: number) => ({
  prefix: '203.0.113.8/30',
  afterHours,
  forHours,
});

test.each([
  // What stands at any time of a tick counts for the whole of it.
  [1, 5, 2, 5, 7],
  [1, 5.5, 2, 5, 8],
  [3, 5, 2, 1, 3],
  [0.25, 5, 2, 20, 28],
  [1 / 3, 2, 1 / 3, 6, 7],
])(
  'in ticks of %s h, listed after %s h for %s h: from tick %s to before %s',
  (tickHours, after, hours, from, until) => {
    const mistakes = [mistake(after, hours)];
    for (const entries of ['adaptive', 'ledger']) {
      const parameters = { entries, ledger: 'register', mistakes };
      expect(keepFor({ ticks: 60, tickHours }, parameters)).toEqual([
        ['203.0.113.8/30', from, until],
      ]);
    }
  },
);

test('its hours count from the beginning of the window', () => {
  const circumstances = { ticks: 40, inForce: (tick: number) => tick >= 7 };
  expect(keepFor(circumstances, { mistakes: [mistake(5, 2)] })).toEqual([
    ['203.0.113.8/30', 12, 14],
  ]);
});

test('a mistake and a hunted entry of the same prefix live side by side', () => {
  const found = { 3: ['203.0.113.9'] };
  const parameters = { prefixLength: 30, mistakes: [mistake(1, 5)] };
  expect(keepFor({ ticks: 20, found }, parameters)).toEqual([
    ['203.0.113.8/30', 1, 6],
    ['203.0.113.8/30', 3, Number.POSITIVE_INFINITY],
  ]);
});

test('a mistake that a protected prefix forbids is refused, and named', () => {
  const parameters = {
    mistakes: [mistake(1, 2), { ...mistake(1, 2), prefix: '192.0.2.0/24' }],
    protectedPrefixes: ['192.0.2.1/32'],
  };
  const { error } = addressBlocklist.parameters.safeParse(parameters);
  expect(error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
    ['mistakes.1.prefix', 'a prefix that touches no protected one'],
  ]);
  const first = { ...parameters, mistakes: [...parameters.mistakes].reverse() };
  const again = addressBlocklist.parameters.safeParse(first).error;
  expect(again?.issues.map(({ path }) => path.join('.'))).toEqual(['mistakes.0.prefix']);
});
