// The tornado as shapes: a bar an input over one scale.
import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { type BasisKind, basisKind, type Metric, type Tornado } from '../../model/index.ts';
import { fineFigure, fineNumber } from './figures.ts';
import type { Tick } from './panel.ts';

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
