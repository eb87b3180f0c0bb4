// Published figures beside those of the model as JSON.
import { countVerdicts, verdictOf } from '../scenario/factRows.ts';
import { sourceOf } from '../scenario/whereFrom.ts';
import type { CheckedScenario } from './checkedScenario.ts';

/** Shares are 0 … 1, also as errors; other errors are relative; null where there is none. */
export function checkJson(checked: readonly CheckedScenario[]): string {
  const scenarios = checked.map(({ scenario, seeds, rows }) => ({
    scenario: scenario.id,
    title: scenario.title,
    seed: scenario.seed,
    seeds,
    checks: countVerdicts(rows, 'check'),
    calibration: countVerdicts(rows, 'calibration'),
    facts: rows.map((row) => ({
      ...factOf(row),
      source: { id: row.fact.reported, ...sourceOf(scenario, row.fact.reported) },
    })),
  }));
  return `${JSON.stringify({ scenarios }, null, 2)}\n`;
}

function factOf({
  fact,
  stack,
  metric,
  model,
  range,
  error,
  ...row
}: CheckedScenario['rows'][number]) {
  const { value, low, high } = row;
  return {
    id: fact.id,
    title: fact.title,
    role: fact.role,
    at: fact.at,
    until: fact.until ?? null,
    stack,
    metric: metric.id,
    service: fact.service ?? null,
    unit: metric.unit,
    value: value ?? null,
    low: low ?? null,
    high: high ?? null,
    model,
    range: range ?? null,
    error: error ? (error.kind === 'points' ? error.value / 100 : error.value) : null,
    errorIs: error ? (error.kind === 'points' ? 'difference' : 'relative') : null,
    verdict: verdictOf(row),
    note: fact.note ?? null,
    why: fact.why ?? null,
  };
}
