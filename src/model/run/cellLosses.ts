// What the strategies take from each cell (placement, network) that changed, as shares of its sessions.
import { passHampered } from './boxFactors.ts';
import type { RunState } from './runState.ts';

/**
 * In stack order. A list takes what it covers beyond the lists before it; a box takes its share of what
 * no list has taken before. Lists that hamper have their way with those who find an address that answers.
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
  const { looks, listOfStrategy, failOfCell, factors, cellLosses, levels, plan, boxTables } = state;
  const { reach, alone } = factors;
  const { lists, levelOnNetwork } = levels.listLevels;
  const { networks, demandOfCell } = plan.cells;
  const strategies = listOfStrategy.length;
  const cellCount = demandOfCell.length;
  const cell = placement * networks + network;
  const into = cell * strategies;
  const factor = looks.lookOfPlacement[placement]! * networks + network;
  const from = factor * strategies;
  const { taken: takenThere, hampered } = boxTables;
  // The lists that hamper are enforced for these; all others meet what boxes and other lists do.
  const there = hamperedAudience(state, cell, network, from);
  const throughThere =
    there === 0 ? 0 : passHampered(state, looks.lookOfPlacement[placement]!, network, hampered);
  let listed = 0;
  let lost = 0;
  for (let s = 0; s < strategies; s++) {
    const list = listOfStrategy[s]!;
    let taken = 0;
    if (list < 0) {
      taken = reach[from + s]! * (1 - listed - there);
      cellLosses.alone[into + s] = alone[from + s]!;
    } else {
      const own = network * lists + list;
      const level = levelOnNetwork[own]!;
      const covered = level < 0 ? 0 : failOfCell[level * cellCount + cell]!;
      taken = reach[from + s]! * (covered - listed);
      cellLosses.alone[into + s] = lostAlone(state, list, cell, network, alone[from + s]!);
      listed = covered;
    }
    if (there !== 0) taken += there * takenThere[s]!;
    cellLosses.lost[into + s] = taken;
    lost += taken;
  }
  const through = factors.through[factor]! * (1 - listed - there) + there * throughThere;
  balance(state, 1 - through - lost);
}

/**
 * Notes for each strategy what it hampers of the sessions of those for whom the lists are enforced and who
 * find an address that answers. @param from where the factors of its look stand on the network
 * @returns how many those are; 0 where nothing is hampered, or nobody suffers by it
 */
function hamperedAudience(state: RunState, cell: number, network: number, from: number): number {
  const { levels, listOfStrategy, hamperedOfCell, boxTables, plan, factors } = state;
  const { lists, hampers, hamperOnNetwork } = levels.listLevels;
  if (hampers.length === 0) return 0;
  const cellCount = plan.cells.demandOfCell.length;
  let base = -1;
  for (let s = 0; s < listOfStrategy.length; s++) {
    const list = listOfStrategy[s]!;
    const hamper = list < 0 ? -1 : hamperOnNetwork[network * lists + list]!;
    const suffers = hamper >= 0 && factors.alone[from + s] !== 0;
    const share = suffers ? hamperedOfCell[hamper * cellCount + cell]! : 0;
    boxTables.hampered[s] = share;
    // One level for all of them: what does not answer on this network.
    if (share > 0) base = hampers[hamper]!.base;
  }
  return base < 0 ? 0 : answeredShare(state, base, cell, network);
}

/** Share of the sessions for whom the lists are enforced and who find an address that answers. */
function answeredShare(state: RunState, base: number, cell: number, network: number): number {
  const { enforcedFailOfCell, completenessOfNetwork, plan } = state;
  const fails = enforcedFailOfCell[base * plan.cells.demandOfCell.length + cell]!;
  return completenessOfNetwork[network]! * (1 - fails);
}

/** What a list would take by itself. @param suffers share that it takes of sessions to its addresses */
function lostAlone(
  state: RunState,
  list: number,
  cell: number,
  network: number,
  suffers: number,
): number {
  const { levels, failOfCell, hamperedOfCell, plan } = state;
  const { lists, hampers, aloneLevelOfList, aloneHamperOfList, appliesOnNetwork } =
    levels.listLevels;
  if (!appliesOnNetwork[network * lists + list]) return 0;
  const cellCount = plan.cells.demandOfCell.length;
  const dropped = failOfCell[aloneLevelOfList[list]! * cellCount + cell]!;
  const hamper = aloneHamperOfList[list]!;
  const share = hamper < 0 ? 0 : hamperedOfCell[hamper * cellCount + cell]!;
  if (share === 0) return dropped;
  return dropped + answeredShare(state, hampers[hamper]!.base, cell, network) * share * suffers;
}

/** Keeps the largest imbalance that was met, of a share. */
export function balance({ tally }: RunState, imbalance: number): void {
  const size = Math.abs(imbalance);
  // Asked this way round, so that what is no number counts as the worst, and stays.
  if (size <= tally.worstImbalance) return;
  tally.worstImbalance = Number.isFinite(size) ? size : Number.POSITIVE_INFINITY;
}
