// What if one setting changes: one number walked through its range, a second one held at three values.
import {
  type Axis,
  ensembleSeeds,
  evenSteps,
  gridOf,
  type Point,
  pointsStudy,
  type Scenario,
  type Study,
} from '../../model/index.ts';
import { isAllowed, type Knob, knobsOfPage } from './knobs.ts';

export interface SweepQuestion {
  /** Ids of knobs; the second may be none: ''. */
  readonly first: string;
  readonly second: string;
  readonly size: number;
}

/** One value of the second number, and the points along the first. */
export interface SweepLine {
  readonly value: number | undefined;
  readonly spots: readonly Spot[];
}

export interface Spot {
  /** The value of the first number. */
  readonly at: number;
  readonly point: Point;
}

export interface Sweep {
  readonly first: Knob;
  readonly second: Knob | undefined;
  readonly lines: readonly SweepLine[];
  /** Combinations that the scenario does not accept. */
  readonly leftOut: number;
}

const STEPS = 9;
const SEEDS = 4;

export function* sweepOf(scenario: Scenario, { first, second, size }: SweepQuestion): Study<Sweep> {
  const knobs = knobsOfPage(scenario);
  const knob = knobs.find(({ id }) => id === first);
  if (!knob) throw new Error('that setting is not in use any more');
  const other = knobs.find(({ id }) => id === second && id !== first);
  const axes: Axis[] = [{ path: knob.path, values: stepsOf(knob, STEPS) }];
  if (other) axes.unshift({ path: other.path, values: fewSteps(other) });
  const grid = gridOf(axes);
  const cases = grid.filter((settings) => isAllowed(scenario, settings));
  const points = yield* pointsStudy(cases, ensembleSeeds(scenario.seed, SEEDS * size));
  const lines = (other ? (axes[0]?.values ?? []) : [undefined]).map((value) => {
    const own = points.filter(({ settings }) => !other || settings[0]?.value === value);
    return {
      value: value as number | undefined,
      spots: own.map((point) => ({ at: point.settings.at(-1)?.value as number, point })),
    };
  });
  return { first: knob, second: other, lines, leftOut: grid.length - cases.length };
}

export function runsOfSweep(scenario: Scenario, { first, second, size }: SweepQuestion): number {
  const knobs = knobsOfPage(scenario);
  const countOf = (wanted: string, steps: (knob: Knob) => readonly number[]) => {
    const knob = knobs.find(({ id }) => id === wanted);
    return knob ? steps(knob).length : 1;
  };
  const along = countOf(first, (knob) => stepsOf(knob, STEPS));
  return along * countOf(second, fewSteps) * SEEDS * size;
}

/** Even steps over the range, and the present value among them; whole numbers where only those are right. */
export function stepsOf({ low, high, value, isWhole }: Knob, count: number): number[] {
  const even = evenSteps(low, high, count).map((step) => (isWhole ? Math.round(step) : step));
  return [...new Set([...even, value])].sort((a, b) => a - b);
}

/** Both ends and the present value; what lies between where the present value is one of the ends. */
export function fewSteps(knob: Knob): number[] {
  const ends = stepsOf(knob, 2);
  return ends.length > 2 ? ends : stepsOf(knob, 3);
}
