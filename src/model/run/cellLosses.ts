// What the strategies take from each cell (placement, network) that changed, as shares of its sessions.
import type { RunState } from './runState.ts';

/**
 * In stack order. A list takes what it covers beyond the lists before it; a box takes its share of what
 * no list has taken before.
 */
export function workOutCells(state: RunState): void {
  const { plan, looks, listOfStrategy, failOfCell, factors, cellLosses } = state;
  const { demandOfCell, networks, classesOfPlacement } = plan.cells;
  const { lists, aloneLevelOfList, levelOnNetwork, appliesOnNetwork } = state.levels.listLevels;
  const { isMarked, marked, count } = state.dirty.cells;
  const cellCount = demandOfCell.length;
  const strategies = listOfStrategy.length;
  for (let i = 0; i < count; i++) {
    const cell = marked[i]!;
    isMarked[cell] = 0;
    const placement = Math.floor(cell / networks);
    const network = cell - placement * networks;
    const factor = looks.lookOfPlacement[placement]! * networks + network;
    let listed = 0;
    let lost = 0;
    for (let s = 0; s < strategies; s++) {
      const list = listOfStrategy[s]!;
      const reach = factors.reach[factor * strategies + s]!;
      let taken = reach * (1 - listed);
      let alone = factors.alone[factor * strategies + s]!;
      if (list >= 0) {
        const level = levelOnNetwork[network * lists + list]!;
        const covered = level < 0 ? 0 : failOfCell[level * cellCount + cell]!;
        taken = reach * (covered - listed);
        alone = appliesOnNetwork[network * lists + list]
          ? failOfCell[aloneLevelOfList[list]! * cellCount + cell]!
          : 0;
        listed = covered;
      }
      cellLosses.lost[cell * strategies + s] = taken;
      cellLosses.alone[cell * strategies + s] = alone;
      lost += taken;
    }
    const through = factors.through[factor]! * (1 - listed);
    balance(state, 1 - through - lost);
    state.classesTouched += classesOfPlacement[placement]!;
  }
  state.dirty.cells.count = 0;
}

/** Keeps the largest imbalance that was met, of a share. */
export function balance({ tally }: RunState, imbalance: number): void {
  const size = Math.abs(imbalance);
  // Asked this way round, so that what is no number counts as the worst, and stays.
  if (size <= tally.worstImbalance) return;
  tally.worstImbalance = Number.isFinite(size) ? size : Number.POSITIVE_INFINITY;
}
