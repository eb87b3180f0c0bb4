// What lists hamper of the cells, kept as the networks apply the lists: by the shares of fixed placements,
// and by those of who moves.
import type { Mover } from '../countermeasures/countermeasure.ts';
import type { RunState } from './runState.ts';

/** Takes over the shares of a fixed placement. @param shares by hamper, from `at` on */
export function hamperCell(
  state: RunState,
  cell: number,
  shares: readonly number[],
  at: number,
): void {
  const cellCount = state.plan.cells.demandOfCell.length;
  const { length } = state.levels.listLevels.hampers;
  for (let hamper = 0; hamper < length; hamper++) {
    state.hamperedOfCell[hamper * cellCount + cell] = shares[at * length + hamper]!;
  }
}

/** Is anything of a cell hampered? It may have no address that is dropped. */
export function isHampered(state: RunState, cell: number): boolean {
  const cellCount = state.plan.cells.demandOfCell.length;
  for (let hamper = 0; hamper < state.levels.listLevels.hampers.length; hamper++) {
    if (state.hamperedOfCell[hamper * cellCount + cell] !== 0) return true;
  }
  return false;
}

/** Asks what is hampered of a placement that moves. @returns did it change? */
export function hamperMove(state: RunState, mover: Mover, index: number, network: number): boolean {
  const { enforcedFailOfCell, hamperedOfCell, plan, levels } = state;
  const cellCount = plan.cells.demandOfCell.length;
  const version = state.versionOfNetwork[network]!;
  const cell = network * plan.cells.placements + mover.placements[index]!;
  let changed = false;
  levels.listLevels.hampers.forEach((hamper, number) => {
    const fails = mover.failShare(index, hamper.base, version, network, 1);
    const share = mover.hamperedShare(index, hamper, version, network);
    const base = hamper.base * cellCount + cell;
    const at = number * cellCount + cell;
    changed ||= enforcedFailOfCell[base] !== fails || hamperedOfCell[at] !== share;
    enforcedFailOfCell[base] = fails;
    hamperedOfCell[at] = share;
  });
  return changed;
}
