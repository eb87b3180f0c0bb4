// What a study counts: metrics, and costs where the world has an economy.
import { expect, test } from 'vitest';
import { metrics } from '../../../src/model/metrics/index.ts';
import { run } from '../../../src/model/run/run.ts';
import { costIds, countsOf, totalsOfRun } from '../../../src/model/study/counts.ts';
import { ensembleStudy } from '../../../src/model/study/ensemble.ts';
import { completeStudy, createEvaluator } from '../../../src/model/study/study.ts';
import { tinyWorld } from '../../tinyWorld.ts';
import { tiny, tinyUnder } from '../run/tinyRun.ts';

const assumed = 'By hand.';
const economy = {
  currency: 'TAL',
  population: { value: 1000, assumed },
  gdpPerDay: { value: 50_000, assumed },
  gdpShareOfFullCut: { value: 0.02, low: 0.01, assumed },
  perHeadPerDayOfFullCut: { value: 2, assumed },
  valuePerUserHour: { value: 3, assumed },
};
const cut = [{ id: 'cut', technique: 'shutdown', parameters: { mobile: 1, fixed: 1 } }];
const scenario = tinyUnder(cut, { world: { ...tinyWorld(), economy } });

test('three days of a full cut cost the yardsticks thrice, and the hours of all others', () => {
  // 1,000 people at 2 a day; 2 % of 50,000 a day; 10,000 sessions of half an hour a day at 3 an hour.
  const totals = createEvaluator(scenario)({ settings: [], seed: 7 });
  expect(totals.costPerHead).toBeCloseTo(3 * 1000 * 2, 8);
  expect(totals.costGdpShare).toBeCloseTo(3 * 50_000 * 0.02, 8);
  expect(totals.costUserHours).toBeCloseTo(3 * 10_000 * 0.5 * 3, 6);
});

test('what is told of the counts are the ids of the totals, with the currency of the world', () => {
  const counts = countsOf(scenario);
  expect(counts.map(({ id }) => id)).toEqual(Object.keys(totalsOfRun(run(scenario))));
  expect(counts.map(({ id }) => id)).toEqual([...metrics.map(({ id }) => id), ...costIds]);
  expect(counts.find(({ id }) => id === 'costPerHead')).toMatchObject({
    title: 'Cost by the yardstick per head, TAL',
    unit: 'currency',
  });
});

test('a world without an economy has metrics only', () => {
  const bare = tiny();
  const ids = metrics.map(({ id }) => id);
  expect(countsOf(bare).map(({ id }) => id)).toEqual(ids);
  expect(Object.keys(totalsOfRun(run(bare)))).toEqual(ids);
});

test('an ensemble has quantiles of the costs: of a full cut, which leaves nothing to chance, five times the same', () => {
  const { quantiles } = completeStudy(ensembleStudy([1, 2, 3]), createEvaluator(scenario));
  for (const value of Object.values(quantiles.costPerHead ?? {}))
    expect(value).toBeCloseTo(6000, 8);
});
