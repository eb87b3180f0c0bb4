// Stacks side by side with the values of the file: over seeds, or over seeds and uncertain inputs.
import {
  type Input,
  metrics,
  type Point,
  pointsStudy,
  rulesOf,
  type Scenario,
  type Study,
  type Uncertainty,
  uncertainInputs,
  uncertaintyStudy,
} from '../model/index.ts';
import { figureOf, percent } from '../scenario/words.ts';
import { BadInput } from './badInput.ts';
import { carryOut } from './carryOut.ts';
import { columns } from './columns.ts';
import type { Arguments } from './command.ts';
import { type Opened, studyJson } from './studyOptions.ts';
import { chooseStack, stacksNamed } from './studyPaths.ts';
import { rangeOf } from './studyWords.ts';
import type { Result } from './write.ts';

/** @param draws of the uncertain inputs; undefined: their modes only */
export function compareAsTheyAre(
  opened: Opened,
  given: Arguments,
  draws: number | undefined,
): Result {
  const { scenario, seeds, format } = opened;
  const stacks = stacksNamed(scenario, given.last('stacks'));
  const inputs = draws === undefined ? [] : uncertainInputs(scenario, stacks);
  if (draws !== undefined && seeds.length < 2) {
    throw new BadInput('--draws: found with one seed, expected --seeds 2 or more');
  }
  const study =
    draws === undefined
      ? pointsStudy(
          stacks.map((stack) => [chooseStack(stack)]),
          seeds,
        )
      : uncertaintyOfStacks(scenario, stacks, inputs, draws, seeds);
  const paths = inputs.map(({ path }) => path);
  return carryOut<readonly (Point | Uncertainty)[]>(study, paths, opened, given, (found) =>
    format === 'table'
      ? table(opened, stacks, found, draws)
      : studyJson('compare', opened, {
          ...(draws !== undefined && { draws, inputs: inputs.map(describeInput) }),
          stacks: found.map(({ means, quantiles, ...rest }, index) => ({
            stack: stacks[index],
            means,
            quantiles,
            ...('variances' in rest && { variances: rest.variances }),
          })),
        }),
  );
}

function* uncertaintyOfStacks(
  scenario: Scenario,
  stacks: readonly string[],
  inputs: readonly Input[],
  draws: number,
  seeds: readonly number[],
): Study<Uncertainty[]> {
  const about = { draws, seeds, root: scenario.seed, keepsRules: rulesOf(scenario) };
  const found: Uncertainty[] = [];
  for (const stack of stacks) {
    const settings = [chooseStack(stack)];
    found.push(yield* uncertaintyStudy(inputs, { ...about, settings }));
  }
  return found;
}

/** An input as JSON. */
export function describeInput({ id, title, low, mode, high, basis }: Input) {
  return { id, title, low, mode, high, ...basis };
}

function table(
  { scenario, seeds }: Opened,
  stacks: readonly string[],
  found: readonly (Point | Uncertainty)[],
  draws: number | undefined,
): string {
  const runs = `${seeds.length} seeds${draws === undefined ? '' : ` and ${draws} draws of the uncertain inputs`}`;
  const rows = metrics.map((metric) => [
    metric.title,
    ...found.flatMap((one) => [
      figureOf(metric, one.means[metric.id] ?? 0),
      rangeOf(metric, one.quantiles[metric.id]),
      ...('variances' in one ? [inputShare(one, metric.id)] : []),
    ]),
  ]);
  const head = [
    '',
    ...stacks.flatMap((stack) => [
      stack,
      '5 – 95 %',
      ...(draws === undefined ? [] : ['of it inputs']),
    ]),
  ];
  const lines = columns([head, ...rows], [false, ...head.slice(1).map(() => true)]);
  const about = `${scenario.title.en}: means and ranges over ${runs}.`;
  const last =
    draws === undefined
      ? []
      : [
          '',
          'Of the variance, the share that comes from inputs that are not known; the rest is chance.',
        ];
  return `${[about, '', ...lines, ...last].join('\n')}\n`;
}

function inputShare({ variances }: Uncertainty, id: string): string {
  const { input = 0, total = 0 } = variances[id] ?? {};
  return total === 0 ? '–' : percent(input / total);
}
