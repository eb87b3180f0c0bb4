// Ensembles over draws and seeds of the tiny world.
import { expect, test } from 'vitest';
import { metrics } from '../../../src/model/metrics/index.ts';
import { run } from '../../../src/model/run/run.ts';
import { uncertainInputs, withInputs } from '../../../src/model/study/inputs.ts';
import { pointsStudy } from '../../../src/model/study/points.ts';
import type { Setting } from '../../../src/model/study/settings.ts';
import { completeStudy, createEvaluator, type Job } from '../../../src/model/study/study.ts';
import { sweepStudy } from '../../../src/model/study/sweep.ts';
import { uncertaintyStudy } from '../../../src/model/study/uncertainty.ts';
import { answered, plainInput } from './closedStudy.ts';
import { inputNamed, uncertainTiny } from './uncertainTiny.ts';

const seeds = [7, 8, 9, 10];

test('only chance, only inputs, and both told apart', () => {
  const inputs = [plainInput('x', 0, 3, 6)];
  const about = { draws: 400, seeds: [1, 2, 3], root: 5 };
  const split = (formula: (x: number, seed: number) => number) =>
    answered(uncertaintyStudy(inputs, about), (at, seed) => formula(at('x'), seed)).variances
      .collateral!;
  // Seeds 1, 2, 3 have variance 1; the triangle over 0, 3, 6 has (9 + 36 − 18)/18 = 1.5.
  expect(split((_, seed) => seed).input).toBeCloseTo(0, 12);
  expect(split((_, seed) => seed).chance).toBeCloseTo(1, 12);
  expect(split((x) => x).chance).toBeCloseTo(0, 12);
  expect(Math.abs(split((x) => x).input - 1.5)).toBeLessThan(0.2);
  // 2x + seed: 4 · 1.5 and 1.
  const { means, quantiles } = answered(uncertaintyStudy([], about), (_, seed) => seed);
  expect(means.collateral).toBe(2);
  expect(quantiles.collateral).toEqual({ q5: 1, q25: 1, q50: 2, q75: 3, q95: 3 });
  const both = split((x, seed) => 2 * x + seed);
  expect(Math.abs(both.input - 6)).toBeLessThan(0.8);
  expect(both.chance).toBeCloseTo(1, 10);
});

test('a scenario whose register leaves nothing to chance has only the variance of its inputs', () => {
  // Documented entries, documented addresses, fixed lags: every seed gives the same run.
  const scenario = uncertainTiny({ stack: 'ledger', countermeasures: [] });
  const inputs = uncertainInputs(scenario);
  const study = uncertaintyStudy(inputs, { draws: 6, seeds, root: scenario.seed });
  const { input, chance } = completeStudy(study, createEvaluator(scenario)).variances.collateral!;
  expect(input).toBeGreaterThan(1e-6);
  expect(chance).toBeLessThan(1e-20);
});

test('a scenario without uncertain inputs has only that of chance', () => {
  const scenario = uncertainTiny();
  const study = uncertaintyStudy([], { draws: 2, seeds, root: scenario.seed });
  const { input, chance } = completeStudy(study, createEvaluator(scenario)).variances.collateral!;
  expect(input).toBe(0);
  expect(chance).toBeGreaterThan(1e-6);
});

test('compared stacks face the same seeds and the same draws', () => {
  const scenario = uncertainTiny();
  const inputs = uncertainInputs(scenario, ['none', 'adaptive', 'dpi']);
  const jobsOf = (stack: string): Job[] => {
    const settings: Setting[] = [{ path: ['stack'], value: stack }];
    const study = uncertaintyStudy(inputs, { settings, draws: 3, seeds, root: scenario.seed });
    return [...(study.next().value as Job[])];
  };
  const strip = (jobs: Job[]) => jobs.map(({ settings, seed }) => [settings.slice(1), seed]);
  expect(strip(jobsOf('adaptive'))).toEqual(strip(jobsOf('dpi')));
  // One input less shifts none of the others.
  const fewer = uncertaintyStudy(inputs.slice(1), { draws: 3, seeds, root: scenario.seed });
  const [first] = fewer.next().value as Job[];
  expect(first!.settings).toEqual(jobsOf('dpi')[0]!.settings.slice(2));
});

test('a job gives the totals of the run that it names, whatever was run before', () => {
  const scenario = uncertainTiny();
  const [rate, users] = [inputNamed(scenario, 'discoveryPerHour'), inputNamed(scenario, 'users')];
  const evaluate = createEvaluator(scenario);
  for (const [input, value, seed] of [
    [rate, 0.35, 7],
    [users, 7000, 7],
    [rate, 0.35, 8],
  ] as const) {
    const { tally } = run(withInputs(scenario, [input], [value]), seed);
    const expected = Object.fromEntries(metrics.map(({ id, total }) => [id, total(tally)]));
    expect(evaluate({ settings: [{ path: input.path, value }], seed })).toEqual(expected);
  }
});

test('a sweep has a point a combination: a mean and quantiles over the seeds', () => {
  const scenario = uncertainTiny();
  const path = inputNamed(scenario, 'prefixLength').path;
  const stack = { path: ['stack'], values: ['none', 'adaptive'] };
  const study = sweepStudy([stack, { path, values: [24, 32] }], seeds);
  const points = completeStudy(study, createEvaluator(scenario));
  expect(points.map(({ settings }) => settings.map(({ value }) => value))).toEqual([
    ['none', 24],
    ['none', 32],
    ['adaptive', 24],
    ['adaptive', 32],
  ]);
  expect(points[0]!.means.collateral).toBe(0);
  // A wider prefix takes in the neighbours; a /32 only what lives at the target's own addresses.
  expect(points[2]!.means.collateral!).toBeGreaterThan(points[3]!.means.collateral!);
  const { q5, q50, q95 } = points[2]!.quantiles.collateral!;
  expect(q5 <= q50 && q50 <= q95).toBe(true);
});

test('progress counts what is done of what has been asked for', () => {
  const seen: string[] = [];
  const study = pointsStudy([[], []], [1, 2]);
  completeStudy(
    study,
    () => ({}),
    (done, asked) => seen.push(`${done}/${asked}`),
  );
  expect(seen).toEqual(['1/4', '2/4', '3/4', '4/4']);
});

test('jobs and results are plain data: they survive the way to another thread', () => {
  const scenario = uncertainTiny();
  const study = uncertaintyStudy(uncertainInputs(scenario), { draws: 2, seeds, root: 1 });
  const jobs = study.next().value as Job[];
  expect(structuredClone(jobs)).toEqual(jobs);
  const here = createEvaluator(scenario)(jobs[0]!);
  expect(createEvaluator(structuredClone(scenario))(structuredClone(jobs[0]!))).toEqual(here);
});
