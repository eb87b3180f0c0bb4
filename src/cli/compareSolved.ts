// Stacks set to the same effect, or to the same harm, by moving one number of each.
import {
  breakEvenStudy,
  equalEffectStudy,
  type Lever,
  type Metric,
  metrics,
  pathText,
  type Scenario,
  type Solution,
} from '../model/index.ts';
import { showText } from '../scenario/place.ts';
import { figureOf } from '../scenario/words.ts';
import { BadInput, complaint } from './badInput.ts';
import { carryOut } from './carryOut.ts';
import { columns } from './columns.ts';
import type { Arguments } from './command.ts';
import { metricNamed, type Opened, studyJson } from './studyOptions.ts';
import { chooseStack, readLever, stackNamed, stacksNamed } from './studyPaths.ts';
import { plainNumber, rangeOf, shownMetrics } from './studyWords.ts';
import type { Result } from './write.ts';

type NamedLever = Lever & { readonly stack: string };
const usualTolerance = '0.001';

/** `equal` is `metric=level`; the levers stand in --by. @throws BadInput */
export function compareEqualEffect(opened: Opened, given: Arguments, equal: string): Result {
  const { scenario, seeds } = opened;
  const [, id, text] = /^([^=]+)=(.+)$/s.exec(equal) ?? [];
  if (id === undefined || text === undefined) {
    throw new BadInput(`--equal: found ${showText(equal)}, expected targetBlocked=0.2 or the like`);
  }
  const metric = metricNamed('equal', id);
  const level = finiteNumber('equal', text);
  const tolerance = finiteNumber('tolerance', given.last('tolerance') ?? usualTolerance);
  const levers = given
    .all('by')
    .flatMap((typed) => typed.split(','))
    .map((typed) => readLever('by', scenario, typed));
  if (levers.length === 0) throw new BadInput('--by: found nothing, expected stack:path');
  const stacks = stacksOf(scenario, levers, given);
  const chosen = levers.filter(({ stack }) => stacks.includes(stack));
  const study = equalEffectStudy(chosen, { metric: metric.id, level, tolerance }, seeds);
  const paths = chosen.map(({ path }) => path);
  return carryOut(study, paths, opened, given, (solutions) =>
    opened.format === 'table'
      ? solutionTable(
          scenario,
          `each set so that “${metric.title}” comes to ${figureOf(metric, level)}`,
          metric,
          chosen,
          solutions,
        )
      : studyJson('compare', opened, {
          equal: { metric: metric.id, level, tolerance },
          stacks: chosen.map((lever, index) => describeSolution(scenario, lever, solutions[index])),
        }),
  );
}

/** The stacks to compare; --stacks names those of --by, or some of them. @throws BadInput */
function stacksOf(scenario: Scenario, levers: readonly NamedLever[], given: Arguments): string[] {
  const movable = levers.map(({ stack }) => stack);
  if (given.last('stacks') === undefined) return movable;
  const named = stacksNamed(scenario, given.last('stacks'));
  const missing = named.find((stack) => !movable.includes(stack));
  if (missing === undefined) return named;
  throw new BadInput(`--by: found nothing for the stack ${missing}, expected ${missing}:path`);
}

/** The value of one lever at which its stack harms as much as another. @throws BadInput */
export function compareBreakEven(opened: Opened, given: Arguments, typed: string): Result {
  const { scenario, seeds } = opened;
  const lever = readLever('break-even', scenario, typed);
  const name = given.last('reference');
  if (name === undefined)
    throw new BadInput('--reference: found nothing, expected the id of a stack');
  const reference = stackNamed('reference', scenario, name);
  const metric = metricNamed('metric', given.last('metric') ?? 'collateral');
  const study = breakEvenStudy(lever, [chooseStack(reference)], seeds, metric.id);
  return carryOut(study, [lever.path], opened, given, (even) => {
    const harm = even.reference.means[metric.id] ?? 0;
    if (opened.format === 'table') {
      const what = `“${metric.title}” as in the stack ${reference}, where it is ${figureOf(metric, harm)}`;
      return solutionTable(scenario, what, metric, [lever], [even.solution]);
    }
    return studyJson('compare', opened, {
      breakEven: { metric: metric.id, reference, level: harm },
      stacks: [describeSolution(scenario, lever, even.solution)],
    });
  });
}

function describeSolution(scenario: Scenario, lever: NamedLever, solution: Solution | undefined) {
  const { stack, path, low, high } = lever;
  const about = { stack, path: pathText(scenario, path), low, high };
  if (solution?.kind !== 'found') return { ...about, ...solution };
  const { value, isWithin, point } = solution;
  const { means, quantiles } = point;
  return { ...about, kind: solution.kind, value, isWithin, means, quantiles };
}

function solutionTable(
  scenario: Scenario,
  what: string,
  metric: Metric,
  levers: readonly NamedLever[],
  solutions: readonly Solution[],
): string {
  const shown = metrics.filter(({ id }) => shownMetrics.includes(id));
  const notes: string[] = [];
  const rows = levers.map(({ stack, path, low, high }, index) => {
    const solution = solutions[index];
    const name = pathText(scenario, path);
    const short = name.split('.').at(-1) ?? name;
    if (solution?.kind !== 'found') {
      const [atLow, atHigh] = [solution?.atLow, solution?.atHigh].map(plainNumber);
      notes.push(
        `${stack}: out of reach; ${short} = ${low} gives ${atLow}, ${high} gives ${atHigh}.`,
      );
      return [stack, `${short}: none`, ...shown.flatMap(() => ['', ''])];
    }
    const { value, isWithin, point } = solution;
    if (!isWithin)
      notes.push(
        `${stack}: “${metric.title}” jumps there; the nearer side is ${plainNumber(point.means[metric.id])}.`,
      );
    const figures = shown.flatMap((metric) => [
      figureOf(metric, point.means[metric.id] ?? 0),
      rangeOf(metric, point.quantiles[metric.id]),
    ]);
    return [stack, `${short} = ${plainNumber(value)}`, ...figures];
  });
  const head = ['', '', ...shown.flatMap(({ title }) => [title, '5 – 95 %'])];
  const lines = columns([head, ...rows], [false, false, ...head.slice(2).map(() => true)]);
  return `${[`${scenario.title.en}: ${what}`, '', ...lines, ...notes].join('\n')}\n`;
}

function finiteNumber(option: string, text: string): number {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isFinite(number) && number >= 0) return number;
  throw new BadInput(complaint(text, 'a number, 0 or more', undefined, `--${option}`));
}
