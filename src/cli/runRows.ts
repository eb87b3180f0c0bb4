// The runs of a study as a tidy table: a row a run, its parameters and its metrics as columns.
import {
  countsOf,
  type Job,
  type Path,
  pathText,
  type Scenario,
  type Totals,
  valueAt,
  withSettings,
} from '../model/index.ts';
import { scenarioHash } from '../scenario/scenarioHash.ts';
import { BadInput } from './badInput.ts';

/** How the table of one study is laid out. */
export interface RowForm {
  readonly header: string;
  /** What stands first in every row: the scenario and its hash. */
  readonly start: string;
  /** What tells a run from all others of the study: its seed, stack and parameters, as cells. */
  keyOf(job: Job): string;
  rowOf(number: number, key: string, totals: Totals): string;
  /** The key and totals of a row; undefined when it is no row of this table. */
  read(row: string): { readonly key: string; readonly totals: Totals } | undefined;
}

/** @param paths what may differ from run to run, beside seed and stack */
export function rowForm(scenario: Scenario, paths: readonly Path[]): RowForm {
  const names = paths.map((path) => pathText(scenario, path));
  const parameters = paths.filter((path) => path.join() !== 'stack');
  const columns = names.filter((name) => name !== 'stack');
  const ids = countsOf(scenario).map(({ id }) => id);
  const start = `${scenario.id},${scenarioHash(scenario)}`;
  const header = ['scenario', 'hash', 'run', 'seed', 'stack', ...columns, ...ids].join(',');
  const keys = 2 + columns.length;
  return {
    header,
    start,
    keyOf({ settings, seed }) {
      const edited = withSettings(scenario, settings);
      return [
        seed,
        edited.stack,
        ...parameters.map((path) => cellOf(valueAt(edited, path))),
      ].join();
    },
    rowOf: (number, key, totals) =>
      [start, number, key, ...ids.map((id) => String(totals[id]))].join(','),
    read(row) {
      const cells = row.split(',');
      const values = cells.slice(3 + keys).map(Number);
      const isRight =
        values.length === ids.length && !cells.includes('') && !values.some(Number.isNaN);
      if (!isRight || !row.startsWith(`${start},`)) return undefined;
      const totals = Object.fromEntries(ids.map((id, index) => [id, values[index] as number]));
      return { key: cells.slice(3, 3 + keys).join(','), totals };
    },
  };
}

function cellOf(value: unknown): string {
  const text = String(value);
  if (typeof value !== 'object' && !/[",\r\n]/.test(text)) return text;
  throw new BadInput(`found ${text}, expected a value that can stand in a cell of a CSV table`);
}
