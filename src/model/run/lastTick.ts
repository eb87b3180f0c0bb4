// What the last tick did to the users of a service, for those who answer it.
import type { LastTick } from '../countermeasures/countermeasure.ts';
import { bringUpToDate } from './bringUpToDate.ts';
import { takenOfBundle } from './bundleLosses.ts';
import type { RunState } from './runState.ts';

/** Asked before this tick changes anything that a cell, a box or a tunnel does. */
export function lastTickOf(state: RunState): LastTick {
  state.lastTick ??= createLastTick(state);
  return state.lastTick;
}

function createLastTick(state: RunState): LastTick {
  const { networks } = state.plan.cells;
  const { keptOfAudience, blocked } = state.audiences;
  const blockedShare = (service: number, network: number) => {
    bringUpToDate(state);
    return blocked[service * networks + network]!;
  };
  const lostShare = (service: number, network: number) =>
    blockedShare(service, network) * keptOfAudience[service * networks + network]!;
  return {
    blockedShare,
    lostShare,
    lostToAddressRules(service) {
      bringUpToDate(state);
      return lostToAddressRules(state, service);
    },
  };
}

/** Of the service's own placements, without what it loses through others. */
function lostToAddressRules(state: RunState, service: number): number {
  const { plan, addressRules, audiences, bundles } = state;
  const { networks } = plan.cells;
  const { shareOfNetwork } = plan.world.networks;
  const first = plan.world.services.firstPlacementOfService[service]!;
  const end = first + bundles.bundlesOfService[service]!;
  let lost = 0;
  for (const s of addressRules) {
    for (let bundle = first; bundle < end; bundle++) {
      for (let network = 0; network < networks; network++) {
        const taken = takenOfBundle(state, bundle, network, s);
        if (taken === 0) continue;
        const kept = audiences.keptOfAudience[service * networks + network]!;
        lost += shareOfNetwork[network]! * kept * taken;
      }
    }
  }
  return lost;
}
