// The frame of a small chart: two linear axes with their ticks, for whatever is drawn into it.
import { type ScaleLinear, scaleLinear } from 'd3-scale';

export interface AxisAsk {
  readonly domain: readonly [number, number];
  /** The words of a tick. */
  readonly words: (value: number) => string;
}

export interface Tick {
  /** px from the left or from the top. */
  readonly at: number;
  readonly words: string;
}

export interface Panel {
  readonly width: number;
  readonly height: number;
  /** Ends of the drawing inside its axes, px. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
}

const LEFT = 46; // room for “0.05 %”
const RIGHT = 18; // half a tick label
const TOP = 14;
const BOTTOM = 24;
const PX_PER_TICK = 76;

/** @param width and height of the whole, px */
export function layoutPanel(width: number, height: number, xAsk: AxisAsk, yAsk: AxisAsk): Panel {
  const [left, right, top, bottom] = [
    LEFT,
    Math.max(LEFT + 1, width - RIGHT),
    TOP,
    height - BOTTOM,
  ];
  const x = scaleLinear(xAsk.domain, [left, right]);
  const y = scaleLinear(yAsk.domain, [bottom, top]);
  const xCount = Math.max(2, Math.floor((right - left) / PX_PER_TICK));
  return {
    ...{ width, height, left, right, top, bottom, x, y },
    xTicks: x.ticks(xCount).map((value) => ({ at: x(value), words: xAsk.words(value) })),
    yTicks: y.ticks(4).map((value) => ({ at: y(value), words: yAsk.words(value) })),
  };
}

/** From 0 to a round share that holds all values, at most 1. */
export function shareDomain(values: readonly number[]): [number, number] {
  const most = values.reduce((max, value) => Math.max(max, value), 0);
  if (most === 0) return [0, 0.01];
  const [, end = 1] = scaleLinear([0, most], [0, 1]).nice(4).domain();
  return [0, Math.min(1, end)];
}
