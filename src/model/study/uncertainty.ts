// An ensemble over seeds and over draws of the uncertain inputs: how sure a result is, and why not surer.
import type { Totals } from './counts.ts';
import { drawInputs, type KeepsRules } from './drawInputs.ts';
import type { Input } from './inputs.ts';
import { meanOf, type Quantiles, quantilesOf } from './quantiles.ts';
import type { Setting } from './settings.ts';
import type { Study } from './study.ts';
import { splitVariance, type VarianceSplit } from './variance.ts';

export interface Uncertainty {
  readonly settings: readonly Setting[];
  readonly draws: number;
  readonly seeds: readonly number[];
  /** Over all draws and seeds, by metric id. */
  readonly means: Totals;
  readonly quantiles: Readonly<Record<string, Quantiles>>;
  readonly variances: Readonly<Record<string, VarianceSplit>>;
}

/**
 * Every draw of the inputs meets every seed.
 * @param settings made before the inputs, such as the choice of a stack
 * @param root the seed of the draws: the scenario's own, so that compared scenarios face the same ones
 * @param keepsRules what is drawn again unless it holds; rulesOf the scenario
 */
export function* uncertaintyStudy(
  inputs: readonly Input[],
  {
    settings = [],
    draws,
    seeds,
    root,
    keepsRules = () => true,
  }: {
    readonly settings?: readonly Setting[];
    readonly draws: number;
    readonly seeds: readonly number[];
    readonly root: number;
    readonly keepsRules?: KeepsRules;
  },
): Study<Uncertainty> {
  const jobs = Array.from({ length: draws }, (_, draw) => {
    const drawn = [...settings, ...drawInputs(inputs, draw, root, keepsRules)];
    return seeds.map((seed) => ({ settings: drawn, seed }));
  });
  const totals = yield jobs.flat();
  const valuesOf = (id: string) => totals.map((one) => one[id]!);
  const tableOf = (id: string) => {
    const values = valuesOf(id);
    return jobs.map((_, d) => values.slice(d * seeds.length, (d + 1) * seeds.length));
  };
  const byMetric = <T>(make: (id: string) => T) =>
    Object.fromEntries(Object.keys(totals[0] ?? {}).map((id) => [id, make(id)]));
  return {
    settings,
    draws,
    seeds,
    means: byMetric((id) => meanOf(valuesOf(id))),
    quantiles: byMetric((id) => quantilesOf(valuesOf(id))),
    variances: byMetric((id) => splitVariance(tableOf(id))),
  };
}
