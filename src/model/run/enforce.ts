// How lists, moves and boxes reach the flow cells: only what changed is marked for new work.
import { loadKeyOf, OUT_OF_WINDOW } from './loadKey.ts';
import { mark, type RunState } from './runState.ts';

/** Marks one cell (placement, network) with what it adds up to for this tick's work. */
export function markCell({ dirty, plan }: RunState, placement: number, network: number): void {
  mark(dirty.cells, placement * plan.cells.networks + network);
  mark(dirty.placements, placement);
  mark(dirty.services, plan.world.placements.serviceOfPlacement[placement]!);
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
    markCell(state, placement, network);
  }
}

/**
 * The placements that move: their clients' chances on each network, as it applies the lists now.
 * @param moved has the target moved, or news spread? Else only networks with a new version change.
 */
export function applyMoves(state: RunState, moved: boolean): void {
  const { cells, world } = state.plan;
  const levels = state.levels.listLevels.levels;
  const cellCount = cells.demandOfCell.length;
  for (const mover of state.movers) {
    mover.placements.forEach((placement, index) => {
      for (let network = 0; network < cells.networks; network++) {
        if (!moved && !state.hasApplied[network]) continue;
        const version = state.versionOfNetwork[network]!;
        const completeness = world.networks.completenessOfNetwork[network]!;
        const cell = placement * cells.networks + network;
        let changed = false;
        for (let level = 0; level < levels; level++) {
          const fails = mover.failShare(index, level, version, network, completeness);
          changed ||= state.failOfCell[level * cellCount + cell] !== fails;
          state.failOfCell[level * cellCount + cell] = fails;
        }
        if (changed) markCell(state, placement, network);
      }
    });
  }
}

/** What the boxes inspect in this hour. */
export function loadBoxes(state: RunState, tick: number): void {
  const { boxes, stack, inspectedOfBox } = state;
  let changed = false;
  for (let index = 0; index < boxes.length; index++) {
    const { box, strategy } = boxes[index]!;
    const inspected = stack[strategy]!.isInForceOfTick[tick]
      ? box.inspected(state.plan.loadOfTick[tick]!)
      : OUT_OF_WINDOW;
    if (inspectedOfBox[index] === inspected) continue;
    inspectedOfBox[index] = inspected;
    changed = true;
  }
  if (changed) state.loadKey = loadKeyOf(inspectedOfBox);
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
