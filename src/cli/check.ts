// `overblock check`: what was published beside what the model says, for one scenario or all of them.
import type { Scenario } from '../model/index.ts';
import { listScenarios } from '../scenario/catalogue.ts';
import { checkCsv } from './checkCsv.ts';
import { checkAll } from './checkedScenario.ts';
import { checkJson } from './checkJson.ts';
import { checkTable } from './checkTable.ts';
import { type Command, oneOfNames, wholeNumber } from './command.ts';
import { openScenario } from './openScenario.ts';

const mostSeeds = 1000;

export const checkCommand: Command = {
  name: 'check',
  summary: 'Sets what was published beside what the model says, figure by figure, with the error.',
  words: '[scenarios…]',
  options: {
    seeds: { value: 'N', help: 'Run N seeds, and show from where to where the model comes out' },
    format: { value: 'FORMAT', help: 'table (default), json or csv' },
    out: { value: 'FILE', help: 'Write to a file instead of to stdout' },
  },
  more: `Without a name all scenarios that come with the program are checked; a name is an id or a file.

Every scenario carries figures that were published at the time. Each is one of two kinds:
  check        the figure was not used to set the model: it can fail, and a failure tells something
  calibration  the figure was used to set the model, or what was typed in decides it: that it fits
               proves nothing

Accepted is the range that we accept beside a figure; where a range was published there is no single
figure. A figure without either is shown and not judged. The model's figure comes from the stack that
stands for what happened: the one that the fact names, else the one that the file opens with.
The error of a share is in percentage points, of anything else relative to the figure; of a range, from
its nearer end. Nothing is tuned to checks: one that fails stays, with the reason that we think it has.
A failed check is information, so the exit code is 0; it is 2 when a scenario is wrong or unknown.

Examples:
  overblock check
  overblock check april-2018 --seeds 20
  overblock check my.json --format csv --out checks.csv`,
  async run(given) {
    const format = oneOfNames('format', given.last('format') ?? 'table', ['table', 'json', 'csv']);
    const seeds = wholeNumber('seeds', given.last('seeds') ?? '1', 1, mostSeeds);
    const names = given.words.length > 0 ? given.words : listScenarios();
    const scenarios: Scenario[] = [];
    for (const name of names) scenarios.push(await openScenario(name, given));
    const checked = checkAll(scenarios, seeds);
    if (format === 'table') return checkTable(checked);
    return format === 'csv' ? checkCsv(checked) : checkJson([...checked]);
  },
};
