// What the last tick did to the users of a service, for those who answer it.
import type { LastTick } from '../countermeasures/countermeasure.ts';
import { bringUpToDate } from './bringUpToDate.ts';
import type { RunState } from './runState.ts';

/** Asked before this tick changes anything that a cell, a box or a tunnel does. */
export function lastTickOf(state: RunState): LastTick {
  state.lastTick ??= createLastTick(state);
  return state.lastTick;
}

function createLastTick(state: RunState): LastTick {
  const { networks } = state.plan.cells;
  const { shareOfNetwork } = state.plan.world.networks;
  const { keptOfAudience, blocked } = state.audiences;
  const blockedShare = (service: number, network: number) => {
    // A tick that found its row ready has left the cells at another load.
    bringUpToDate(state);
    return blocked[service * networks + network]!;
  };
  const lostShare = (service: number, network: number) =>
    blockedShare(service, network) * keptOfAudience[service * networks + network]!;
  return {
    blockedShare,
    lostShare,
    lostShareOfService(service) {
      bringUpToDate(state);
      let lost = 0;
      for (let network = 0; network < networks; network++) {
        const audience = service * networks + network;
        lost += shareOfNetwork[network]! * (blocked[audience]! * keptOfAudience[audience]!);
      }
      return lost;
    },
  };
}
