// What each service would carry on an unblocked day.
import type { World } from '../world/world.ts';
import type { FlowCells } from './flowCells.ts';

/** By service, a day. */
export interface ServiceDemand {
  readonly sessions: Float64Array;
  readonly bytes: Float64Array;
  readonly hours: Float64Array;
}

export function sumServiceDemand(
  { services, placements, profiles }: World,
  { demandOfCell, networks }: FlowCells,
): ServiceDemand {
  const count = services.ids.length;
  const sessions = new Float64Array(count);
  const bytes = new Float64Array(count);
  const hours = new Float64Array(count);
  for (let p = 0; p < placements.count; p++) {
    const service = placements.serviceOfPlacement[p]!;
    const profile = placements.profileOfPlacement[p]!;
    for (let network = 0; network < networks; network++) {
      const demand = demandOfCell[network * placements.count + p]!;
      sessions[service]! += demand;
      bytes[service]! += demand * profiles.bytesPerSessionOfProfile[profile]!;
      hours[service]! += demand * profiles.hoursPerSessionOfProfile[profile]!;
    }
  }
  return { sessions, bytes, hours };
}
