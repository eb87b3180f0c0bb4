// Keeps what runs of one study have in common: the compiled world, and the services placed in it by seed.
import { streamsOf } from '../rng.ts';
import { planRun } from '../run/plan.ts';
import type { Plan } from '../run/runState.ts';
import type { Scenario } from '../run/scenarioSchema.ts';
import { type PlacedWorld, placeServices } from '../world/placeServices.ts';

export interface Prepared {
  readonly plan: Plan;
  readonly placed: PlacedWorld;
}

/** Beyond it the placed worlds start anew: some 100 kB each in a world of a thousand services. */
const MOST_PLACED = 512;

/**
 * A function that prepares runs one after the other. While world, period and tick length are the same
 * objects as in the call before, the plan serves again, and so does the placed world of a seed.
 */
export function createWorkshop(): (scenario: Scenario, seed: number) => Prepared {
  let last: Scenario | undefined;
  let plan: Plan | undefined;
  const placedOfSeed = new Map<number, PlacedWorld>();
  return (scenario, seed) => {
    if (!plan || !last || !isSamePlan(last, scenario)) {
      plan = planRun(scenario);
      placedOfSeed.clear();
    }
    last = scenario;
    const known = placedOfSeed.get(seed);
    if (known) return { plan, placed: known };
    if (placedOfSeed.size >= MOST_PLACED) placedOfSeed.clear();
    const placed = placeServices(plan.world, streamsOf(seed));
    placedOfSeed.set(seed, placed);
    return { plan, placed };
  };
}

function isSamePlan(a: Scenario, b: Scenario): boolean {
  return a.world === b.world && a.period === b.period && a.tickHours === b.tickHours;
}
