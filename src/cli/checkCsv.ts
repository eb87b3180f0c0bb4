// Published figures beside those of the model as a table for R, pandas or a spreadsheet: one row a figure.
import { verdictOf } from '../scenario/factRows.ts';
import { sourceOf } from '../scenario/whereFrom.ts';
import type { CheckedRow, CheckedScenario } from './checkedScenario.ts';

const header =
  'scenario,fact,title,role,at,until,stack,metric,service,unit,value,low,high,model,model5,model95,error,errorIs,verdict,source,sourceTitle,sourceUrl,why';

export function* checkCsv(checked: Iterable<CheckedScenario>): Iterable<string> {
  yield `${header}\n`;
  for (const { scenario, rows } of checked) {
    for (const row of rows) {
      const { title, url } = sourceOf(scenario, row.fact.reported);
      const cells = [scenario.id, ...cellsOf(row), row.fact.reported, title, url, row.fact.why];
      yield `${cells.map(quoted).join(',')}\n`;
    }
  }
}

function cellsOf({
  fact,
  stack,
  metric,
  value,
  low,
  high,
  model,
  range,
  error,
  ...row
}: CheckedRow) {
  return [
    ...[fact.id, fact.title, fact.role, fact.at, fact.until, stack, metric.id, fact.service],
    ...[metric.unit, value, low, high, model, range?.[0], range?.[1]],
    ...[error && (error.kind === 'points' ? error.value / 100 : error.value)],
    ...[error && (error.kind === 'points' ? 'difference' : 'relative'), verdictOf(row)],
  ];
}

/** As RFC 4180 has it; nothing for what is not given. */
function quoted(cell: string | number | undefined): string {
  const text = cell === undefined ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
