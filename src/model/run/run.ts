// The whole experiment as one function from plain data to plain data.
import type { CountermeasureRun, Hop, Mover } from '../countermeasures/countermeasure.ts';
import type { Tally } from '../metrics/tally.ts';
import { streamsOf } from '../rng.ts';
import type { Listing } from '../strategies/listingLog.ts';
import { isHampering } from '../strategies/strategy.ts';
import { type PlacedWorld, placeServices } from '../world/placeServices.ts';
import { fillLook } from './boxFactors.ts';
import { createRunState } from './createRunState.ts';
import { listLevels } from './listLevels.ts';
import { beginCountermeasures, beginStack, planRun } from './plan.ts';
import type { Plan, RunState, StackEntry } from './runState.ts';
import type { Scenario } from './scenarioSchema.ts';
import { step } from './step.ts';

/** Relative error up to which demand = through + lost counts as balanced (MODEL.md, closed form 8). */
export const BOOKS_TOLERANCE = 1e-9;

export interface Run {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly plan: Plan;
  readonly placed: PlacedWorld;
  readonly stack: readonly StackEntry[];
  readonly listings: readonly Listing[];
  readonly hops: readonly Hop[];
  /** Id of the countermeasure behind each hop. */
  readonly entryOfHop: readonly string[];
  readonly tally: Tally;
  /** Do the books balance: demand = through + lost, in every bundle, audience and service at every tick? */
  readonly balanced: boolean;
  /** Flow classes behind changes of lists and moves: the engine's work counter. */
  readonly classesTouched: number;
}

/** Runs a scenario with a seed. Same input, same bits, in every engine. */
export function run(
  scenario: Scenario,
  seed: number = scenario.seed,
  plan: Plan = planRun(scenario),
): Run {
  const streams = streamsOf(seed);
  return runPlaced(scenario, seed, plan, placeServices(plan.world, streams));
}

/** The same where the world of the seed has been placed before: a slider that moves keeps it. */
export function runPlaced(scenario: Scenario, seed: number, plan: Plan, placed: PlacedWorld): Run {
  const state = beginRun(scenario, seed, plan, placed);
  for (let tick = 0; tick < plan.ticks; tick++) step(state, tick);
  return {
    scenario,
    seed,
    plan,
    placed,
    stack: state.stack,
    listings: state.log.entries,
    hops: state.hops,
    entryOfHop: state.entryOfHop,
    tally: state.tally,
    balanced: state.tally.worstImbalance <= BOOKS_TOLERANCE,
    classesTouched: state.classesTouched,
  };
}

/** The state of a run before its first tick. */
export function beginRun(
  scenario: Scenario,
  seed: number,
  plan: Plan,
  placed: PlacedWorld,
): RunState {
  const streams = streamsOf(seed);
  const stack = beginStack(scenario, plan);
  const lists = stack.filter(({ run }) => run.kind === 'list');
  const levels = listLevels(
    lists.map(({ appliesToNetwork, run }) => ({ appliesToNetwork, isHampering: isHampering(run) })),
    plan.cells.networks,
  );
  const isMovedOfPlacement = new Uint8Array(plan.world.placements.count);
  const answers = beginCountermeasures(
    scenario,
    plan,
    { placed, levels, isMovedOfPlacement },
    streams,
  );
  const state = createRunState({
    plan,
    placed,
    stack,
    levels,
    answers,
    entryOfMover: entriesOfMovers(scenario, answers),
    isMovedOfPlacement,
    randomOfStrategy: (id) => streams('censor', id, 'discovery'),
  });
  for (let look = 0; look < state.looks.count; look++) fillLook(state, look);
  // No list and no box is at work, and losses of zero are right.
  state.factors.isChanged.fill(0);
  return state;
}

/** Answers stand in the order of the entries that are in use. */
function entriesOfMovers(
  { countermeasures }: Scenario,
  answers: readonly CountermeasureRun[],
): ReadonlyMap<Mover, string> {
  const inUse = countermeasures.filter(({ off }) => !off);
  return new Map(
    answers.flatMap((answer, index): [Mover, string][] =>
      answer.kind === 'mover' ? [[answer, inUse[index]?.id ?? '']] : [],
    ),
  );
}
