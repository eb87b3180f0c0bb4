// What lists and boxes take of the users of a service on a network: the sum over its bundles.
import { balance, factorOf, fillCell } from './cellLosses.ts';
import type { RunState } from './runState.ts';
import { failsAt, failsBetween } from './takenLevels.ts';

/** Writes the losses of an audience before needs and tunnels. */
export function takeOfBundles(state: RunState, audience: number): void {
  const { audiences, bundles, plan, stack } = state;
  const { networks } = plan.cells;
  const { bytesPerSessionOfProfile, hoursPerSessionOfProfile } = plan.world.profiles;
  const { lost, alone } = audiences;
  const strategies = stack.length;
  const service = Math.floor(audience / networks);
  const network = audience - service * networks;
  const own = audience * strategies;
  for (let s = own; s < own + strategies; s++) {
    lost[s] = 0;
    alone[s] = 0;
  }
  let bytes = 0;
  let hours = 0;
  const first = plan.world.services.firstPlacementOfService[service]!;
  const end = first + bundles.bundlesOfService[service]!;
  for (let bundle = first; bundle < end; bundle++) {
    const taken = addBundle(state, own, bundle, network);
    const profile = bundles.profileOfBundle[bundle]!;
    bytes += taken * bytesPerSessionOfProfile[profile]!;
    hours += taken * hoursPerSessionOfProfile[profile]!;
  }
  audiences.bytes[audience] = bytes;
  audiences.hours[audience] = hours;
  audiences.throughNeed[audience] = 0;
  let blocked = 0;
  for (let s = own; s < own + strategies; s++) blocked += lost[s]!;
  audiences.blocked[audience] = blocked;
}

/** @returns the share of the sessions of the service that is lost in the bundle */
function addBundle(state: RunState, own: number, bundle: number, network: number): number {
  const place = network * state.plan.cells.placements + bundle;
  const factor = factorOf(state, bundle, network);
  if (state.isHamperedOfBundleCell[place] && suffers(state, factor)) {
    return addMembers(state, own, bundle, network);
  }
  if (state.isListedOfBundleCell[place]) return addListed(state, own, bundle, network);
  return addBoxes(state, own, bundle, factor);
}

/** Does it matter that lists hamper something of the sessions with these factors? */
function suffers({ factors, hampering, stack }: RunState, factor: number): boolean {
  for (let i = 0; i < hampering.length; i++) {
    if (factors.alone[factor * stack.length + hampering[i]!] !== 0) return true;
  }
  return false;
}

/** Of a bundle of which no address is listed, only boxes take something. */
function addBoxes(state: RunState, own: number, bundle: number, factor: number): number {
  const { audiences, boxes, bundles, factors, stack } = state;
  const { lost, alone } = audiences;
  const whole = bundles.shareOfBundle[bundle]!;
  const from = factor * stack.length;
  let taken = 0;
  for (let i = 0; i < boxes.length; i++) {
    const s = boxes[i]!.strategy;
    const part = whole * factors.reach[from + s]!;
    lost[own + s]! += part;
    alone[own + s]! += whole * factors.alone[from + s]!;
    taken += part;
  }
  if (whole > 0) balance(state, (whole * (1 - factors.through[factor]!) - taken) / whole);
  return taken;
}

/** Of a bundle of which something is listed, and nothing hampered, lists and boxes do. */
function addListed(state: RunState, own: number, bundle: number, network: number): number {
  const { audiences, bundles, factors, failOfBundleCell, plan, stack, takenLevels } = state;
  const { before, until, alone, lastOnNetwork } = takenLevels;
  const strategies = stack.length;
  const stride = plan.cells.demandOfCell.length;
  const place = network * plan.cells.placements + bundle;
  const whole = bundles.shareOfBundle[bundle]!;
  const factor = factorOf(state, bundle, network);
  const from = factor * strategies;
  const levels = network * strategies;
  let taken = 0;
  for (let s = 0; s < strategies; s++) {
    const listed = failsAt(before[levels + s]!, failOfBundleCell, stride, place, whole);
    const covered = failsAt(until[levels + s]!, failOfBundleCell, stride, place, whole);
    const part = factors.reach[from + s]! * (covered - listed);
    audiences.lost[own + s]! += part;
    taken += part;
    const all = whole * factors.alone[from + s]!;
    audiences.alone[own + s]! += failsAt(alone[levels + s]!, failOfBundleCell, stride, place, all);
  }
  const listed = failsAt(lastOnNetwork[network]!, failOfBundleCell, stride, place, whole);
  const through = factors.through[factor]! * (whole - listed);
  balance(state, (whole - through - taken) / whole);
  return taken;
}

/** Adds the placements of a bundle one by one, since lists hamper some of them. */
function addMembers(state: RunState, own: number, bundle: number, network: number): number {
  const { audiences, bundles, ofOneCell, plan, stack } = state;
  const { shareOfPlacement } = plan.world.placements;
  const { firstMemberOfBundle, endOfBundle, memberOfBundle } = bundles;
  const end = endOfBundle[bundle]!;
  let taken = 0;
  for (let i = firstMemberOfBundle[bundle]!; i < end; i++) {
    const placement = memberOfBundle[i]!;
    const share = shareOfPlacement[placement]!;
    balance(state, fillCell(state, placement, network, ofOneCell));
    for (let s = 0; s < stack.length; s++) {
      const part = share * ofOneCell.lost[s]!;
      audiences.lost[own + s]! += part;
      audiences.alone[own + s]! += share * ofOneCell.alone[s]!;
      taken += part;
    }
  }
  return taken;
}

/** Share of the sessions of a service that a strategy takes there, before needs and tunnels. */
export function takenOfBundle(
  state: RunState,
  bundle: number,
  network: number,
  strategy: number,
): number {
  const { bundles, failOfBundleCell, isHamperedOfBundleCell, plan, takenLevels, stack } = state;
  const stride = plan.cells.demandOfCell.length;
  const place = network * plan.cells.placements + bundle;
  if (isHamperedOfBundleCell[place]) return takenOfMembers(state, bundle, network, strategy);
  const at = network * stack.length + strategy;
  const whole = bundles.shareOfBundle[bundle]!;
  const taken = failsBetween(takenLevels, at, failOfBundleCell, stride, place, whole);
  if (taken === 0) return 0;
  const factor = factorOf(state, bundle, network);
  return taken * state.factors.reach[factor * stack.length + strategy]!;
}

function takenOfMembers(
  state: RunState,
  bundle: number,
  network: number,
  strategy: number,
): number {
  const { ofOneCell, plan } = state;
  const { firstMemberOfBundle, endOfBundle, memberOfBundle } = state.bundles;
  const { shareOfPlacement } = plan.world.placements;
  const end = endOfBundle[bundle]!;
  let taken = 0;
  for (let i = firstMemberOfBundle[bundle]!; i < end; i++) {
    const placement = memberOfBundle[i]!;
    fillCell(state, placement, network, ofOneCell);
    taken += shareOfPlacement[placement]! * ofOneCell.lost[strategy]!;
  }
  return taken;
}
