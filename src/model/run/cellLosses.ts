// What the strategies take from each cell (placement, network) that changed, as shares of its sessions.
import type { RunState } from './runState.ts';

/**
 * In stack order. A list takes what it covers beyond the lists before it; a box takes its share of what
 * no list has taken before.
 */
export function workOutCells(state: RunState): void {
  const { cells } = state.dirty;
  const { networks, classesOfPlacement } = state.plan.cells;
  for (let i = 0; i < cells.count; i++) {
    const cell = cells.marked[i]!;
    cells.isMarked[cell] = 0;
    const placement = Math.floor(cell / networks);
    workOutCell(state, placement, cell - placement * networks);
    state.classesTouched += classesOfPlacement[placement]!;
  }
  cells.count = 0;
}

function workOutCell(state: RunState, placement: number, network: number): void {
  const { looks, listOfStrategy, failOfCell, factors, cellLosses, levels, plan } = state;
  const { reach, alone } = factors;
  const { lists, aloneLevelOfList, levelOnNetwork, appliesOnNetwork } = levels.listLevels;
  const { networks, demandOfCell } = plan.cells;
  const strategies = listOfStrategy.length;
  const cellCount = demandOfCell.length;
  const cell = placement * networks + network;
  const into = cell * strategies;
  const factor = looks.lookOfPlacement[placement]! * networks + network;
  const from = factor * strategies;
  let listed = 0;
  let lost = 0;
  for (let s = 0; s < strategies; s++) {
    const list = listOfStrategy[s]!;
    let taken = 0;
    if (list < 0) {
      taken = reach[from + s]! * (1 - listed);
      cellLosses.alone[into + s] = alone[from + s]!;
    } else {
      const own = network * lists + list;
      const level = levelOnNetwork[own]!;
      const covered = level < 0 ? 0 : failOfCell[level * cellCount + cell]!;
      taken = reach[from + s]! * (covered - listed);
      cellLosses.alone[into + s] = appliesOnNetwork[own]
        ? failOfCell[aloneLevelOfList[list]! * cellCount + cell]!
        : 0;
      listed = covered;
    }
    cellLosses.lost[into + s] = taken;
    lost += taken;
  }
  balance(state, 1 - factors.through[factor]! * (1 - listed) - lost);
}

/** Keeps the largest imbalance that was met, of a share. */
export function balance({ tally }: RunState, imbalance: number): void {
  const size = Math.abs(imbalance);
  // Asked this way round, so that what is no number counts as the worst, and stays.
  if (size <= tally.worstImbalance) return;
  tally.worstImbalance = Number.isFinite(size) ? size : Number.POSITIVE_INFINITY;
}
