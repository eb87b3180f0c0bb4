// Counts one tick: works out the cells that changed, then their services, and writes a row if needed.
import { appendRow } from '../metrics/tally.ts';
import { countAddresses } from '../net/setQueries.ts';
import { publishedSets } from './addressLevels.ts';
import { markCell } from './enforce.ts';
import type { RunState } from './runState.ts';

export function countHour(state: RunState, tick: number): void {
  const { dirty, tally, rowOfLoad } = state;
  if (dirty.cellCount > 0) rowOfLoad.clear();
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
  if (state.loadKey !== state.workedLoadKey) markEveryCell(state);
  workOutCells(state);
  sumServices(state);
  state.workedLoadKey = state.loadKey;
}

function markEveryCell(state: RunState): void {
  const cells = state.plan.cells.demandOfCell.length;
  for (let cell = 0; cell < cells; cell++) markCell(state, cell);
}

/**
 * The sessions that each strategy takes from a cell, in stack order. A list takes what it covers
 * beyond the lists before it; a box takes its share of what no list has taken before.
 */
function workOutCells(state: RunState): void {
  const { dirty, plan, listOfStrategy, failOfCell, factors, cellLosses, tally } = state;
  const { demandOfCell, networks, classesOfPlacement } = plan.cells;
  const { profileOfPlacement } = plan.world.placements;
  const { listLevels } = state.levels;
  const cellCount = demandOfCell.length;
  const strategies = listOfStrategy.length;
  for (let i = 0; i < dirty.cellCount; i++) {
    const cell = dirty.cells[i]!;
    dirty.isCellDirty[cell] = 0;
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
        alone = demand * failOfCell[listLevels.aloneLevel(list) * cellCount + cell]!;
        listed = covered;
      }
      cellLosses.lost[cell * strategies + s] = taken;
      cellLosses.alone[cell * strategies + s] = alone;
      lost += taken;
    }
    const through = demand * factors.through[factor]! * (1 - listed);
    const imbalance = Math.abs(demand - through - lost) / (demand || 1);
    if (imbalance > tally.worstImbalance) tally.worstImbalance = imbalance;
    state.classesTouched += classesOfPlacement[placement]!;
  }
  dirty.cellCount = 0;
}

/** Adds the cells of the services that changed, in a fixed order, so that equal runs are equal to the bit. */
function sumServices(state: RunState): void {
  const { dirty, plan, losses, cellLosses } = state;
  const { networks } = plan.cells;
  const { firstPlacementOfService } = plan.world.services;
  const { profileOfPlacement } = plan.world.placements;
  const { bytesPerSessionOfProfile, hoursPerSessionOfProfile } = plan.world.profiles;
  const strategies = state.stack.length;
  for (let i = 0; i < dirty.serviceCount; i++) {
    const service = dirty.services[i]!;
    dirty.isServiceDirty[service] = 0;
    const at = service * strategies;
    losses.lostOfService.fill(0, at, at + strategies);
    losses.aloneOfService.fill(0, at, at + strategies);
    let bytes = 0;
    let hours = 0;
    const end = firstPlacementOfService[service + 1]!;
    for (let p = firstPlacementOfService[service]!; p < end; p++) {
      let lost = 0;
      for (let cell = p * networks; cell < (p + 1) * networks; cell++) {
        for (let s = 0; s < strategies; s++) {
          const taken = cellLosses.lost[cell * strategies + s]!;
          losses.lostOfService[at + s]! += taken;
          losses.aloneOfService[at + s]! += cellLosses.alone[cell * strategies + s]!;
          lost += taken;
        }
      }
      bytes += lost * bytesPerSessionOfProfile[profileOfPlacement[p]!]!;
      hours += lost * hoursPerSessionOfProfile[profileOfPlacement[p]!]!;
    }
    losses.lostBytesOfService[service] = bytes;
    losses.lostHoursOfService[service] = hours;
  }
  dirty.serviceCount = 0;
}

function countEntries(state: RunState, tick: number): void {
  const { tally, levels, log } = state;
  const newest = levels.versions.at(-1)!;
  if (newest.tick !== tick && tick > 0) {
    tally.listedOfTick[tick] = tally.listedOfTick[tick - 1]!;
    tally.entriesOfTick[tick] = tally.entriesOfTick[tick - 1]!;
    return;
  }
  const all = publishedSets(levels)[levels.listLevels.lists - 1];
  tally.listedOfTick[tick] = all ? countAddresses(all) : 0;
  tally.entriesOfTick[tick] = log.openEntries;
}
