// What fails by the lists in each bundle, added up from its placements where something changed.
import { bundleService } from './bundles.ts';
import { isHampered } from './hamperCells.ts';
import { mark, type RunState } from './runState.ts';

/** Bundles a service anew whose placements have come to look different. */
export function bundleAgain({ bundles, plan, looks, dirty }: RunState, service: number): void {
  const { firstPlacementOfService } = plan.world.services;
  const { networks, placements } = plan.cells;
  bundleService(bundles, plan.world, looks.lookOfPlacement, service);
  const first = firstPlacementOfService[service]!;
  for (let own = first; own < first + bundles.bundlesOfService[service]!; own++) {
    for (let network = 0; network < networks; network++)
      mark(dirty.bundles, network * placements + own);
  }
  for (let network = 0; network < networks; network++) {
    mark(dirty.audiences, service * networks + network);
  }
  mark(dirty.services, service);
}

/** Adds up again what fails by the lists in the bundles of the cells that changed. */
export function sumBundles(state: RunState): void {
  const { dirty, bundles, plan } = state;
  const { placements, classesOfPlacement } = plan.cells;
  for (let i = 0; i < dirty.cells.count; i++) {
    const cell = dirty.cells.marked[i]!;
    dirty.cells.isMarked[cell] = 0;
    const first = placements * Math.floor(cell / placements);
    const placement = cell - first;
    mark(dirty.bundles, first + bundles.bundleOfPlacement[placement]!);
    state.classesTouched += classesOfPlacement[placement]!;
  }
  dirty.cells.count = 0;
  for (let i = 0; i < dirty.bundles.count; i++) {
    const place = dirty.bundles.marked[i]!;
    dirty.bundles.isMarked[place] = 0;
    sumMembers(state, place);
  }
  dirty.bundles.count = 0;
}

/** Always from its members, in their order: an emptied list leaves no rounding error behind. */
function sumMembers(state: RunState, place: number): void {
  const { bundles, plan, failOfCell, failOfBundle, isListedOfBundle, levels } = state;
  const { placements, demandOfCell } = plan.cells;
  const { shareOfPlacement } = plan.world.placements;
  const { firstMemberOfBundle, endOfBundle, memberOfBundle } = bundles;
  const ofNetwork = placements * Math.floor(place / placements);
  const own = place - ofNetwork;
  const [first, end] = [firstMemberOfBundle[own]!, endOfBundle[own]!];
  const cells = demandOfCell.length;
  isListedOfBundle[place] = 0;
  for (let level = 0; level < levels.listLevels.levels; level++) {
    let fail = 0;
    for (let i = first; i < end; i++) {
      const p = memberOfBundle[i]!;
      fail += shareOfPlacement[p]! * failOfCell[level * cells + ofNetwork + p]!;
    }
    failOfBundle[level * cells + place] = fail;
    if (fail !== 0) isListedOfBundle[place] = 1;
  }
  if (levels.listLevels.hampers.length === 0) return;
  let hampered = 0;
  for (let i = first; i < end; i++) {
    if (isHampered(state, ofNetwork + memberOfBundle[i]!)) hampered = 1;
  }
  state.isHamperedOfBundle[place] = hampered;
}
