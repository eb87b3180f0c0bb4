// The same scenario over many seeds: how much of a result is chance.
import { metrics } from '../metrics/index.ts';
import { streamsOf } from '../rng.ts';
import { placeServices } from '../world/placeServices.ts';
import { planRun } from './plan.ts';
import { runPlaced } from './run.ts';
import type { Plan } from './runState.ts';
import type { Scenario } from './scenarioSchema.ts';

/** Five quantiles of a metric over the seeds. */
export interface Quantiles {
  readonly q5: number;
  readonly q25: number;
  readonly q50: number;
  readonly q75: number;
  readonly q95: number;
}

export interface Ensemble {
  readonly seeds: readonly number[];
  /** Totals of each run by metric id, in the order of the seeds. */
  readonly totals: Readonly<Record<string, readonly number[]>>;
  readonly quantiles: Readonly<Record<string, Quantiles>>;
}

/** Seeds of an ensemble: the scenario's own and those that follow it. */
export function ensembleSeeds(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => (first + index) % 4294967296);
}

/** The totals of one seed by metric id. */
export function totalsOf(scenario: Scenario, seed: number, plan: Plan): Record<string, number> {
  const { tally } = runPlaced(scenario, seed, plan, placeServices(plan.world, streamsOf(seed)));
  return Object.fromEntries(metrics.map((metric) => [metric.id, metric.total(tally)]));
}

/** @param progress called after each seed with the number done; returning false stops early */
export function runEnsemble(
  scenario: Scenario,
  seeds: readonly number[],
  progress: (done: number) => boolean = () => true,
): Ensemble {
  const plan = planRun(scenario);
  const rows: Record<string, number>[] = [];
  for (const seed of seeds) {
    rows.push(totalsOf(scenario, seed, plan));
    if (!progress(rows.length)) break;
  }
  return summarise(seeds.slice(0, rows.length), rows);
}

/** Puts the totals of many seeds together; the seeds may come from several workers. */
export function summarise(
  seeds: readonly number[],
  rows: readonly Readonly<Record<string, number>>[],
): Ensemble {
  const totals = Object.fromEntries(
    metrics.map(({ id }) => [id, rows.map((row) => row[id] as number)]),
  );
  const quantiles = Object.fromEntries(
    metrics.map(({ id }) => [id, quantilesOf(totals[id] as number[])]),
  );
  return { seeds, totals, quantiles };
}

function quantilesOf(values: readonly number[]): Quantiles {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (p: number) => quantile(sorted, p);
  return { q5: at(0.05), q25: at(0.25), q50: at(0.5), q75: at(0.75), q95: at(0.95) };
}

/** Linear interpolation between order statistics (Hyndman and Fan, type 7). */
export function quantile(sorted: readonly number[], p: number): number {
  const position = p * (sorted.length - 1);
  const below = Math.floor(position);
  const low = sorted[below];
  if (low === undefined) return Number.NaN;
  const high = sorted[below + 1] ?? low;
  return low + (position - below) * (high - low);
}
