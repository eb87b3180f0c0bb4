// Which addresses a service uses at a moment, its fixed ones and for one that hops those of the hour,
// and how much each of them is worth: documented, or drawn by the seed?
import { type BasisKind, basisKind } from '../basis.ts';
import { addressesOfPlacement } from '../world/placeServices.ts';
import type { Run } from './run.ts';

/**
 * `documented`: the world file names the address; `within`: drawn by the seed from documented
 * prefixes; `drawn`: by the seed from a whole pool; `moved`: the simulated target moved there.
 */
export type AddressOrigin = 'documented' | 'within' | 'drawn' | 'moved';

export interface UsedAddress {
  readonly address: number;
  readonly placement: number;
  readonly origin: AddressOrigin;
}

/** Addresses of a service during a tick, in numeric order; a long tail's are those of its head sites. */
export function addressesInUse(run: Run, service: number, tick: number): number[] {
  const { placements, services } = run.plan.world;
  const { addressOfSlot, firstSlotOfPlacement } = run.placed;
  const first = firstSlotOfPlacement[services.firstPlacementOfService[service]!];
  const end = firstSlotOfPlacement[services.firstPlacementOfService[service + 1]!];
  const inUse = Array.from(addressOfSlot.subarray(first, end));
  for (const hop of run.hops) {
    if (hop.tick > tick) break;
    if (placements.serviceOfPlacement[hop.placement] !== service) continue;
    const left = inUse.indexOf(hop.from);
    if (left >= 0) inUse[left] = hop.to;
  }
  return inUse.sort((a, b) => a - b);
}

/** The same with where each comes from, in numeric order within each placement. */
export function usedAddresses(run: Run, service: number, tick: number): UsedAddress[] {
  const { firstPlacementOfService } = run.plan.world.services;
  const moved = movedPlacements(run, tick);
  const used: UsedAddress[] = [];
  const end = firstPlacementOfService[service + 1]!;
  for (let placement = firstPlacementOfService[service]!; placement < end; placement++) {
    used.push(...(moved.get(placement) ?? fixedAddresses(run, placement)));
  }
  return used;
}

function fixedAddresses(run: Run, placement: number): UsedAddress[] {
  return Array.from(addressesOfPlacement(run.placed, placement), (address) => ({
    address,
    placement,
    origin: originOfFixed(run, placement, address),
  }));
}

/** Where a fixed address of a placement comes from. */
export function originOfFixed(run: Run, placement: number, address: number): AddressOrigin {
  if (run.plan.world.placements.knownOfPlacement[placement]!.includes(address)) return 'documented';
  return placementInFile(run, placement)?.within ? 'within' : 'drawn';
}

/** Placements that have moved by a tick, with what they use then. */
export function movedPlacements(run: Run, tick: number): Map<number, UsedAddress[]> {
  const moved = new Map<number, UsedAddress[]>();
  for (const { tick: at, placement, from, to } of run.hops) {
    if (at > tick) break;
    const used = moved.get(placement) ?? fixedAddresses(run, placement);
    const slot = used.findIndex(({ address }) => address === from);
    if (slot >= 0) used[slot] = { address: to, placement, origin: 'moved' };
    moved.set(placement, used);
  }
  for (const used of moved.values()) used.sort((a, b) => a.address - b.address);
  return moved;
}

/** Is it reported, derived or only assumed that a placement lies in its pool? Long tails are assumed. */
export function basisOfPlacement(run: Run, placement: number): BasisKind {
  const inFile = placementInFile(run, placement);
  return inFile ? basisKind(inFile) : 'assumed';
}

/** The placement as the world file has it; undefined for one of a long tail. */
function placementInFile({ scenario, plan }: Run, placement: number) {
  const { placements, services } = plan.world;
  const service = placements.serviceOfPlacement[placement]!;
  const index = placement - services.firstPlacementOfService[service]!;
  return scenario.world.services[service]?.placements[index];
}
