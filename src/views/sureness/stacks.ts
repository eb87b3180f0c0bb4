// Which strategy does least harm for the same effect: all stacks as they are, and set to equal effect.
import {
  ensembleSeeds,
  type FrontierPoint,
  frontierStudy,
  type Point,
  pointStudy,
  type Reached,
  reachStudy,
  type Scenario,
  type Solution,
  type Study,
  together,
} from '../../model/index.ts';
import { entryOf } from './figures.ts';
import { chooseStack, type Knob, leversOf } from './knobs.ts';

export interface StacksQuestion {
  /** The share of the target that each is set to stop, 0 … 1. */
  readonly level: number;
  readonly size: number;
}

/** A stack brought to a level by one of its numbers. */
export interface Brought {
  readonly knob: Knob;
  readonly solution: Solution;
}

export interface StackFound {
  readonly id: string;
  readonly title: string;
  /** As it stands in the scenario. */
  readonly asItIs: FrontierPoint;
  /** Undefined when it has no number to set. */
  readonly brought: Brought | undefined;
}

export interface StacksResult {
  readonly level: number;
  readonly stacks: readonly StackFound[];
}

const SEEDS = 4;
const SEARCH_SEEDS = 2;
const TOLERANCE = 0.005; // half a point of a hundred: finer than any of these shares is known

export function* stacksOf(
  scenario: Scenario,
  { level, size }: StacksQuestion,
): Study<StacksResult> {
  const { stacks } = scenario;
  const cases = stacks.map(({ id }) => [chooseStack(id)]);
  const points = yield* frontierStudy(cases, ensembleSeeds(scenario.seed, SEEDS * size));
  const seeds = ensembleSeeds(scenario.seed, SEARCH_SEEDS * size);
  const goal = { metric: 'targetBlocked', level, tolerance: TOLERANCE };
  const brought = yield* together(
    stacks.map(({ id }) => bringStudy(scenario, id, (levers) => reachStudy(levers, goal, seeds))),
  );
  return {
    level,
    stacks: stacks.map(({ id, title }, index) => ({
      id,
      title,
      asItIs: pointOf(points, id),
      brought: brought[index],
    })),
  };
}

function pointOf(points: readonly FrontierPoint[], stack: string): FrontierPoint {
  const point = points.find(({ settings }) => settings[0]?.value === stack);
  if (!point) throw new Error(`there is no point of the stack "${stack}"`);
  return point;
}

type LeversOnly = Parameters<typeof reachStudy>[0];

function* bringStudy(
  scenario: Scenario,
  stack: string,
  reach: (levers: LeversOnly) => Study<Reached | undefined>,
): Study<Brought | undefined> {
  const levers = leversOf(scenario, stack);
  const reached = yield* reach(levers.map(({ lever }) => lever));
  const knob = reached && levers[reached.lever]?.knob;
  return knob && { knob, solution: reached.solution };
}

/** Roughly: how long a search takes is not known before. */
export function runsOfStacks(scenario: Scenario, { size }: StacksQuestion): number {
  const { stacks } = scenario;
  const levers = stacks.reduce((sum, { id }) => sum + leversOf(scenario, id).length, 0);
  const usualSteps = 10;
  return size * (SEEDS + SEARCH_SEEDS * usualSteps) * stacks.length + 2 * levers;
}

export interface EvenQuestion {
  readonly stack: string;
  readonly reference: string;
  readonly size: number;
}

export interface EvenResult {
  readonly reference: Point;
  readonly brought: Brought | undefined;
}

const EVEN_ACCURACY = 0.01; // of the harm of the reference

/** Where one stack harms as much as another. */
export function* evenOf(
  scenario: Scenario,
  { stack, reference, size }: EvenQuestion,
): Study<EvenResult> {
  const seeds = ensembleSeeds(scenario.seed, SEARCH_SEEDS * size);
  const fixed = yield* pointStudy([chooseStack(reference)], seeds);
  const level = entryOf(fixed.means, 'collateral');
  const goal = { metric: 'collateral', level, tolerance: EVEN_ACCURACY * level };
  const brought = yield* bringStudy(scenario, stack, (levers) => reachStudy(levers, goal, seeds));
  return { reference: fixed, brought };
}

export function runsOfEven(scenario: Scenario, { stack, size }: EvenQuestion): number {
  const usualSteps = 12;
  return size * SEARCH_SEEDS * (1 + 2 * leversOf(scenario, stack).length + usualSteps);
}
