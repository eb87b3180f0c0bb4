// Published figures beside those of the model: a line with its figures, a line with its words. `check` and
// the table of a run say it alike.
import type { Fact, Scenario } from '../model/index.ts';
import { shareWriter } from '../scenario/factFigures.ts';
import {
  countVerdicts,
  errorInWords,
  type FactCounts,
  type FactRow,
  hoursOfFact,
  verdictOf,
} from '../scenario/factRows.ts';
import { sourceOf } from '../scenario/whereFrom.ts';
import { figureOf } from '../scenario/words.ts';
import type { CheckedRow } from './checkedScenario.ts';
import { columns } from './columns.ts';
import { wrapped } from './wrapped.ts';

/** No line of words is longer. */
export const widthOfFacts = 110;

/** @param seeds over how many the ranges of the rows go; none is shown over one */
export function factLines(
  scenario: Pick<Scenario, 'stack' | 'sources' | 'world'>,
  rows: readonly CheckedRow[],
  seeds: number,
): string[] {
  const figures = columns(
    [headOf(seeds), ...rows.map((row) => figuresOf(row, seeds))],
    [false, false, false, true, true, true, true, ...(seeds > 1 ? [true] : [])],
  );
  const [first = '', ...lines] = figures;
  return [
    `  ${first}`,
    ...lines.flatMap((line, index) => {
      const row = rows[index] as CheckedRow;
      const source = sourceOf(scenario, row.fact.reported);
      const stack = row.stack === scenario.stack ? '' : ` (stack ${row.stack})`;
      const said = `${row.fact.title}${stack} – ${source.title}`;
      return ['', `  ${line}`, ...wrapped(said, widthOfFacts, '    '), ...whyOf(row)];
    }),
  ];
}

function headOf(seeds: number): string[] {
  const over = seeds > 1 ? [`5 – 95 % of ${seeds} seeds`] : [];
  return ['', 'kind', 'moment', 'reported', 'accepted', 'simulated', 'error', ...over];
}

function figuresOf(row: CheckedRow, seeds: number): string[] {
  const { fact, value, low, high, model, range, error } = row;
  const show = writerFor(row);
  const ends = rangeInWords(show, low, high);
  return [
    verdictOf(row),
    fact.role,
    whenInWords(fact),
    value === undefined ? ends : show(value),
    value === undefined ? '' : ends,
    show(model),
    errorInWords(error),
    ...(seeds > 1 ? [range ? rangeInWords(show, range[0], range[1]) : ''] : []),
  ];
}

/** 2018-04-16 19:30; with the hours of a mean behind it. */
function whenInWords(fact: Fact): string {
  const hours = hoursOfFact(fact);
  const moment = fact.at.slice(0, 16).replace('T', ' ');
  return hours === undefined ? moment : `${moment} + ${Number(hours.toPrecision(4))} h`;
}

/** Every figure of a row is written with the same digits. */
function writerFor(row: FactRow): (figure: number) => string {
  const { metric } = row;
  return metric.unit === 'share' ? shareWriter(row) : (figure) => figureOf(metric, figure);
}

function rangeInWords(
  show: (figure: number) => string,
  low: number | undefined,
  high: number | undefined,
): string {
  if (low === undefined) return high === undefined ? '' : `up to ${show(high)}`;
  if (high === undefined) return `from ${show(low)}`;
  const [from, to] = [show(low), show(high)];
  return from === to ? from : `${from} – ${to}`;
}

/** Only where the model is outside: elsewhere there is nothing to explain. */
function whyOf(row: FactRow): string[] {
  const { why } = row.fact;
  if (row.isWithin !== false) return [];
  return wrapped(`Why: ${why ?? 'no reason is given yet.'}`, widthOfFacts, '    ');
}

/** “checks: 3, of them 1 within, 2 outside; calibration: none.” */
export function countsInWords(rows: readonly FactRow[]): string {
  const ofRole = (role: Fact['role']) => countVerdicts(rows, role);
  return `checks: ${countInWords(ofRole('check'))}; calibration: ${countInWords(ofRole('calibration'))}.`;
}

function countInWords({ within, outside, noBounds }: FactCounts): string {
  const all = within + outside + noBounds;
  if (all === 0) return 'none';
  const open = noBounds > 0 ? `, ${noBounds} without bounds` : '';
  return `${all}, of them ${within} within, ${outside} outside${open}`;
}
