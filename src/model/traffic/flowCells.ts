// Who reaches whom, and how it looks on the wire. A flow class is (service, placement, protocol,
// network). Its demand is separable: daily demand of a cell × share of the protocol × hour of the day.
import type { World } from '../world/world.ts';

export interface FlowCells {
  readonly networks: number;
  readonly placements: number;
  /**
   * Sessions a day of cell (placement, network), at network · placements + placement: each network applies
   * the lists by itself.
   */
  readonly demandOfCell: Float64Array;
  /** How many flow classes (protocols) stand behind each cell of a placement. */
  readonly classesOfPlacement: Uint32Array;
  /** All flow classes of the world. */
  readonly classCount: number;
}

/** D of MODEL.md section 7.1 without its hour: users · share of the network · sessions a day · share of the placement. */
export function compileFlowCells({ services, placements, networks, profiles }: World): FlowCells {
  const count = networks.ids.length;
  const demandOfCell = new Float64Array(placements.count * count);
  const classesOfPlacement = new Uint32Array(placements.count);
  let classCount = 0;
  for (let p = 0; p < placements.count; p++) {
    const service = placements.serviceOfPlacement[p]!;
    const daily = services.sessionsPerDayOfService[service]! * placements.shareOfPlacement[p]!;
    for (let k = 0; k < count; k++) {
      demandOfCell[k * placements.count + p] = daily * networks.shareOfNetwork[k]!;
    }
    classesOfPlacement[p] = profiles.protocolsInProfile[placements.profileOfPlacement[p]!]!;
    classCount += classesOfPlacement[p]! * count;
  }
  return {
    ...{ networks: count, placements: placements.count },
    ...{ demandOfCell, classesOfPlacement, classCount },
  };
}
