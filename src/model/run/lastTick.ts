// What the last tick did to the users of a service, for those who answer it.
import type { LastTick } from '../countermeasures/countermeasure.ts';
import type { StrategyRun } from '../strategies/strategy.ts';
import { bringUpToDate } from './bringUpToDate.ts';
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
    // A tick that found its row ready has left the cells at another load.
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
function lostToAddressRules(
  { plan, stack, cellLosses, audiences }: RunState,
  service: number,
): number {
  const { networks } = plan.cells;
  const { shareOfNetwork } = plan.world.networks;
  const { shareOfPlacement } = plan.world.placements;
  const { firstPlacementOfService } = plan.world.services;
  const strategies = stack.length;
  const end = firstPlacementOfService[service + 1]!;
  let lost = 0;
  for (let s = 0; s < strategies; s++) {
    if (!isAboutAddresses(stack[s]!.run)) continue;
    for (let p = firstPlacementOfService[service]!; p < end; p++) {
      for (let network = 0; network < networks; network++) {
        const taken = cellLosses.lost[(p * networks + network) * strategies + s]!;
        if (taken === 0) continue;
        const kept = audiences.keptOfAudience[service * networks + network]!;
        lost += shareOfNetwork[network]! * shareOfPlacement[p]! * kept * taken;
      }
    }
  }
  return lost;
}

function isAboutAddresses(run: StrategyRun): boolean {
  if (run.kind !== 'flow') return run.kind === 'list';
  return run.selection?.actsOn === 'matches' && run.selection.ranges !== undefined;
}
