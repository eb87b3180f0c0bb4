// `overblock run`: one run, or one and how it varies over seeds.
import {
  type Ensemble,
  ensembleSeeds,
  type Plan,
  planRun,
  run,
  runEnsemble,
  type Scenario,
} from '../model/index.ts';
import { describeRun } from '../scenario/describeRun.ts';
import { BadInput } from './badInput.ts';
import { type Command, oneOfNames, wholeNumber } from './command.ts';
import { openScenario, scenarioOptions, tickOfOption } from './openScenario.ts';
import { csvHeader, runCsv } from './runCsv.ts';
import { runTable } from './runTable.ts';

const mostSeeds = 10_000;

export const runCommand: Command = {
  name: 'run',
  summary: 'Runs a scenario and prints what was stopped and who else was hit.',
  words: '<file or id>',
  options: {
    ...scenarioOptions,
    at: {
      value: 'TIME',
      help: 'Show the pools as of a moment such as 2018-04-17T12:00+03:00; the end unless given',
    },
    seeds: { value: 'N', help: 'Run N seeds, from the first on, and add quantiles' },
    format: { value: 'FORMAT', help: 'json (default), table or csv' },
    out: { value: 'FILE', help: 'Write to a file instead of to stdout' },
  },
  more: `Formats:
  json   totals, costs, strategies, confusion, byCategory, networks, providers, services, pools, series,
         events; shares are 0 … 1, demand and losses are sessions; with --seeds also ensemble {seeds, quantiles, totals}
  table  the same in short, for the eye; with --at the figures of that moment as well
  csv    a long table: ${csvHeader}; one row a tick and metric, all seeds: of
         april-2018 20,352 rows, 1.5 MB, a seed; compare --format csv gives the totals alone, a row a seed

--at chooses the moment of the pools (pools and poolsAt), and in the table of a second column of
figures. All else is of the whole period (totals, services, networks, providers) or has a moment of its own (series,
events, checks); csv has every moment.

Paths of --set: strategies.<id>.<parameter> and countermeasures.<id>.<parameter> for the chosen
stack, or the full path, such as stacks.adaptive.strategies.hunt.parameters.prefixLength or
world.services.viber-calls.users.value. A value is JSON where it is JSON, else text.

Examples:
  overblock run april-2018 --format table
  overblock run april-2018 --stack adaptive --set strategies.hunt.prefixLength=24 --seeds 20
  overblock run my.json --format csv --out my.csv`,
  async run(given) {
    const [name, ...others] = given.words;
    if (name === undefined || others.length > 0) {
      throw new BadInput(`run: found ${given.words.length} names, expected one file or id`);
    }
    const format = oneOfNames('format', given.last('format') ?? 'json', ['json', 'table', 'csv']);
    const count = wholeNumber('seeds', given.last('seeds') ?? '1', 1, mostSeeds);
    const scenario = await openScenario(name, given);
    const plan = planRun(scenario);
    const tick = tickOfOption(plan, given);
    if (format === 'csv') return csvOfSeeds(scenario, plan, count);
    const first = run(scenario, scenario.seed, plan);
    const ensemble = given.last('seeds') === undefined ? undefined : runSeeds(scenario, count);
    const report = describeRun(first, tick);
    if (format === 'table') {
      const at = given.last('at') === undefined ? undefined : tick;
      return runTable(first, report, ensemble, at);
    }
    return `${JSON.stringify({ ...report, ...(ensemble && { ensemble: describe(ensemble) }) }, null, 2)}\n`;
  },
};

/** Seed by seed: each run is forgotten when its rows are written. */
function* csvOfSeeds(scenario: Scenario, plan: Plan, count: number): Iterable<string> {
  yield `${csvHeader}\n`;
  for (const [index, seed] of ensembleSeeds(scenario.seed, count).entries()) {
    yield* runCsv(run(scenario, seed, plan));
    if (count > 1) showProgress(index + 1, count);
  }
}

function runSeeds(scenario: Scenario, count: number): Ensemble {
  return runEnsemble(scenario, ensembleSeeds(scenario.seed, count), (done) => {
    showProgress(done, count);
    return true;
  });
}

function describe({ seeds, quantiles, totals }: Ensemble) {
  return { seeds, quantiles, totals };
}

/** On a terminal one line that counts; in a log every tenth part. */
function showProgress(done: number, count: number): void {
  const { stderr } = process;
  if (stderr.isTTY) stderr.write(`\rseed ${done} of ${count}${done === count ? '\n' : ''}`);
  else if (done === count || done % Math.ceil(count / 10) === 0) {
    stderr.write(`seed ${done} of ${count}\n`);
  }
}
