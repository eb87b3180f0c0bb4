// The timeline as shapes: three lanes over one time axis, and the reported facts beside the model's lines.
import { area, curveStepAfter, line } from 'd3-shape';
import {
  type Fact,
  type Metric,
  metrics,
  parseMoment,
  type Run,
  type StoryStep,
  tickOf,
} from '../../model/index.ts';
import { targetName } from '../../scenario/targetName.ts';
import { type Domain, domainOf } from './domain.ts';
import { type LinearScale, linearScale } from './linearScale.ts';

export interface Lane {
  readonly metric: Metric;
  readonly title: string;
  readonly colour: 'listed' | 'target' | 'ink';
  readonly top: number;
  readonly height: number;
  readonly domain: Domain;
  readonly scale: LinearScale;
  readonly linePath: string;
  readonly areaPath: string;
  readonly marks: readonly FactMark[];
}

/** A reported figure: a circle at its height, and a whisker where there is a range. */
export interface FactMark {
  readonly fact: Fact;
  readonly tick: number;
  readonly x: number;
  readonly low: number;
  readonly high: number;
  readonly middle: number;
  readonly modelled: number;
}

/** A reported figure, or a step of the story. */
export type Told = Fact | StoryStep;

export function isFact(told: Told): told is Fact {
  return 'metric' in told;
}

/** Where it stands on the drawing: a figure of a lane at its height, all else on the upper edge. */
export interface PlacedMark {
  readonly told: Told;
  readonly kind: 'figure' | 'story';
  readonly tick: number;
  readonly x: number;
  readonly y: number;
}

export interface DayMark {
  readonly x: number;
  readonly day: number;
  readonly month: number;
  /** Is there room for its name? */
  readonly hasLabel: boolean;
}

export interface TimelineLayout {
  readonly width: number;
  readonly height: number;
  readonly x: LinearScale;
  readonly lanes: readonly Lane[];
  /** All facts, and the steps of the story within the period that no fact tells, in the order of time. */
  readonly marks: readonly PlacedMark[];
  readonly days: readonly DayMark[];
  readonly axisTop: number;
}

/** Lanes are higher where the window is. */
export function laneHeightFor(windowHeight: number): number {
  return windowHeight >= 1000 ? 52 : 44;
}

const LANE_GAP = 22;
const STORY_HEIGHT = 14;
const AXIS_HEIGHT = 22;

const LANES = [
  { id: 'listedAddresses', colour: 'listed' },
  { id: 'targetBlocked', colour: 'target' },
  { id: 'collateral', colour: 'ink' },
] as const;

/** @param width of the drawing, px, as is the height of a lane */
export function layoutTimeline(run: Run, width: number, laneHeight: number): TimelineLayout {
  const { ticks } = run.plan;
  const x = linearScale([0, ticks], [0, width]);
  const lanes = LANES.map((lane, index) =>
    layoutLane(run, x, lane, {
      top: STORY_HEIGHT + LANE_GAP + index * (laneHeight + LANE_GAP),
      height: laneHeight,
    }),
  );
  const axisTop = STORY_HEIGHT + LANES.length * (laneHeight + LANE_GAP) + 4;
  return {
    width,
    height: axisTop + AXIS_HEIGHT,
    x,
    lanes,
    marks: placeMarks(run, x, lanes),
    days: layoutDays(run, x, width),
    axisTop,
  };
}

function placeMarks(run: Run, x: LinearScale, lanes: readonly Lane[]): PlacedMark[] {
  const figures = lanes.flatMap(({ marks }) =>
    marks.map(({ fact, tick, x: at, middle }): PlacedMark => {
      return { told: fact, kind: 'figure', tick, x: at, y: middle };
    }),
  );
  const drawn = new Set(figures.map(({ told }) => told));
  const { facts, story } = run.scenario;
  // A step with the id of a fact tells of the same event: it stands there once, with its figure.
  const counted = new Set(facts.map(({ id }) => id));
  const steps = story.filter(({ id }) => !counted.has(id)).filter(isWithin(run));
  const above = [...facts.filter((fact) => !drawn.has(fact)), ...steps];
  const stories = above.map((told): PlacedMark => {
    const tick = tickOfTold(run, told);
    return { told, kind: 'story', tick, x: x(tick), y: STORY_HEIGHT / 2 };
  });
  return [...figures, ...stories].sort((a, b) => a.tick - b.tick);
}

function isWithin({ plan }: Run): (told: Told) => boolean {
  return ({ at }) => {
    const tick = tickOf(plan, parseMoment(at) as number);
    return tick >= 0 && tick < plan.ticks;
  };
}

function tickOfTold(run: Run, { at }: Told): number {
  return Math.min(run.plan.ticks - 1, tickOf(run.plan, parseMoment(at) as number));
}

function layoutLane(
  run: Run,
  x: LinearScale,
  { id, colour }: (typeof LANES)[number],
  { top, height }: { top: number; height: number },
): Lane {
  const metric = metrics.find((one) => one.id === id) as Metric;
  const { tally, plan } = run;
  const points: [number, number][] = [];
  let highest = 0;
  for (let tick = 0; tick < plan.ticks; tick++) {
    const value = metric.at(tally, tick);
    if (value !== points.at(-1)?.[1] || tick === plan.ticks - 1) points.push([tick, value]);
    highest = Math.max(highest, value);
  }
  const facts = run.scenario.facts.filter((fact) => fact.metric === id);
  const domain = domainOf(id, run.scenario, highest);
  const scale = linearScale([0, domain.most], [top + height, top]);
  points.push([plan.ticks, points.at(-1)?.[1] ?? 0]);
  const drawLine = line<[number, number]>(
    ([t]) => x(t),
    ([, value]) => scale(value),
  ).curve(curveStepAfter);
  const drawArea = area<[number, number]>()
    .x(([t]) => x(t))
    .y0(top + height)
    .y1(([, value]) => scale(value))
    .curve(curveStepAfter);
  return {
    metric,
    title: laneTitle(run, metric),
    colour,
    top,
    height,
    domain,
    scale,
    linePath: drawLine(points) ?? '',
    areaPath: drawArea(points) ?? '',
    marks: facts.map((fact) => layoutMark(run, metric, scale, x, fact)),
  };
}

/** By its name, the target is known to whoever did not read what a target is. */
function laneTitle(run: Run, { id, title }: Metric): string {
  if (id === 'targetBlocked') return `${capitalised(targetName(run))} stopped`;
  return id === 'collateral' ? 'Everybody else’s sessions lost' : title;
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function layoutMark(
  run: Run,
  metric: Metric,
  scale: LinearScale,
  x: LinearScale,
  fact: Fact,
): FactMark {
  const tick = tickOfTold(run, fact);
  const low = fact.low ?? fact.value ?? fact.high ?? 0;
  const high = fact.high ?? fact.value ?? low;
  return {
    fact,
    tick,
    x: x(tick),
    low: scale(low),
    high: scale(high),
    middle: scale(fact.value ?? (low + high) / 2),
    modelled: metric.at(run.tally, tick),
  };
}

const MS_PER_HOUR = 3_600_000;
const MS_PER_DAY = 24 * MS_PER_HOUR;
const LEAST_DAY_GAP = 52;
/** Room for “31 May” beside its line. */
const DAY_LABEL_WIDTH = 48;

/** A mark at every midnight that leaves room for its label. */
function layoutDays(run: Run, x: LinearScale, width: number): DayMark[] {
  const { startMs, ticks, tickHours, world } = run.plan;
  const offsetMs = world.utcOffsetHours * MS_PER_HOUR;
  const days = (ticks * tickHours) / 24;
  const step = Math.max(1, Math.ceil((LEAST_DAY_GAP * days) / width));
  const firstDay = Math.ceil((startMs + offsetMs) / MS_PER_DAY);
  const marks: DayMark[] = [];
  for (let day = firstDay; ; day += step) {
    const tick = (day * MS_PER_DAY - offsetMs - startMs) / MS_PER_HOUR / tickHours;
    if (tick >= ticks) return marks;
    const date = new Date(day * MS_PER_DAY);
    marks.push({
      x: x(tick),
      day: date.getUTCDate(),
      month: date.getUTCMonth(),
      hasLabel: x(tick) + DAY_LABEL_WIDTH <= width,
    });
  }
}
