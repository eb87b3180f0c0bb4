// The same scenario over many seeds: how much of a result is chance.
import { streamsOf } from '../rng.ts';
import { planRun } from '../run/plan.ts';
import { runPlaced } from '../run/run.ts';
import type { Plan } from '../run/runState.ts';
import type { Scenario } from '../run/scenarioSchema.ts';
import { placeServices } from '../world/placeServices.ts';
import { totalsOfRun } from './counts.ts';
import { type Quantiles, quantilesOf } from './quantiles.ts';
import type { Study } from './study.ts';

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
  return totalsOfRun(runPlaced(scenario, seed, plan, placeServices(plan.world, streamsOf(seed))));
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

/** The same as a study, for whoever runs it elsewhere. */
export function* ensembleStudy(seeds: readonly number[]): Study<Ensemble> {
  const settings: [] = [];
  return summarise(seeds, yield seeds.map((seed) => ({ settings, seed })));
}

/** Puts the totals of many seeds together; the seeds may come from several workers. */
export function summarise(
  seeds: readonly number[],
  rows: readonly Readonly<Record<string, number>>[],
): Ensemble {
  const ids = Object.keys(rows[0] ?? {});
  const totals = Object.fromEntries(ids.map((id) => [id, rows.map((row) => row[id] as number)]));
  const quantiles = Object.fromEntries(ids.map((id) => [id, quantilesOf(totals[id] as number[])]));
  return { seeds, totals, quantiles };
}
