// A study of sensitivity for the eye: a row an input, the largest effect first, then where it turns.
import type { ElementaryEffects, Flips, Input, MetricAbout, SobolIndices } from '../model/index.ts';
import { columns } from './columns.ts';
import type { Opened } from './studyOptions.ts';
import { plainNumber } from './studyWords.ts';

const mostRows = 25;

/** What one method says of one input. */
export type Effect = { readonly input: string } & (
  | { readonly atModes: number; readonly atLow: number; readonly atHigh: number }
  | ElementaryEffects
  | SobolIndices
);

interface Found {
  readonly method: string;
  readonly metric: MetricAbout;
  readonly inputs: readonly Input[];
  readonly effects: readonly Effect[];
  readonly flips: Flips | undefined;
  /** The conclusion as it was typed. */
  readonly typed: string | undefined;
}

export function sensitivityTable({ scenario, seeds }: Opened, found: Found): string {
  const { metric, effects, inputs, flips, typed } = found;
  const inputOf = new Map(inputs.map((input) => [input.id, input]));
  const moving = effects.filter(hasEffect);
  const rows = moving.slice(0, mostRows).map((effect) => {
    const input = inputOf.get(effect.input);
    const ends = [input?.low, input?.mode, input?.high].map(plainNumber).join(' – ');
    return [input?.title ?? '', ends, ...cellsOf(metric, effect)];
  });
  const head = ['', 'low – value – high', ...headOf(effects[0])];
  const lines = columns([head, ...rows], [false, ...head.slice(1).map(() => true)]);
  const about = `${scenario.title.en}: stack ${scenario.stack}, “${metric.title}” as a mean over ${seeds.length} seeds; method ${found.method}.`;
  const rest = [
    ...(moving.length > mostRows
      ? [`and ${moving.length - mostRows} others that move it less`]
      : []),
    ...(moving.length < effects.length
      ? [`${effects.length - moving.length} inputs do not move it`]
      : []),
  ];
  const turning = flips ? ['', ...flipLines(flips, typed ?? '')] : [];
  return `${[about, '', ...lines, ...rest, ...turning].join('\n')}\n`;
}

function hasEffect(effect: Effect): boolean {
  if ('atLow' in effect) return effect.atLow !== effect.atHigh;
  return 'meanSize' in effect ? effect.meanSize !== 0 : effect.total.value !== 0;
}

function headOf(effect: Effect | undefined): string[] {
  if (!effect) return [];
  if ('atLow' in effect) return ['at low', 'at value', 'at high'];
  if ('meanSize' in effect) return ['size of the effect', 'mean', 'deviation'];
  return ['alone', '5 – 95 %', 'with others', '5 – 95 %'];
}

function cellsOf(metric: MetricAbout, effect: Effect): string[] {
  if ('atLow' in effect) {
    const { atLow, atModes, atHigh } = effect;
    return [atLow, atModes, atHigh].map((value) => finely(metric, value));
  }
  if ('meanSize' in effect) {
    return [effect.meanSize, effect.mean, effect.deviation].map(threeDigits);
  }
  return [effect.first, effect.total].flatMap(({ value, low, high }) => [
    value.toFixed(2),
    `${low.toFixed(2)} – ${high.toFixed(2)}`,
  ]);
}

/** More digits than a figure alone deserves: here differences count. */
function finely({ unit }: MetricAbout, value: number): string {
  return unit === 'share'
    ? `${(100 * value).toPrecision(4)} %`
    : String(Number(value.toPrecision(5)));
}

function threeDigits(value: number): string {
  return String(Number(value.toPrecision(3)));
}

function flipLines({ holds, flips }: Flips, conclusion: string): string[] {
  const turning = flips.filter(({ values }) => values.length > 0);
  const title = `“${conclusion}” ${holds ? 'holds' : 'does not hold'} at the values of the file.`;
  if (turning.length === 0)
    return [title, 'No input turns it alone, from its low to its high end.'];
  const rows = turning.map(({ input, values }) => [
    `  ${input.title}`,
    `turns at ${values.map(plainNumber).join(' and ')}`,
  ]);
  return [title, ...columns(rows, [false, false])];
}
