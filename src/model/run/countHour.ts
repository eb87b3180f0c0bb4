// Counts one tick: works out the cells that changed, adds them up, and writes a row if needed.
import { appendRow } from '../metrics/tally.ts';
import { fillBoxFactors } from './boxFactors.ts';
import { markCell } from './enforce.ts';
import type { RunState } from './runState.ts';

export function countHour(state: RunState, tick: number): void {
  const { dirty, tally, rowOfLoad } = state;
  if (dirty.cells.count > 0) rowOfLoad.clear();
  let row = rowOfLoad.get(state.loadKey);
  if (row === undefined) {
    bringUpToDate(state);
    row = appendRow(tally, state.losses);
    rowOfLoad.set(state.loadKey, row);
  }
  tally.rowOfTick[tick] = row;
  countEntries(state, tick);
}

/** Works out what the cells lose now; a tick that found its row ready has left them at another load. */
export function bringUpToDate(state: RunState): void {
  if (state.loadKey !== state.workedLoadKey) {
    fillBoxFactors(state);
    markEveryCell(state);
    state.workedLoadKey = state.loadKey;
  }
  workOutCells(state);
  sumPlacements(state);
  sumServices(state);
}

function markEveryCell(state: RunState): void {
  const { networks } = state.plan.cells;
  for (let placement = 0; placement < state.plan.world.placements.count; placement++) {
    for (let network = 0; network < networks; network++) markCell(state, placement, network);
  }
}

/**
 * The sessions that each strategy takes from a cell, in stack order. A list takes what it covers
 * beyond the lists before it; a box takes its share of what no list has taken before.
 */
function workOutCells(state: RunState): void {
  const { plan, listOfStrategy, failOfCell, factors, cellLosses, tally } = state;
  const { demandOfCell, networks, classesOfPlacement } = plan.cells;
  const { profileOfPlacement } = plan.world.placements;
  const { aloneLevelOfList } = state.levels.listLevels;
  const { isMarked, marked, count } = state.dirty.cells;
  const cellCount = demandOfCell.length;
  const strategies = listOfStrategy.length;
  for (let i = 0; i < count; i++) {
    const cell = marked[i]!;
    isMarked[cell] = 0;
    const placement = Math.floor(cell / networks);
    const demand = demandOfCell[cell]!;
    const factor = profileOfPlacement[placement]! * networks + (cell - placement * networks);
    let listed = 0;
    let lost = 0;
    for (let s = 0; s < strategies; s++) {
      const list = listOfStrategy[s]!;
      const reach = demand * factors.reach[factor * strategies + s]!;
      let taken = reach * (1 - listed);
      let alone = demand * factors.alone[factor * strategies + s]!;
      if (list >= 0) {
        const covered = failOfCell[list * cellCount + cell]!;
        taken = reach * (covered - listed);
        alone = demand * failOfCell[aloneLevelOfList[list]! * cellCount + cell]!;
        listed = covered;
      }
      cellLosses.lost[cell * strategies + s] = taken;
      cellLosses.alone[cell * strategies + s] = alone;
      lost += taken;
    }
    const through = demand * factors.through[factor]! * (1 - listed);
    const imbalance = Math.abs(demand - through - lost) / (demand || 1);
    // Asked this way round, so that what is no number counts as the worst, and stays.
    if (!(imbalance <= tally.worstImbalance)) {
      tally.worstImbalance = Number.isFinite(imbalance) ? imbalance : Number.POSITIVE_INFINITY;
    }
    state.classesTouched += classesOfPlacement[placement]!;
  }
  state.dirty.cells.count = 0;
}

// The sums run in a fixed order, so that equal runs are equal to the bit.

/** Adds the networks of the placements that changed. */
function sumPlacements({ dirty, plan, cellLosses, placementLosses, stack }: RunState): void {
  const { networks } = plan.cells;
  const { isMarked, marked, count } = dirty.placements;
  const strategies = stack.length;
  for (let i = 0; i < count; i++) {
    const placement = marked[i]!;
    isMarked[placement] = 0;
    for (let s = 0; s < strategies; s++) {
      const end = (placement + 1) * networks * strategies;
      let lost = 0;
      let alone = 0;
      for (let at = placement * networks * strategies + s; at < end; at += strategies) {
        lost += cellLosses.lost[at]!;
        alone += cellLosses.alone[at]!;
      }
      placementLosses.lost[placement * strategies + s] = lost;
      placementLosses.alone[placement * strategies + s] = alone;
    }
  }
  dirty.placements.count = 0;
}

/** Adds the placements of the services that changed. */
function sumServices({ dirty, plan, placementLosses, losses, stack }: RunState): void {
  const { firstPlacementOfService } = plan.world.services;
  const { profileOfPlacement } = plan.world.placements;
  const { bytesPerSessionOfProfile, hoursPerSessionOfProfile } = plan.world.profiles;
  const { isMarked, marked, count } = dirty.services;
  const strategies = stack.length;
  for (let i = 0; i < count; i++) {
    const service = marked[i]!;
    isMarked[service] = 0;
    const first = firstPlacementOfService[service]!;
    const end = firstPlacementOfService[service + 1]!;
    let bytes = 0;
    let hours = 0;
    for (let s = 0; s < strategies; s++) {
      let lost = 0;
      let alone = 0;
      for (let p = first; p < end; p++) {
        const taken = placementLosses.lost[p * strategies + s]!;
        const profile = profileOfPlacement[p]!;
        lost += taken;
        alone += placementLosses.alone[p * strategies + s]!;
        bytes += taken * bytesPerSessionOfProfile[profile]!;
        hours += taken * hoursPerSessionOfProfile[profile]!;
      }
      losses.lostOfService[service * strategies + s] = lost;
      losses.aloneOfService[service * strategies + s] = alone;
    }
    losses.lostBytesOfService[service] = bytes;
    losses.lostHoursOfService[service] = hours;
  }
  dirty.services.count = 0;
}

function countEntries({ tally, levels, log }: RunState, tick: number): void {
  tally.listedOfTick[tick] = levels.listed;
  tally.entriesOfTick[tick] = log.openEntries;
}
