// What if settings change: one number walked through its range, a second one held at three values, or
// walked through its own range as well.
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
  /** How the second one is taken: as a line for each of a few values, or as a map of both ranges. */
  readonly form: 'lines' | 'map';
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
  readonly form: SweepQuestion['form'];
  readonly lines: readonly SweepLine[];
  /** Combinations that the scenario does not accept. */
  readonly leftOut: number;
}

const STEPS = 9;
const STEPS_OF_MAP = 6;
const SEEDS = 4;
/** So many more combinations. */
const SEEDS_OF_MAP = 2;

export function* sweepOf(scenario: Scenario, question: SweepQuestion): Study<Sweep> {
  const { first, second, form } = question;
  const knobs = knobsOfPage(scenario);
  const knob = knobs.find(({ id }) => id === first);
  if (!knob) throw new Error('that setting is not in use any more');
  const other = knobs.find(({ id }) => id === second && id !== first);
  const axes: Axis[] = [{ path: knob.path, values: stepsAlong(knob, question) }];
  if (other) axes.unshift({ path: other.path, values: stepsAcross(other, question) });
  const grid = gridOf(axes);
  const cases = grid.filter((settings) => isAllowed(scenario, settings));
  const points = yield* pointsStudy(cases, ensembleSeeds(scenario.seed, seedsFor(question)));
  const lines = (other ? (axes[0]?.values ?? []) : [undefined]).map((value) => {
    const own = points.filter(({ settings }) => !other || settings[0]?.value === value);
    return {
      value: value as number | undefined,
      spots: own.map((point) => ({ at: point.settings.at(-1)?.value as number, point })),
    };
  });
  const leftOut = grid.length - cases.length;
  return { first: knob, second: other, form: other ? form : 'lines', lines, leftOut };
}

export function runsOfSweep(scenario: Scenario, question: SweepQuestion): number {
  const { first, second } = question;
  const knobs = knobsOfPage(scenario);
  const countOf = (wanted: string, steps: (knob: Knob) => readonly number[]) => {
    const knob = knobs.find(({ id }) => id === wanted);
    return knob ? steps(knob).length : 1;
  };
  const along = countOf(first, (knob) => stepsAlong(knob, question));
  return along * countOf(second, (knob) => stepsAcross(knob, question)) * seedsFor(question);
}

function seedsFor(question: SweepQuestion): number {
  return (isMap(question) ? SEEDS_OF_MAP : SEEDS) * question.size;
}

function stepsAlong(knob: Knob, question: SweepQuestion): number[] {
  return stepsOf(knob, isMap(question) ? STEPS_OF_MAP : STEPS);
}

function stepsAcross(knob: Knob, question: SweepQuestion): number[] {
  return isMap(question) ? stepsOf(knob, STEPS_OF_MAP) : fewSteps(knob);
}

/** A map of one number is a line. */
function isMap({ form, second }: SweepQuestion): boolean {
  return form === 'map' && second !== '';
}

/** Even steps over the range, and the present value among them; whole numbers where only those are right. */
export function stepsOf({ low, high, value, isWhole }: Knob, count: number): number[] {
  // Twelve digits: 0.8, and not 0.7999999999999998.
  const even = evenSteps(low, high, count).map((step) =>
    isWhole ? Math.round(step) : Number(step.toPrecision(12)),
  );
  return [...new Set([...even, value])].sort((a, b) => a - b);
}

/** Both ends and the present value; what lies between where the present value is one of the ends. */
export function fewSteps(knob: Knob): number[] {
  const ends = stepsOf(knob, 2);
  return ends.length > 2 ? ends : stepsOf(knob, 3);
}
