// What the strategies take from one cell (placement, network), as shares of its sessions. A run adds up
// bundles of cells; cells are asked for one by one where lists hamper them, or where somebody wants to know.
import { passHampered } from './boxFactors.ts';
import type { CellLosses, RunState } from './runState.ts';
import { failsAt, failsBetween } from './takenLevels.ts';

/** What one strategy takes of the sessions of a cell. */
export function takenOfCell(
  state: RunState,
  placement: number,
  network: number,
  strategy: number,
): number {
  const { bundles, isHamperedOfBundleCell, ofOneCell, plan, takenLevels, failOfCell } = state;
  const { placements, demandOfCell } = plan.cells;
  const bundle = bundles.bundleOfPlacement[placement]!;
  if (isHamperedOfBundleCell[network * placements + bundle]) {
    fillCell(state, placement, network, ofOneCell);
    return ofOneCell.lost[strategy]!;
  }
  const at = network * state.stack.length + strategy;
  const cell = network * placements + placement;
  const taken = failsBetween(takenLevels, at, failOfCell, demandOfCell.length, cell, 1);
  if (taken === 0) return 0;
  const factor = factorOf(state, bundle, network);
  return taken * state.factors.reach[factor * state.stack.length + strategy]!;
}

/** Number of the factors of a bundle on a network: look · kinds + kind. */
export function factorOf({ bundles, kinds }: RunState, bundle: number, network: number): number {
  return bundles.lookOfBundle[bundle]! * kinds.count + kinds.kindOfNetwork[network]!;
}

/**
 * Writes what each strategy takes of a cell, and would take alone. Lists that hamper have their way with
 * those who find an address that answers.
 * @returns the share of the sessions that is neither lost nor gets through: zero, if the books balance
 */
export function fillCell(
  state: RunState,
  placement: number,
  network: number,
  into: CellLosses,
): number {
  const { bundles, failOfCell, factors, plan, boxTables, takenLevels, stack } = state;
  const { placements, demandOfCell } = plan.cells;
  const cells = demandOfCell.length;
  const cell = network * placements + placement;
  const bundle = bundles.bundleOfPlacement[placement]!;
  const factor = factorOf(state, bundle, network);
  const from = factor * stack.length;
  const own = network * stack.length;
  // The lists that hamper are enforced for these; all others meet what boxes and other lists do.
  const there = hamperedAudience(state, cell, network, from);
  const throughThere =
    there === 0
      ? 0
      : passHampered(state, bundles.lookOfBundle[bundle]!, network, boxTables.hampered);
  let lost = 0;
  for (let s = 0; s < stack.length; s++) {
    const before = failsAt(takenLevels.before[own + s]!, failOfCell, cells, cell, 1);
    const isBox = state.listOfStrategy[s]! < 0;
    const until = failsAt(takenLevels.until[own + s]!, failOfCell, cells, cell, 1);
    let taken = factors.reach[from + s]! * (isBox ? 1 - before - there : until - before);
    if (there !== 0) taken += there * boxTables.taken[s]!;
    into.lost[s] = taken;
    into.alone[s] = isBox
      ? factors.alone[from + s]!
      : lostAlone(state, s, cell, network, factors.alone[from + s]!);
    lost += taken;
  }
  const listed = failsAt(takenLevels.lastOnNetwork[network]!, failOfCell, cells, cell, 1);
  const through = factors.through[factor]! * (1 - listed - there);
  return 1 - through - there * throughThere - lost;
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
  strategy: number,
  cell: number,
  network: number,
  suffers: number,
): number {
  const { levels, failOfCell, hamperedOfCell, plan, takenLevels, stack, listOfStrategy } = state;
  const { hampers, aloneHamperOfList } = levels.listLevels;
  const level = takenLevels.alone[network * stack.length + strategy]!;
  const cells = plan.cells.demandOfCell.length;
  const dropped = failsAt(level, failOfCell, cells, cell, 1);
  const hamper = aloneHamperOfList[listOfStrategy[strategy]!]!;
  const share = level < 0 || hamper < 0 ? 0 : hamperedOfCell[hamper * cells + cell]!;
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
