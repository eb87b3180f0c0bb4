// What the commands that run a scenario many times have in common: their options, and how they are read.
import {
  costIds,
  countsOf,
  ensembleSeeds,
  type MetricAbout,
  type Scenario,
} from '../model/index.ts';
import { scenarioHash } from '../scenario/scenarioHash.ts';
import { BadInput, complaint } from './badInput.ts';
import { type Arguments, type CommandOption, oneOfNames, wholeNumber } from './command.ts';
import { openScenario, scenarioOptions } from './openScenario.ts';

/** Set by vite.config.ts from package.json. */
declare const OVERBLOCK_VERSION: string;

const { at: _, ...changes } = scenarioOptions;
const mostSeeds = 10_000;
const usualSeeds = '10';
const usuallyShown = ['targetBlocked', 'collateral', 'overblockingRatio', 'servicesHit'];

export const studyOptions: Readonly<Record<string, CommandOption>> = {
  ...changes,
  seeds: {
    value: 'N',
    help: `Run everything with N seeds, from the first on; ${usualSeeds} unless given`,
  },
  format: { value: 'FORMAT', help: 'json (default), table or csv' },
  show: {
    value: 'METRICS',
    help: 'The metrics of the table, with commas; the main ones unless given, of compare all',
  },
  out: { value: 'FILE', help: 'Write to a file instead of to stdout' },
  resume: {
    value: 'FILE',
    help: 'Keep every run as a row of this CSV file, and take from it what it has already',
  },
  progress: { help: 'Count the runs on stderr, also where that is no terminal' },
};

/** Help that all of them share. */
export const studyHelp = `All cases face the same seeds. A path may be short: hunt.prefixLength is
strategies.hunt.prefixLength of the stack, hopping.hopDelayHours a countermeasure's; see run --help.
csv: a row a run, with scenario, hash, run, seed, stack, the parameters and the metrics as columns.
Where the world has an economy, costs are metrics too: costUserHours, costPerHead, costGdpShare.
--resume: stop when you like and start again with the same file; more seeds and steps only add rows.`;

export type Format = 'json' | 'table' | 'csv';

export interface Opened {
  readonly scenario: Scenario;
  readonly seeds: readonly number[];
  readonly format: Format;
}

/** The one scenario named, with what is the same for all studies. @throws BadInput */
export async function openStudy(command: string, given: Arguments): Promise<Opened> {
  const [name, ...others] = given.words;
  if (name === undefined || others.length > 0) {
    throw new BadInput(`${command}: found ${given.words.length} names, expected one file or id`);
  }
  const format = oneOfNames('format', given.last('format') ?? 'json', ['json', 'table', 'csv']);
  const count = wholeNumber('seeds', given.last('seeds') ?? usualSeeds, 1, mostSeeds);
  const scenario = await openScenario(name, given);
  return { scenario, seeds: ensembleSeeds(scenario.seed, count), format };
}

/** One of what is counted: a metric, or a cost where the world has an economy. @throws BadInput */
export function metricNamed(option: string, scenario: Scenario, id: string): MetricAbout {
  const counts = countsOf(scenario);
  if (costIds.includes(id) && !counts.some((one) => one.id === id)) {
    const expected = `a metric that is no cost, since the world ${scenario.world.id} says nothing of its economy`;
    throw new BadInput(complaint(id, expected, undefined, `--${option}`));
  }
  const known = oneOfNames(
    option,
    id,
    counts.map((one) => one.id),
  );
  return counts.find((one) => one.id === known) as MetricAbout;
}

/** What a table shows: the counts of --show, or the usual ones. @throws BadInput */
export function shownCounts(
  scenario: Scenario,
  given: Arguments,
  usual: readonly string[] = usuallyShown,
): MetricAbout[] {
  const typed = given.last('show');
  const ids = typed === undefined ? usual : [...new Set(typed.split(','))];
  return ids.map((id) => metricNamed('show', scenario, id));
}

/** JSON of a study: what was run, then what came of it. */
export function studyJson(
  command: string,
  { scenario, seeds }: Opened,
  result: Readonly<Record<string, unknown>>,
): string {
  const report = {
    overblock: OVERBLOCK_VERSION,
    command,
    scenario: scenario.id,
    scenarioHash: scenarioHash(scenario),
    stack: scenario.stack,
    seeds,
    ...result,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
