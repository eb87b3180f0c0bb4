// How lists, moves and boxes reach the flow cells: only what changed is marked for new work.
import type { Hop, Mover } from '../countermeasures/countermeasure.ts';
import { makeRoom } from './boxFactors.ts';
import { bundleAgain } from './bundleAgain.ts';
import { hamperCell, hamperMove, isHampered } from './hamperCells.ts';
import { loadKeyOf, OUT_OF_WINDOW } from './loadKey.ts';
import { lookAgain, looksAtAddresses } from './looks.ts';
import { mark, type RunState } from './runState.ts';

/** Marks one cell (placement, network) with what it adds up to for this tick's work. */
export function markCell({ dirty, plan }: RunState, placement: number, network: number): void {
  mark(dirty.cells, network * plan.cells.placements + placement);
  const service = plan.world.placements.serviceOfPlacement[placement]!;
  mark(dirty.audiences, service * plan.cells.networks + network);
  mark(dirty.services, service);
}

/** Each network moves on to the newest version that is at least its lag old. */
export function applyLists(state: RunState, tick: number): void {
  const { versions } = state.levels;
  for (let network = 0; network < state.versionOfNetwork.length; network++) {
    const seen = tick - state.lagTicksOfNetwork[network]!;
    state.hasApplied[network] = 0;
    for (
      let next = state.versionOfNetwork[network]! + 1;
      next < versions.length && versions[next]!.tick <= seen;
      next++
    ) {
      applyVersion(state, next, network);
      state.versionOfNetwork[network] = next;
      state.hasApplied[network] = 1;
    }
  }
}

function applyVersion(state: RunState, version: number, network: number): void {
  const { placements, failShare, hamperedShare } = state.levels.versions[version]!;
  const { cells } = state.plan;
  const { levels } = state.levels.listLevels;
  const cellCount = cells.demandOfCell.length;
  for (let i = 0; i < placements.length; i++) {
    const placement = placements[i]!;
    if (state.isMovedOfPlacement[placement]) continue;
    const cell = network * cells.placements + placement;
    for (let level = 0; level < levels; level++) {
      state.enforcedFailOfCell[level * cellCount + cell] = failShare[i * levels + level]!;
    }
    hamperCell(state, cell, hamperedShare, i);
    enforceCell(state, cell, network);
    markCell(state, placement, network);
  }
  const completeness = completenessFor(state, version, network);
  if (completeness === state.completenessOfNetwork[network]) return;
  state.completenessOfNetwork[network] = completeness;
  enforceNetwork(state, network);
}

function enforceCell(state: RunState, cell: number, network: number): void {
  const { cells } = state.plan;
  const cellCount = cells.demandOfCell.length;
  const completeness = state.completenessOfNetwork[network]!;
  for (let level = 0; level < state.levels.listLevels.levels; level++) {
    const at = level * cellCount + cell;
    state.failOfCell[at] = completeness * state.enforcedFailOfCell[at]!;
  }
}

/** Every fixed placement behind some entry: the network enforces another share of the list. */
function enforceNetwork(state: RunState, network: number): void {
  const { cells, world } = state.plan;
  const { enforcedFailOfCell, failOfCell, isMovedOfPlacement } = state;
  const cellCount = cells.demandOfCell.length;
  const completeness = state.completenessOfNetwork[network]!;
  for (let level = 0; level < state.levels.listLevels.levels; level++) {
    for (let placement = 0; placement < world.placements.count; placement++) {
      const at = level * cellCount + network * cells.placements + placement;
      const enforced = enforcedFailOfCell[at]!;
      if (enforced === 0 || isMovedOfPlacement[placement]) continue;
      failOfCell[at] = completeness * enforced;
      markCell(state, placement, network);
    }
  }
  for (let placement = 0; placement < world.placements.count; placement++) {
    const cell = network * cells.placements + placement;
    if (isHampered(state, cell)) markCell(state, placement, network);
  }
}

/** c(k) · min(1, tableEntries/entries): equipment that is too small applies a part of the list. */
function completenessFor({ levels, plan }: RunState, version: number, network: number): number {
  const { completenessOfNetwork, tableEntriesOfNetwork } = plan.world.networks;
  const { lists, appliesOnNetwork } = levels.listLevels;
  const { entriesOfList } = levels.versions[version]!;
  let entries = 0;
  for (let list = 0; list < lists; list++) {
    if (appliesOnNetwork[network * lists + list]) entries += entriesOfList[list] ?? 0;
  }
  const room = tableEntriesOfNetwork[network]!;
  const applied = entries <= room ? 1 : room / entries;
  return completenessOfNetwork[network]! * applied;
}

/**
 * The placements that move: their clients' chances on each network, as it applies the lists now.
 * @param told for each mover, whether clients of it heard any news
 */
export function applyMoves(state: RunState, fresh: readonly Hop[], told: readonly boolean[]): void {
  const { networks } = state.plan.cells;
  const moved = fresh.length > 0 ? new Set(fresh.map(({ placement }) => placement)) : undefined;
  for (let m = 0; m < state.movers.length; m++) {
    const mover = state.movers[m]!;
    for (let index = 0; index < mover.placements.length; index++) {
      const changed = told[m] || moved?.has(mover.placements[index]!);
      for (let network = 0; network < networks; network++) {
        if (changed || state.hasApplied[network]) applyMove(state, mover, index, network);
      }
    }
  }
}

function applyMove(state: RunState, mover: Mover, index: number, network: number): void {
  const { cells } = state.plan;
  const levels = state.levels.listLevels.levels;
  const cellCount = cells.demandOfCell.length;
  const version = state.versionOfNetwork[network]!;
  const completeness = state.completenessOfNetwork[network]!;
  const placement = mover.placements[index]!;
  const cell = network * cells.placements + placement;
  let changed = false;
  for (let level = 0; level < levels; level++) {
    const at = level * cellCount + cell;
    const fails = mover.failShare(index, level, version, network, completeness);
    if (state.failOfCell[at] !== fails) changed = true;
    state.failOfCell[at] = fails;
  }
  if (hamperMove(state, mover, index, network)) changed = true;
  if (changed) markCell(state, placement, network);
}

/** A placement that moved has other addresses: for boxes that look at them it may look different. */
export function lookAtMoves(state: RunState, hops: readonly Hop[]): void {
  const { looks, movers, staleLooks, plan } = state;
  if (hops.length === 0 || !looksAtAddresses(looks)) return;
  const moved = new Set(hops.map(({ placement }) => placement));
  for (const mover of movers) {
    mover.placements.forEach((placement, index) => {
      if (!moved.has(placement)) return;
      const old = looks.lookOfPlacement[placement]!;
      const before = looks.count;
      const look = lookAgain(looks, placement, mover.addressesOf(index));
      if (look === old) return;
      if (looks.count > before) {
        makeRoom(state);
        staleLooks.add(look);
      }
      bundleAgain(state, plan.world.placements.serviceOfPlacement[placement]!);
    });
  }
}

/** What the boxes inspect in this hour, and how strong they are. */
export function loadBoxes(state: RunState, tick: number): void {
  const { boxes, stack, inspectedOfBox, strengthOfBox, plan } = state;
  let changed = false;
  for (let index = 0; index < boxes.length; index++) {
    const { box, strategy } = boxes[index]!;
    const { isInForceOfTick, fromTick } = stack[strategy]!;
    const isInForce = isInForceOfTick[tick] === 1;
    const inspected = isInForce ? box.inspected(plan.loadOfTick[tick]!) : OUT_OF_WINDOW;
    const day = Math.floor(((tick - fromTick) * plan.tickHours) / 24);
    const strength = isInForce ? (box.strengthOnDay?.(day) ?? 1) : 1;
    if (inspectedOfBox[index] === inspected && strengthOfBox[index] === strength) continue;
    inspectedOfBox[index] = inspected;
    strengthOfBox[index] = strength;
    changed = true;
  }
  if (changed) state.loadKey = loadKeyOf(inspectedOfBox, strengthOfBox);
}
