// Studies answered by a formula instead of by runs, so that their results are known beforehand.
import { metrics } from '../../../src/model/metrics/index.ts';
import type { Input } from '../../../src/model/study/inputs.ts';
import { completeStudy, type Job, type Study } from '../../../src/model/study/study.ts';

/** An input named by its id, which is also its path. */
export function plainInput(id: string, low: number, mode: number, high: number): Input {
  return { path: [id], id, title: id, low, mode, high, isWhole: false, basis: {} };
}

/** Completes a study whose every metric is `formula(value of a setting by its first key, seed)`. */
export function answered<R>(
  study: Study<R>,
  formula: (at: (key: string) => number, seed: number) => number,
): R {
  return completeStudy(study, ({ settings, seed }: Job) => {
    const values = new Map(settings.map(({ path, value }) => [path[0], value]));
    const result = formula((key) => Number(values.get(key) ?? 0), seed);
    return Object.fromEntries(metrics.map(({ id }) => [id, result]));
  });
}
