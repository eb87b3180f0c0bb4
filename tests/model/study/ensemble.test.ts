import { expect, test } from 'vitest';
import { metrics } from '../../../src/model/metrics/index.ts';
import { run } from '../../../src/model/run/run.ts';
import { ensembleSeeds, runEnsemble, summarise } from '../../../src/model/study/ensemble.ts';
import { quantile } from '../../../src/model/study/quantiles.ts';
import { tiny } from '../run/tinyRun.ts';

test('quantiles lie between the order statistics, in proportion', () => {
  // Type 7 of Hyndman and Fan: position p · (n − 1) counted from 0. Five values: 0.05 · 4 = 0.2.
  const values = [10, 20, 40, 80, 160];
  expect(quantile(values, 0)).toBe(10);
  expect(quantile(values, 0.05)).toBeCloseTo(10 + 0.2 * 10, 12);
  expect(quantile(values, 0.25)).toBe(20);
  expect(quantile(values, 0.5)).toBe(40);
  expect(quantile(values, 0.95)).toBeCloseTo(80 + 0.8 * 80, 12);
  expect(quantile(values, 1)).toBe(160);
  expect(quantile([7], 0.95)).toBe(7);
  expect(quantile([], 0.5)).toBeNaN();
});

test('an ensemble sorts the totals of its seeds, whatever their order', () => {
  const rows = [3, 1, 2].map((value) => Object.fromEntries(metrics.map(({ id }) => [id, value])));
  const { totals, quantiles } = summarise([30, 10, 20], rows);
  expect(totals.collateral).toEqual([3, 1, 2]);
  const { q5, q25, q50, q75, q95 } = quantiles.collateral!;
  const expected = [1.1, 1.5, 2, 2.5, 2.9];
  [q5, q25, q50, q75, q95].forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i]!, 12);
  });
});

test('its totals are those of the single runs, and it stops when it is told to', () => {
  const scenario = tiny({ stack: 'adaptive' });
  const seeds = ensembleSeeds(scenario.seed, 4);
  expect(seeds).toEqual([7, 8, 9, 10]);
  const { totals } = runEnsemble(scenario, seeds);
  for (const { id, total } of metrics) {
    expect(totals[id]).toEqual(seeds.map((seed) => total(run(scenario, seed).tally)));
  }
  const stopped = runEnsemble(scenario, seeds, (done) => done < 2);
  expect(stopped.seeds).toEqual([7, 8]);
  expect(stopped.totals.collateral).toEqual(totals.collateral!.slice(0, 2));
});

test('seeds start anew behind the largest', () => {
  expect(ensembleSeeds(2 ** 32 - 1, 2)).toEqual([2 ** 32 - 1, 0]);
});
