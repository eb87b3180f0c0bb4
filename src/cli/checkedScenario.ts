// What `overblock check` works out: the figures of scenarios beside the model's, over one seed or several.
import {
  ensembleSeeds,
  type Plan,
  planRun,
  quantilesOf,
  run,
  type Scenario,
} from '../model/index.ts';
import { type FactRow, factRows } from '../scenario/factRows.ts';

/** The published figures of a scenario with those of the model, and how these vary over seeds. */
export interface CheckedScenario {
  readonly scenario: Scenario;
  readonly seeds: number;
  readonly rows: readonly CheckedRow[];
}

export interface CheckedRow extends FactRow {
  /** From the 5 to the 95 % quantile over the seeds; undefined with one seed. */
  readonly range: readonly [number, number] | undefined;
}

/** One after the other, so that a table shows what it has. */
export function* checkAll(
  scenarios: readonly Scenario[],
  seeds: number,
): Iterable<CheckedScenario> {
  for (const scenario of scenarios) {
    const plan = planRun(scenario);
    const [rows = [], ...others] = ensembleSeeds(scenario.seed, seeds).map((seed) =>
      rowsOfSeed(scenario, seed, plan),
    );
    const range = (index: number): readonly [number, number] | undefined => {
      if (others.length === 0) return undefined;
      const { q5, q95 } = quantilesOf([rows, ...others].map((one) => one[index]?.model ?? 0));
      return [q5, q95];
    };
    yield { scenario, seeds, rows: rows.map((row, index) => ({ ...row, range: range(index) })) };
  }
}

function rowsOfSeed(scenario: Scenario, seed: number, plan: Plan): FactRow[] {
  return factRows(scenario, (stack) => run({ ...scenario, stack }, seed, plan));
}
