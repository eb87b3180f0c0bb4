// Which assumption matters most: the studies behind it, and the tornado as shapes.
import { type ScaleLinear, scaleLinear } from 'd3-scale';
import {
  type BasisKind,
  basisKind,
  type ElementaryEffects,
  ensembleSeeds,
  type Flips,
  flipStudy,
  type Input,
  type Metric,
  morrisStudy,
  type Scenario,
  type SobolIndices,
  type Study,
  sobolStudy,
  streamsOf,
  type Tornado,
  tornadoStudy,
  uncertainInputs,
} from '../../model/index.ts';
import { fineFigure, fineNumber } from './figures.ts';
import { chooseStack } from './knobs.ts';
import type { Tick } from './panel.ts';

export type Method = 'tornado' | 'morris' | 'sobol';

export interface InfluenceQuestion {
  readonly method: Method;
  /** Id of the metric. */
  readonly metric: string;
  /** The other stack of “hits more than …”, whose turning points are looked for; none: ''. */
  readonly against: string;
  readonly size: number;
}

export interface Influence {
  readonly inputs: readonly Input[];
  readonly tornado: Tornado | undefined;
  readonly flips: Flips | undefined;
  readonly morris: readonly ElementaryEffects[] | undefined;
  readonly sobol: readonly SobolIndices[] | undefined;
}

const TRAJECTORIES = 3;
const SAMPLES = 24;
/** Sobol costs a run for each input and sample: only those that the tornado finds strongest. */
const SOBOL_INPUTS = 6;

export function* influenceOf(scenario: Scenario, question: InfluenceQuestion): Study<Influence> {
  const { method, metric, against, size } = question;
  const seedsOf = (count: number) => ensembleSeeds(scenario.seed, count);
  const inputs = uncertainInputs(scenario);
  const nothing = { tornado: undefined, flips: undefined, morris: undefined, sobol: undefined };
  const about = { metric, seeds: seedsOf(1), streams: streamsOf(scenario.seed) };
  if (method === 'morris') {
    const morris = yield* morrisStudy(inputs, TRAJECTORIES * size, about);
    return { ...nothing, inputs, morris };
  }
  const tornado = yield* tornadoStudy(inputs, metric, seedsOf(method === 'sobol' ? 1 : size));
  if (method === 'sobol') {
    const strongest = tornado.bars.slice(0, SOBOL_INPUTS).map(({ input }) => input);
    const sobol = yield* sobolStudy(strongest, SAMPLES * size, about);
    return { ...nothing, inputs: strongest, sobol };
  }
  if (against === '') return { ...nothing, inputs, tornado };
  const both = uncertainInputs(scenario, [scenario.stack, against]);
  const side = (stack: string) => ({ metric, settings: [chooseStack(stack)] });
  const conclusion = { left: side(scenario.stack), relation: '>', right: side(against) } as const;
  const flips = yield* flipStudy(both, conclusion, seedsOf(size));
  return { ...nothing, inputs, tornado, flips };
}

/** How many runs the first answer takes; where something turns, the search for it takes some more. */
export function runsOfInfluence(scenario: Scenario, question: InfluenceQuestion): number {
  const { method, against, size } = question;
  const inputs = uncertainInputs(scenario).length;
  const ends = 2 * inputs + 1;
  if (method === 'morris') return TRAJECTORIES * size * (inputs + 1);
  if (method === 'sobol') return ends + SAMPLES * size * (Math.min(SOBOL_INPUTS, inputs) + 2);
  if (against === '') return ends * size;
  const both = uncertainInputs(scenario, [scenario.stack, against]).length;
  return (ends + 2 * (2 * both + 1)) * size;
}

export interface TornadoRow {
  readonly id: string;
  readonly title: string;
  readonly basis: BasisKind;
  /** The ends of the input and what the metric comes to there. */
  readonly low: string;
  readonly mode: string;
  readonly high: string;
  readonly atLow: string;
  readonly atHigh: string;
  /** px: where the metric stands with the input at its ends. */
  readonly xLow: number;
  readonly xHigh: number;
}

export interface TornadoLayout {
  readonly rows: readonly TornadoRow[];
  /** Inputs that move it less than those shown, and those that do not move it at all. */
  readonly weaker: number;
  readonly idle: number;
  readonly xMode: number;
  readonly atModes: string;
  readonly ticks: readonly Tick[];
}

const MOST_ROWS = 12;
const EDGE = 4; // px: a mark at the end of the scale is not cut in half

/** @param width of the drawing, px */
export function layoutTornado(tornado: Tornado, metric: Metric, width: number): TornadoLayout {
  const moving = tornado.bars.filter(({ atLow, atHigh }) => atLow !== atHigh);
  const shown = moving.slice(0, MOST_ROWS);
  const x = scaleOf(
    [tornado.atModes, ...shown.flatMap(({ atLow, atHigh }) => [atLow, atHigh])],
    width,
  );
  const count = Math.max(2, Math.floor(width / 110));
  return {
    rows: shown.map(({ input, atLow, atHigh }) => ({
      id: input.id,
      title: input.title,
      basis: basisKind(input.basis),
      low: fineNumber(input.low),
      mode: fineNumber(input.mode),
      high: fineNumber(input.high),
      atLow: fineFigure(metric, atLow),
      atHigh: fineFigure(metric, atHigh),
      xLow: x(atLow),
      xHigh: x(atHigh),
    })),
    weaker: moving.length - shown.length,
    idle: tornado.bars.length - moving.length,
    xMode: x(tornado.atModes),
    atModes: fineFigure(metric, tornado.atModes),
    ticks: x.ticks(count).map((value) => ({ at: x(value), words: fineFigure(metric, value) })),
  };
}

function scaleOf(values: readonly number[], width: number): ScaleLinear<number, number> {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const ends =
    low === high ? [low - (Math.abs(low) || 1), high + (Math.abs(high) || 1)] : [low, high];
  return scaleLinear(ends, [EDGE, width - EDGE]);
}

/** Whether a conclusion holds, and where it turns, as sentences. */
export function flipSentences(
  { holds, flips }: Flips,
  { metric, left, right }: { metric: Metric; left: string; right: string },
): string[] {
  const what =
    metric.id === 'targetBlocked'
      ? 'stops more of the target than'
      : 'hits more of everybody else than';
  const [more, less] = holds ? [left, right] : [right, left];
  const turning = flips.filter(({ values }) => values.length > 0);
  const head = `With every input at its likeliest value “${more}” ${what} “${less}”${holds ? '' : ', or as much'}.`;
  if (turning.length === 0) {
    return [
      head,
      `None of ${flips.length} inputs turns that alone, from its lowest to its highest value.`,
    ];
  }
  const list = turning.map(({ input, holdsAtLow, values }) => {
    const [first = Number.NaN, second] = values;
    const side = holdsAtLow === holds ? 'above' : 'below';
    const where =
      second === undefined
        ? `${side} ${fineNumber(first)}`
        : `below ${fineNumber(first)} and above ${fineNumber(second)}`;
    return `${input.title}: it turns ${where} (likeliest: ${fineNumber(input.mode)}).`;
  });
  return [head, ...list];
}
