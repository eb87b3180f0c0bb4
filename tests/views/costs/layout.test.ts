// The costs of the tiny world's register in words (see tests/tinyWorld.ts).
import { expect, test } from 'vitest';
import { run } from '../../../src/model/index.ts';
import { layoutCosts } from '../../../src/views/costs/layout.ts';
import { tiny, tinyUnder } from '../../model/run/tinyRun.ts';
import { tinyWorld } from '../../tinyWorld.ts';

const assumed = 'By hand.';
const economy = {
  currency: 'TAL',
  population: { value: 2_000_000, reported: 'gazette' },
  gdpPerDay: { value: 1e9, assumed },
  gdpShareOfFullCut: { value: 0.02, low: 0.01, assumed },
  perHeadPerDayOfFullCut: { value: 3, assumed },
  valuePerUserHour: { value: 2, assumed },
};
const cut = [{ id: 'cut', technique: 'shutdown', parameters: { mobile: 1, fixed: 1 } }];
const tableOf = (world: object) => layoutCosts(run(tinyUnder(cut, { world })));

test('a world without an economy has no table', () => {
  expect(layoutCosts(run(tiny()))).toBeUndefined();
});

test('figures and their ends stand in words, with the inputs that they rest on', () => {
  // A cut of three days: 2 million people at 3 a day; 2 % or 1 % of a billion a day.
  const table = tableOf({ ...tinyWorld(), economy });
  expect(table?.currency).toBe('TAL');
  const rows = new Map(table?.rows.map((row) => [row.id, row]));
  expect(rows.get('perHead')).toMatchObject({ figure: '18 million', range: '', parts: [] });
  expect(rows.get('perHead')?.inputs).toEqual([
    'people: 2,000,000, reported (The Gazette)',
    'cost of a full cut a head and day: 3, assumed: By hand',
  ]);
  expect(rows.get('gdpShare')).toMatchObject({
    figure: '60 million',
    // The value is the largest that its file allows: no middle.
    range: '30 million to 60 million; the figure is at the upper end',
  });
  expect(rows.get('gdpShare')?.inputs[1]).toBe(
    'share of it that a full cut costs: 0.02 (0.01 to 0.02; the figure is at the upper end), assumed: By hand',
  );
});

test('a figure within its range has no word of an end', () => {
  const inside = { value: 0.02, low: 0.01, high: 0.04, assumed };
  const atLow = { value: 3, high: 6, assumed };
  const changed = { ...economy, gdpShareOfFullCut: inside, perHeadPerDayOfFullCut: atLow };
  const ranges = tableOf({ ...tinyWorld(), economy: changed })?.rows.map(({ id, range }) => [
    id,
    range,
  ]);
  expect(ranges).toContainEqual(['gdpShare', '30 million to 120 million']);
  expect(ranges).toContainEqual([
    'perHead',
    '18 million to 36 million; the figure is at the lower end',
  ]);
});

test('categories stand by their loss, the largest first', () => {
  const values = { messaging: 1, everyday: 2, banking: 50 } as Readonly<Record<string, number>>;
  const bare = tinyWorld();
  const categories = bare.categories.map((one) => ({
    ...one,
    valuePerSession: { value: values[one.id] ?? 0, assumed },
  }));
  const row = tableOf({ ...bare, economy, categories })?.rows.find(
    ({ id }) => id === 'businessLoss',
  );
  // Three days of 2,000 at 50 and of 7,000 at 2; the target alone is a messenger.
  expect(row?.parts).toEqual(['Banking: 300 thousand', 'Everyday: 42 thousand', 'Messaging: 0']);
  expect(row?.inputs).toContain('Banking, loss of a session: 50, assumed: By hand');
});
