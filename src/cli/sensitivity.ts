// `overblock sensitivity`: which uncertain inputs move a result, and where a conclusion turns.
import {
  type Flips,
  flipStudy,
  type GlobalSetting,
  type Input,
  inputBetween,
  morrisStudy,
  type Scenario,
  type Study,
  sobolStudy,
  streamsOf,
  tornadoStudy,
  uncertainInputs,
} from '../model/index.ts';
import { BadInput, complaint } from './badInput.ts';
import { carryOut } from './carryOut.ts';
import { type Arguments, type Command, oneOfNames, wholeNumber } from './command.ts';
import { describeInput } from './compareAsTheyAre.ts';
import { type ReadConclusion, readConclusion } from './readConclusion.ts';
import { type Effect, sensitivityTable } from './sensitivityTable.ts';
import { metricNamed, openStudy, studyHelp, studyJson, studyOptions } from './studyOptions.ts';
import { mustBeNumber, mustBeRight, readEnds, splitValue } from './studyPaths.ts';

const methods = ['tornado', 'morris', 'sobol'] as const;
export type Method = (typeof methods)[number];

export const sensitivityCommand: Command = {
  name: 'sensitivity',
  summary: 'Tells which uncertain inputs move a result most, and where a conclusion turns.',
  words: '<file or id>',
  options: {
    method: { value: 'METHOD', help: 'tornado (default), morris or sobol' },
    metric: { value: 'METRIC', help: 'The result; collateral unless given' },
    flip: { value: 'TEXT', help: 'Also where this turns: "collateral@registry > collateral@dpi"' },
    input: {
      value: 'PATH=LOW:HIGH',
      many: true,
      help: 'One more uncertain input, or other ends for one; may be repeated',
    },
    only: {
      value: 'TEXT',
      many: true,
      help: 'Only inputs with this in their path, such as sessionsPerUserDay; may be repeated',
    },
    trajectories: { value: 'N', help: 'For morris; 20 unless given' },
    samples: { value: 'N', help: 'For sobol; 128 unless given' },
    ...studyOptions,
  },
  more: `${studyHelp}

Uncertain are the figures with low and high beside their value or in the basis of a parameter, in
the stack and in those that --flip names. Each is a triangle over low, value and high.
  tornado  each input at its low and its high end, the others at their values
  morris   size of the effect of each input over its whole range, all over the ranges of the others;
           inputs + 1 points a trajectory
  sobol    share of the variance that each input brings alone (first) and with others (total), with
           the range that other samples of that size would give; inputs + 2 points a sample
A flip is the value of one input, the others staying put, at which the conclusion turns.

Examples:
  overblock sensitivity april-2018 --format table --input telegram-hops.hopDelayHours=0.5:12
  overblock sensitivity april-2018 --method morris --flip "collateral > targetBlocked"`,
  async run(given) {
    const opened = await openStudy('sensitivity', given);
    const { scenario, seeds, format } = opened;
    const method = oneOfNames('method', given.last('method') ?? 'tornado', methods);
    const metric = metricNamed('metric', scenario, given.last('metric') ?? 'collateral');
    const typed = given.last('flip');
    const flip = typed === undefined ? undefined : readConclusion('flip', scenario, typed);
    const inputs = readInputs(scenario, flip?.stacks ?? [], given);
    const about = { metric: metric.id, seeds, streams: streamsOf(scenario.seed) };
    const size = sizeOf(method, given);
    const study = wholeStudy(inputs, method, size, about, flip);
    const paths = inputs.map(({ path }) => path);
    return carryOut(study, paths, opened, given, ({ effects, flips }) =>
      format === 'table'
        ? sensitivityTable(opened, { method, metric, inputs, effects, flips, typed })
        : studyJson('sensitivity', opened, {
            method,
            metric: metric.id,
            inputs: inputs.map(describeInput),
            effects,
            ...(flips && { flip: { conclusion: typed, ...describeFlips(flips) } }),
          }),
    );
  },
};

/** How many trajectories or samples; a tornado has no size. @throws BadInput */
function sizeOf(method: Method, given: Arguments): number {
  for (const [option, its] of [
    ['trajectories', 'morris'],
    ['samples', 'sobol'],
  ] as const) {
    if (given.last(option) === undefined || method === its) continue;
    throw new BadInput(`--${option}: found with --method ${method}, expected --method ${its}`);
  }
  return method === 'morris'
    ? wholeNumber('trajectories', given.last('trajectories') ?? '20', 2, 10_000)
    : wholeNumber('samples', given.last('samples') ?? '128', 2, 100_000);
}

interface Found {
  readonly effects: readonly Effect[];
  readonly flips: Flips | undefined;
}

function* wholeStudy(
  inputs: readonly Input[],
  method: Method,
  size: number,
  about: GlobalSetting,
  flip: ReadConclusion | undefined,
): Study<Found> {
  const effects = yield* effectsBy(method, inputs, size, about);
  const flips = flip && (yield* flipStudy(inputs, flip.conclusion, about.seeds));
  return { effects, flips };
}

/** The effects, the largest first. */
function* effectsBy(
  method: Method,
  inputs: readonly Input[],
  size: number,
  about: GlobalSetting,
): Study<Effect[]> {
  if (method === 'tornado') {
    const { atModes, bars } = yield* tornadoStudy(inputs, about.metric, about.seeds);
    return bars.map(({ input, ...bar }) => ({ input: input.id, atModes, ...bar }));
  }
  const named = <T extends object>(effects: readonly T[]) =>
    effects.map((effect, index) => ({ input: inputs[index]?.id ?? '', ...effect }));
  if (method === 'morris') {
    const effects = named(yield* morrisStudy(inputs, size, about));
    return effects.sort((a, b) => b.meanSize - a.meanSize);
  }
  const effects = named(yield* sobolStudy(inputs, size, about));
  return effects.sort((a, b) => b.total.value - a.total.value);
}

/** Those of the file and those of --input, which go before. @throws BadInput when there are none */
function readInputs(scenario: Scenario, stacks: readonly string[], given: Arguments): Input[] {
  const typed = given.all('input').map((text) => {
    const form = 'path=low:high';
    const { path, value } = splitValue('input', scenario, scenario.stack, text, form);
    mustBeNumber('input', scenario, path);
    const ends = readEnds('input', value);
    mustBeRight(
      scenario,
      [ends.low, ends.high].map((end) => [{ path, value: end }]),
    );
    const assumed = 'Given on the command line.';
    return inputBetween(scenario, path, { ...ends, assumed });
  });
  const ids = new Set(typed.map(({ id }) => id));
  const own = uncertainInputs(scenario, [scenario.stack, ...stacks]);
  const all = [...typed, ...own.filter(({ id }) => !ids.has(id))];
  if (all.length === 0) {
    throw new BadInput(
      'sensitivity: found no uncertain figure, expected low or high in the file, or --input path=low:high',
    );
  }
  const wanted = given.all('only');
  const inputs = all.filter(
    ({ id }) => wanted.length === 0 || wanted.some((text) => id.includes(text)),
  );
  if (inputs.length > 0) return inputs;
  const expected = `a part of the path of an uncertain input, such as ${all[0]?.id}`;
  throw new BadInput(complaint(wanted.join(', '), expected, undefined, '--only'));
}

function describeFlips({ holds, margin, flips }: Flips) {
  return {
    holds,
    margin,
    inputs: flips.map(({ input, ...rest }) => ({ input: input.id, ...rest })),
  };
}
