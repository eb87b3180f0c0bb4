// How lists, moves and boxes reach the flow cells: only what changed is marked for new work.
import type { PrefixSet } from '../net/prefixSet.ts';
import { fillBoxFactors } from './boxFactors.ts';
import { loadKeyOf } from './loadKey.ts';
import type { RunState } from './runState.ts';

/** Marks one cell (placement, network) and its service for this tick's work. */
export function markCell(state: RunState, cell: number): void {
  const { dirty, plan } = state;
  if (dirty.isCellDirty[cell]) return;
  dirty.isCellDirty[cell] = 1;
  dirty.cells[dirty.cellCount++] = cell;
  const placement = Math.floor(cell / plan.cells.networks);
  const service = plan.world.placements.serviceOfPlacement[placement]!;
  if (dirty.isServiceDirty[service]) return;
  dirty.isServiceDirty[service] = 1;
  dirty.services[dirty.serviceCount++] = service;
}

/** Each network moves on to the newest version that is at least its lag old; tells whether any did. */
export function applyLists(state: RunState, tick: number): boolean {
  const { versions } = state.levels;
  let applied = false;
  for (let network = 0; network < state.versionOfNetwork.length; network++) {
    const seen = tick - state.lagTicksOfNetwork[network]!;
    for (
      let next = state.versionOfNetwork[network]! + 1;
      next < versions.length && versions[next]!.tick <= seen;
      next++
    ) {
      applyVersion(state, next, network);
      state.versionOfNetwork[network] = next;
      applied = true;
    }
  }
  return applied;
}

function applyVersion(state: RunState, version: number, network: number): void {
  const { placements, failShare } = state.levels.versions[version]!;
  const { cells, world } = state.plan;
  const levels = state.levels.listLevels.levels;
  const cellCount = cells.demandOfCell.length;
  const completeness = world.networks.completenessOfNetwork[network]!;
  for (let i = 0; i < placements.length; i++) {
    const placement = placements[i]!;
    if (state.isMovedOfPlacement[placement]) continue;
    const cell = placement * cells.networks + network;
    for (let level = 0; level < levels; level++) {
      state.failOfCell[level * cellCount + cell] = completeness * failShare[i * levels + level]!;
    }
    markCell(state, cell);
  }
}

/** The placements that move: their clients' chances on each network, as it applies the lists now. */
export function applyMoves(state: RunState): void {
  const { cells, world } = state.plan;
  const levels = state.levels.listLevels.levels;
  const cellCount = cells.demandOfCell.length;
  for (const mover of state.movers) {
    mover.placements.forEach((placement, index) => {
      for (let network = 0; network < cells.networks; network++) {
        const sets = state.levels.versions[state.versionOfNetwork[network]!]!.sets;
        const completeness = world.networks.completenessOfNetwork[network]!;
        const cell = placement * cells.networks + network;
        for (let level = 0; level < levels; level++) {
          const listed = sets[level] as PrefixSet;
          const fails = mover.failShare(index, level, listed, network, completeness);
          state.failOfCell[level * cellCount + cell] = fails;
        }
        markCell(state, cell);
      }
    });
  }
}

/** What the boxes inspect in this hour; a load met before, with nothing else changed, needs no new work. */
export function loadBoxes(state: RunState, tick: number): void {
  const load = state.plan.loadOfTick[tick]!;
  const inspected = state.boxes.map(({ box, strategy }) => {
    const { fromTick, untilTick } = state.stack[strategy]!;
    return fromTick <= tick && tick < untilTick ? box.inspected(load) : undefined;
  });
  const key = loadKeyOf(inspected);
  if (key === state.loadKey) return;
  state.loadKey = key;
  fillBoxFactors(state, inspected);
}

/** Share of a service's sessions on one network that the last tick lost. */
export function lostShareOnNetwork(state: RunState, service: number, network: number): number {
  const { cells, world } = state.plan;
  const strategies = state.stack.length;
  const end = world.services.firstPlacementOfService[service + 1]!;
  let demand = 0;
  let lost = 0;
  for (let p = world.services.firstPlacementOfService[service]!; p < end; p++) {
    const cell = p * cells.networks + network;
    demand += cells.demandOfCell[cell]!;
    for (let s = 0; s < strategies; s++) lost += state.cellLosses.lost[cell * strategies + s]!;
  }
  return demand === 0 ? 0 : lost / demand;
}
