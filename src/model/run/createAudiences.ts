// The users of each service on each network, before the first tick: nothing lost, nobody gone.
import type { Audiences, Plan } from './runState.ts';

export function createAudiences(plan: Plan, strategies: number): Audiences {
  const { profiles, services } = plan.world;
  const count = services.ids.length * plan.cells.networks;
  return {
    lost: new Float64Array(count * strategies),
    alone: new Float64Array(count * strategies),
    bytes: new Float64Array(count),
    hours: new Float64Array(count),
    blocked: new Float64Array(count),
    throughNeed: new Float64Array(count),
    keptOfAudience: new Float64Array(count).fill(1),
    goneOfAudience: new Float64Array(count),
    bytesOfSession: meanOfSession(plan, profiles.bytesPerSessionOfProfile),
    hoursOfSession: meanOfSession(plan, profiles.hoursPerSessionOfProfile),
  };
}

/** Of an unblocked session of each service, over its placements. */
function meanOfSession({ world }: Plan, ofProfile: Float64Array): Float64Array {
  const { placements } = world;
  const mean = new Float64Array(world.services.ids.length);
  for (let p = 0; p < placements.count; p++) {
    const value = placements.shareOfPlacement[p]! * ofProfile[placements.profileOfPlacement[p]!]!;
    mean[placements.serviceOfPlacement[p]!]! += value;
  }
  return mean;
}
