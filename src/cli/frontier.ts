// `overblock frontier`: which stacks and settings no other beats both in what is stopped and in what is hit.
import {
  type Axis,
  type FrontierPoint,
  frontierStudy,
  gridOf,
  type MetricAbout,
  type Path,
  pathText,
  type Scenario,
  type Setting,
} from '../model/index.ts';
import { figureOf } from '../scenario/words.ts';
import { carryOut } from './carryOut.ts';
import { columns } from './columns.ts';
import type { Arguments, Command } from './command.ts';
import { metricNamed, openStudy, studyHelp, studyJson, studyOptions } from './studyOptions.ts';
import { chooseStack, mustBeRight, readAxis, splitStack, stacksNamed } from './studyPaths.ts';
import { plainNumber, rangeOf } from './studyWords.ts';
import { describePoint } from './sweep.ts';

export const frontierCommand: Command = {
  name: 'frontier',
  summary: 'Compares stacks over grids of settings: which stop more of the target for less harm.',
  words: '<file or id> [--stacks a,b] [--vary stack:path=from:to:steps]',
  options: {
    stacks: { value: 'IDS', help: 'The stacks, with commas; all of them unless given' },
    vary: {
      value: 'STACK:PATH=VALUES',
      many: true,
      help: 'What to vary in a stack: from:to:steps, or values with commas; may be repeated',
    },
    gain: { value: 'METRIC', help: 'What more is better of; targetBlocked unless given' },
    harm: { value: 'METRIC', help: 'What less is better of; collateral unless given' },
    ...studyOptions,
  },
  more: `${studyHelp}

A stack without --vary is one point. With one stack and one --vary it is the trade-off curve of a
strategy. json: points in the order of the gain, each with isOnFront: no other gains as much with
less harm, or more with as little.

Example:
  overblock frontier april-2018 --stacks registry,adaptive,dpi --format table \\
    --vary adaptive:hunt.prefixLength=8:24:5 --vary dpi:boxes.threshold=-2:4:7`,
  async run(given) {
    const opened = await openStudy('frontier', given);
    const { scenario, seeds } = opened;
    const goals = {
      gain: metricNamed('gain', scenario, given.last('gain') ?? 'targetBlocked'),
      harm: metricNamed('harm', scenario, given.last('harm') ?? 'collateral'),
    };
    const { cases, paths } = readCases(scenario, given);
    mustBeRight(scenario, cases);
    const ids = { gain: goals.gain.id, harm: goals.harm.id };
    return carryOut(frontierStudy(cases, seeds, ids), paths, opened, given, (points) =>
      opened.format === 'table'
        ? table(scenario, points, goals, seeds.length)
        : studyJson('frontier', opened, {
            ...ids,
            points: points.map((point) => ({
              isOnFront: point.isOnFront,
              ...describePoint(scenario, point),
            })),
          }),
    );
  },
};

/** The grid of each stack, the choice of the stack first in every case. */
function readCases(scenario: Scenario, given: Arguments): { cases: Setting[][]; paths: Path[] } {
  const varied = given.all('vary').map((text) => {
    const { stack, rest } = splitStack('vary', scenario, text);
    return { stack, axis: readAxis('vary', scenario, stack, rest) };
  });
  const named = stacksNamed(scenario, given.last('stacks'));
  const stacks = [...new Set([...named, ...varied.map(({ stack }) => stack)])];
  const axesOf = (stack: string): Axis[] =>
    varied.filter((one) => one.stack === stack).map(({ axis }) => axis);
  const cases = stacks.flatMap((stack) =>
    gridOf(axesOf(stack)).map((settings) => [chooseStack(stack), ...settings]),
  );
  return { cases, paths: varied.map(({ axis }) => axis.path) };
}

function table(
  scenario: Scenario,
  points: readonly FrontierPoint[],
  { gain, harm }: { gain: MetricAbout; harm: MetricAbout },
  seeds: number,
): string {
  const rows = points.map(({ settings, means, quantiles, isOnFront }) => [
    isOnFront ? 'front' : '',
    String(settings[0]?.value),
    settings
      .slice(1)
      .map(
        ({ path, value }) => `${pathText(scenario, path).split('.').at(-1)} ${plainNumber(value)}`,
      )
      .join(', '),
    figureOf(gain, means[gain.id] ?? 0),
    rangeOf(gain, quantiles[gain.id]),
    figureOf(harm, means[harm.id] ?? 0),
    rangeOf(harm, quantiles[harm.id]),
  ]);
  const head = ['', 'stack', '', gain.title, '5 – 95 %', harm.title, '5 – 95 %'];
  const right = [false, false, false, true, true, true, true];
  const about = `${scenario.title.en}: means and ranges over ${seeds} seeds. On the front: no other point has as much of “${gain.title}” for less of “${harm.title}”.`;
  return `${[about, '', ...columns([head, ...rows], right)].join('\n')}\n`;
}
