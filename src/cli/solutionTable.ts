// What became of levers that were moved, for the eye.
import { type MetricAbout, type Point, pathText, type Scenario } from '../model/index.ts';
import { figureOf, percent } from '../scenario/words.ts';
import { ratesOf, type Solved } from './describeSolutions.ts';
import { plainNumber, rangeOf } from './studyWords.ts';
import { wideColumns } from './wideColumns.ts';

/** @param what the heading says of them */
export function solutionTable(
  scenario: Scenario,
  what: string,
  { metric, levers, solutions, reference, fixed }: Solved,
  shown: readonly MetricAbout[],
  width: number,
): string {
  const notes: string[] = [];
  const rows = levers.map((lever, index) => {
    const { stack, path, low, high } = lever;
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
    if (!isWithin) {
      const nearer = plainNumber(point.means[metric.id]);
      notes.push(`${stack}: “${metric.title}” jumps there; the nearer side is ${nearer}.`);
    }
    const rates = ratesOf(scenario, lever, value);
    if (rates) {
      const { falsePositiveRate, truePositiveRate } = rates;
      notes.push(
        `${stack}: flags ${percent(falsePositiveRate)} of everybody else’s sessions that it inspects (its false-positive rate), ${percent(truePositiveRate)} of the target’s.`,
      );
    }
    return [stack, `${short} = ${plainNumber(value)}`, ...figuresOf(shown, point)];
  });
  const own = fixed ? [[reference ?? '', 'as it is', ...figuresOf(shown, fixed)]] : [];
  const head = ['', '', ...shown.flatMap(({ title }) => [title, '5 – 95 %'])];
  const right = head.map((_, column) => column > 1);
  const lines = wideColumns([head, ...own, ...rows], right, { width, labels: 2, together: 2 });
  return `${[`${scenario.title.en}: ${what}`, '', ...lines, ...notes].join('\n')}\n`;
}

function figuresOf(shown: readonly MetricAbout[], { means, quantiles }: Point): string[] {
  return shown.flatMap((metric) => [
    figureOf(metric, means[metric.id] ?? 0),
    rangeOf(metric, quantiles[metric.id]),
  ]);
}
