// What the office hears of its entries in a tick: complaints about what its lists took in the last one.
import { sortPairs } from '../net/pairSort.ts';
import { emptySet } from '../net/prefixSet.ts';
import type { Complaints } from '../strategies/strategy.ts';
import { publishedSet } from './addressLevels.ts';
import { bringUpToDate } from './bringUpToDate.ts';
import { complaintsOf, type ListedLosses } from './complaints.ts';
import type { RunState } from './runState.ts';

/** Asked before this tick changes anything that a cell or a box does. */
export function complaintsNow(state: RunState): Complaints {
  const perLostSession = state.people.appeals.reduce((sum, one) => sum + one.perLostSession, 0);
  return complaintsOf(perLostSession, () => lossesOf(state));
}

function lossesOf(state: RunState): ListedLosses {
  bringUpToDate(state);
  const { plan, levels } = state;
  return {
    world: plan.world,
    isTargetOfService: plan.roles.isTargetOfService,
    ...addressesNow(state),
    listed: publishedSet(levels) ?? emptySet,
    lostToLists: (placement) => lostToLists(state, placement),
  };
}

/** Those of placements that moved stand in for the ones that they left. */
function addressesNow({ placed, movers, isMovedOfPlacement }: RunState) {
  const addresses: number[] = [];
  const owners: number[] = [];
  for (let a = 0; a < placed.address.length; a++) {
    if (isMovedOfPlacement[placed.placementOfAddress[a]!]) continue;
    addresses.push(placed.address[a]!);
    owners.push(placed.placementOfAddress[a]!);
  }
  for (const mover of movers) {
    mover.placements.forEach((placement, index) => {
      for (const one of mover.addressesOf(index)) {
        addresses.push(one);
        owners.push(placement);
      }
    });
  }
  const address = Uint32Array.from(addresses);
  const placementOfAddress = Uint32Array.from(owners);
  sortPairs(address, placementOfAddress, address.length);
  return { address, placementOfAddress };
}

/** Sessions a day of a placement that all lists of the stack took. */
function lostToLists({ plan, cellLosses, listOfStrategy }: RunState, placement: number): number {
  const { networks, demandOfCell } = plan.cells;
  const strategies = listOfStrategy.length;
  let lost = 0;
  for (let cell = placement * networks; cell < (placement + 1) * networks; cell++) {
    for (let s = 0; s < strategies; s++) {
      if (listOfStrategy[s]! >= 0) {
        lost += demandOfCell[cell]! * cellLosses.lost[cell * strategies + s]!;
      }
    }
  }
  return lost;
}
