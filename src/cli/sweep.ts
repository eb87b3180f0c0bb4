// `overblock sweep`: one value or several walked through in steps.
import {
  gridOf,
  type MetricAbout,
  type Point,
  pathText,
  type Scenario,
  sweepStudy,
} from '../model/index.ts';
import { figureOf } from '../scenario/words.ts';
import { BadInput } from './badInput.ts';
import { carryOut } from './carryOut.ts';
import type { Command } from './command.ts';
import {
  type Opened,
  openStudy,
  shownCounts,
  studyHelp,
  studyJson,
  studyOptions,
} from './studyOptions.ts';
import { mustBeRight, readAxis } from './studyPaths.ts';
import { rangeOf, settingCells } from './studyWords.ts';
import { wideColumns, widthOfOutput } from './wideColumns.ts';

const varyOption = {
  value: 'PATH=VALUES',
  many: true,
  help: 'What to vary, and how: from:to:steps, or values with commas; may be repeated',
};

export const sweepCommand: Command = {
  name: 'sweep',
  summary: 'Walks one parameter or several through their values: what is stopped and hit at each.',
  words: '<file or id> --vary path=from:to:steps',
  options: { vary: varyOption, ...studyOptions },
  more: `${studyHelp}

json: points, one a combination, each with its values and means and quantiles over the seeds.

Examples:
  overblock sweep april-2018 --stack adaptive --vary hunt.prefixLength=8:24:5 --format table
  overblock sweep april-2018 --stack adaptive --vary hunt.prefixLength=12,16,20 \\
    --vary telegram-hops.hopDelayHours=1,4,12 --seeds 40 --format csv --out sweep.csv`,
  async run(given) {
    const opened = await openStudy('sweep', given);
    const { scenario, seeds } = opened;
    const typed = given.all('vary');
    if (typed.length === 0)
      throw new BadInput('--vary: found nothing, expected path=from:to:steps');
    const axes = typed.map((text) => readAxis('vary', scenario, scenario.stack, text));
    mustBeRight(scenario, gridOf(axes));
    const paths = axes.map(({ path }) => path);
    const shown = shownCounts(scenario, given);
    return carryOut(sweepStudy(axes, seeds), paths, opened, given, (points) =>
      opened.format === 'table'
        ? table(opened, points, shown, widthOfOutput(given.last('out')))
        : studyJson('sweep', opened, {
            axes: axes.map(({ path, values }) => ({ path: pathText(scenario, path), values })),
            points: points.map((point) => describePoint(scenario, point)),
          }),
    );
  },
};

/** A point as JSON: its values by path, means and quantiles by metric. */
export function describePoint(scenario: Scenario, { settings, means, quantiles }: Point) {
  const values = settings.map(({ path, value }) => [pathText(scenario, path), value]);
  return { values: Object.fromEntries(values), means, quantiles };
}

function table(
  { scenario, seeds }: Opened,
  points: readonly Point[],
  shown: readonly MetricAbout[],
  width: number,
): string {
  const paths = points[0]?.settings.map(({ path }) => pathText(scenario, path)) ?? [];
  const rows = points.map(({ settings, means, quantiles }) => [
    ...settingCells(settings),
    ...shown.flatMap((metric) => [
      figureOf(metric, means[metric.id] ?? 0),
      rangeOf(metric, quantiles[metric.id]),
    ]),
  ]);
  const head = [
    ...paths.map((path) => path.split('.').at(-1) ?? path),
    ...shown.flatMap(({ title }) => [title, '5 – 95 %']),
  ];
  const lines = wideColumns(
    [head, ...rows],
    head.map(() => true),
    { width, labels: paths.length, together: 2 },
  );
  const about = `${scenario.title.en}: stack ${scenario.stack}; means and ranges over ${seeds.length} seeds. Varied: ${paths.join(', ')}.`;
  return `${[about, '', ...lines].join('\n')}\n`;
}
