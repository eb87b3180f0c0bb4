// Stacks side by side with the values of the file: over seeds, or over seeds and uncertain inputs.
import {
  countsOf,
  type Input,
  type MetricAbout,
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
import type { Arguments } from './command.ts';
import { type Opened, shownCounts, studyJson } from './studyOptions.ts';
import { chooseStack, stacksNamed } from './studyPaths.ts';
import { rangeOf } from './studyWords.ts';
import { wideColumns, widthOfOutput } from './wideColumns.ts';
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
  const shown = shownCounts(
    scenario,
    given,
    countsOf(scenario).map(({ id }) => id),
  );
  const width = widthOfOutput(given.last('out'));
  return carryOut<readonly (Point | Uncertainty)[]>(study, paths, opened, given, (found) =>
    format === 'table'
      ? table(opened, { stacks, found, draws, shown, width })
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

interface Compared {
  readonly stacks: readonly string[];
  readonly found: readonly (Point | Uncertainty)[];
  readonly draws: number | undefined;
  readonly shown: readonly MetricAbout[];
  readonly width: number;
}

function table({ scenario, seeds }: Opened, compared: Compared): string {
  const { stacks, found, draws, shown, width } = compared;
  const cellsOf = (one: Point | Uncertainty, metric: MetricAbout) => [
    figureOf(metric, one.means[metric.id] ?? 0),
    rangeOf(metric, one.quantiles[metric.id]),
    ...('variances' in one ? [inputShare(one, metric.id)] : []),
  ];
  const heads = (names: readonly string[]) =>
    names.flatMap((name) => [name, '5 – 95 %', ...(draws === undefined ? [] : ['of it inputs'])]);
  const linesOf = (rows: readonly (readonly string[])[]) => {
    const right = (rows[0] ?? []).map((_, column) => column > 0);
    return wideColumns(rows, right, { width, together: draws === undefined ? 2 : 3 });
  };
  const abreast = linesOf([
    ['', ...heads(stacks)],
    ...shown.map((metric) => [metric.title, ...found.flatMap((one) => cellsOf(one, metric))]),
  ]);
  // Stacks that find no room side by side stand below each other, so that each figure can be compared.
  const lines = !abreast.includes('')
    ? abreast
    : linesOf([
        ['', ...heads(shown.map(({ title }) => title))],
        ...found.map((one, index) => [
          stacks[index] ?? '',
          ...shown.flatMap((metric) => cellsOf(one, metric)),
        ]),
      ]);
  const runs = `${seeds.length} seeds${draws === undefined ? '' : ` and ${draws} draws of the uncertain inputs`}`;
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
