// A scenario and its seed → a run, at once: what a slider does not change is kept.
import {
  type PlacedWorld,
  type Plan,
  placeServices,
  planRun,
  type Run,
  runPlaced,
  type Scenario,
  streamsOf,
} from '../model/index.ts';

interface Prepared {
  readonly scenario: Pick<Scenario, 'world' | 'period' | 'tickHours'>;
  readonly plan: Plan;
  readonly seed: number;
  readonly placed: PlacedWorld;
}

let prepared: Prepared | undefined;

/** Runs the scenario; the compiled world and the placed services of the last call serve again if they can. */
export function computeRun(scenario: Scenario): Run {
  const { world, period, tickHours, seed } = scenario;
  const samePlan =
    prepared?.scenario.world === world &&
    prepared.scenario.period === period &&
    prepared.scenario.tickHours === tickHours;
  const plan = samePlan && prepared ? prepared.plan : planRun(scenario);
  const placed =
    samePlan && prepared?.seed === seed
      ? prepared.placed
      : placeServices(plan.world, streamsOf(seed));
  prepared = { scenario: { world, period, tickHours }, plan, seed, placed };
  return runPlaced(scenario, seed, plan, placed);
}
