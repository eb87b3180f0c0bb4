// What the office hears in a tick: complaints about what the lists took in the last one.

import { emptySet, type PrefixSet } from '../net/prefixSet.ts';
import { contains } from '../net/setQueries.ts';
import type { Complaints } from '../strategies/strategy.ts';
import { addressesOfPlacement } from '../world/placeServices.ts';
import { publishedSet } from './addressLevels.ts';
import { bringUpToDate } from './bringUpToDate.ts';
import { takenOfCell } from './cellLosses.ts';
import { complaintsOf, type ListedLosses, nobodyComplains } from './complaints.ts';
import type { RunState } from './runState.ts';

/** To be asked before this tick changes a list or an address; works nothing out unless somebody asks. */
export function hearComplaints(state: RunState, tick: number): Complaints {
  let perLostSession = 0;
  for (const appeal of state.people.appeals) {
    if (appeal.fromTick <= tick && tick < appeal.untilTick) perLostSession += appeal.perLostSession;
  }
  if (perLostSession === 0) return nobodyComplains;
  const { heard, tally, levels, hops } = state;
  // Hours in which nothing changed are complained of in the same way.
  const about = [
    perLostSession,
    tally.rowOfTick[tick - 1] ?? -1,
    levels.versions.length,
    hops.length,
  ];
  const key = about.join(' ');
  if (heard.key !== key) {
    heard.key = key;
    heard.complaints = complaintsOf(perLostSession, () => lossesOf(state));
  }
  return heard.complaints;
}

function lossesOf(state: RunState): ListedLosses {
  bringUpToDate(state);
  const { plan, levels, placed, movers, isMovedOfPlacement } = state;
  const addressesOf = addressesNow(state);
  const listed = publishedSet(levels) ?? emptySet;
  const { address, placementOfAddress } = placed;
  return {
    world: plan.world,
    isTargetOfService: plan.roles.isTargetOfService,
    ...{ address, placementOfAddress, isMovedOfPlacement },
    moved: movers.flatMap(({ placements }) => placements),
    spreadPlacementOfPool: levels.spreadPlacementOfPool,
    listedOf: (placement) => listedOf(state, placement, addressesOf, listed),
    ...{ addressesOf, listed },
    lostToLists: (placement) => lostToLists(state, placement),
    stakes: state.heard.stakes,
  };
}

/** The levels keep count of fixed addresses and of pools; those of who moves are looked up. */
function listedOf(
  { levels, plan, isMovedOfPlacement }: RunState,
  placement: number,
  addressesOf: ListedLosses['addressesOf'],
  listed: PrefixSet,
): number {
  const { placements, pools } = plan.world;
  const all = levels.listLevels.lists - 1;
  if (placements.isSpreadOfPlacement[placement]) {
    const pool = placements.poolOfPlacement[placement]!;
    return levels.listedOfPool[all * pools.ids.length + pool] ?? 0;
  }
  if (!isMovedOfPlacement[placement]) {
    return levels.blockedOfPlacement[all * placements.count + placement] ?? 0;
  }
  return addressesOf(placement).filter((address) => contains(listed, address)).length;
}

/** Fixed addresses as they were placed, those of placements that move as they are now. */
function addressesNow({ placed, movers, isMovedOfPlacement }: RunState) {
  const moved = new Map<number, Uint32Array>();
  for (const mover of movers) {
    mover.placements.forEach((placement, index) => {
      moved.set(placement, mover.addressesOf(index));
    });
  }
  return (placement: number) =>
    isMovedOfPlacement[placement]
      ? (moved.get(placement) as Uint32Array)
      : addressesOfPlacement(placed, placement);
}

/**
 * Sessions a day that all lists together took from a placement and that no tunnel got through; without
 * those of users who have left, and without what was lost through services that it needs: about those
 * the users of the needed service complain.
 */
function lostToLists(state: RunState, placement: number): number {
  const { plan, audiences, lists } = state;
  const { goneOfAudience, keptOfAudience } = audiences;
  const { networks, placements, demandOfCell } = plan.cells;
  const service = plan.world.placements.serviceOfPlacement[placement]!;
  let lost = 0;
  for (let network = 0; network < networks; network++) {
    let taken = 0;
    for (let list = 0; list < lists.length; list++) {
      taken += takenOfCell(state, placement, network, lists[list]!.strategy);
    }
    if (taken === 0) continue;
    const audience = service * networks + network;
    const stays = (1 - goneOfAudience[audience]!) * keptOfAudience[audience]!;
    lost += demandOfCell[network * placements + placement]! * stays * taken;
  }
  return lost;
}
