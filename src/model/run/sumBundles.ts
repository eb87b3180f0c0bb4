// What fails by the lists in each bundle, added up from its placements where something changed.
import { isHampered } from './hamperCells.ts';
import { mark, type RunState } from './runState.ts';

/** Adds up again what fails by the lists in the bundles of the cells that changed. */
export function sumBundles(state: RunState): void {
  const { dirty, bundles, plan } = state;
  const { placements, classesOfPlacement } = plan.cells;
  for (let i = 0; i < dirty.cells.count; i++) {
    const cell = dirty.cells.marked[i]!;
    dirty.cells.isMarked[cell] = 0;
    const first = placements * Math.floor(cell / placements);
    const placement = cell - first;
    mark(dirty.bundleCells, first + bundles.bundleOfPlacement[placement]!);
    state.classesTouched += classesOfPlacement[placement]!;
  }
  dirty.cells.count = 0;
  for (let i = 0; i < dirty.bundleCells.count; i++) {
    const place = dirty.bundleCells.marked[i]!;
    dirty.bundleCells.isMarked[place] = 0;
    sumMembers(state, place);
  }
  dirty.bundleCells.count = 0;
}

/** Always from its members, in their order: an emptied list leaves no rounding error behind. */
function sumMembers(state: RunState, place: number): void {
  const { bundles, plan, failOfCell, failOfBundleCell, isListedOfBundleCell, levels } = state;
  const { placements, demandOfCell } = plan.cells;
  const { shareOfPlacement } = plan.world.placements;
  const { firstMemberOfBundle, endOfBundle, memberOfBundle } = bundles;
  const ofNetwork = placements * Math.floor(place / placements);
  const bundle = place - ofNetwork;
  const [first, end] = [firstMemberOfBundle[bundle]!, endOfBundle[bundle]!];
  const cells = demandOfCell.length;
  isListedOfBundleCell[place] = 0;
  for (let level = 0; level < levels.listLevels.levels; level++) {
    let fail = 0;
    for (let i = first; i < end; i++) {
      const p = memberOfBundle[i]!;
      fail += shareOfPlacement[p]! * failOfCell[level * cells + ofNetwork + p]!;
    }
    failOfBundleCell[level * cells + place] = fail;
    if (fail !== 0) isListedOfBundleCell[place] = 1;
  }
  if (levels.listLevels.hampers.length === 0) return;
  let hampered = 0;
  for (let i = first; i < end; i++) {
    if (isHampered(state, ofNetwork + memberOfBundle[i]!)) hampered = 1;
  }
  state.isHamperedOfBundleCell[place] = hampered;
}
