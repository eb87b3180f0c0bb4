// Complaints about listed addresses: those whose sessions a list takes complain, and each complaint is
// about the listed addresses that they could not reach.
import type { Prefix } from '../net/prefix.ts';
import type { PrefixSet } from '../net/prefixSet.ts';
import { intersection } from '../net/setAlgebra.ts';
import { contains, countAddresses, countWithin, firstEndingAtOrAfter } from '../net/setQueries.ts';
import type { Complaints } from '../strategies/strategy.ts';
import type { World } from '../world/world.ts';

/** What the last tick left: who is where, what is listed, what lists took. */
export interface ListedLosses {
  readonly world: World;
  readonly isTargetOfService: Uint8Array;
  /** Every address in use in numeric order, and the placement that it serves. */
  readonly address: Uint32Array;
  readonly placementOfAddress: Uint32Array;
  /** What all lists together hold. */
  readonly listed: PrefixSet;
  /** Sessions a day that lists took from a placement. */
  lostToLists(placement: number): number;
}

export const nobodyComplains: Complaints = { about: () => 0 };

/**
 * Complaints a day about an interval: over all placements of bystanders, the complaints times the share
 * of the placement's listed addresses that lie in the interval; of a long tail's spread part, the share
 * of the pool's listed space. An address that several entries hold is complained about with each.
 * @param perLostSession complaints for each session lost
 * @param lossesNow asked once, and only if anybody wants to hear
 */
export function complaintsOf(perLostSession: number, lossesNow: () => ListedLosses): Complaints {
  if (perLostSession === 0) return nobodyComplains;
  let weighed: { fixed: AddressComplaints; spread: readonly SpreadComplaints[] } | undefined;
  return {
    about(first, last) {
      if (!weighed) {
        const losses = lossesNow();
        const fixed = weighAddresses(losses, perLostSession);
        weighed = { fixed, spread: weighTails(losses, perLostSession) };
      }
      return (
        sumAddresses(weighed.fixed, { first, last }) + sumTails(weighed.spread, { first, last })
      );
    },
  };
}

interface AddressComplaints {
  readonly address: Uint32Array;
  readonly complaintsOfAddress: Float64Array;
}

function weighAddresses(losses: ListedLosses, perLostSession: number): AddressComplaints {
  const { address, placementOfAddress, listed, world } = losses;
  const listedOfPlacement = new Uint32Array(world.placements.count);
  const isListed = Uint8Array.from(address, (one) => (contains(listed, one) ? 1 : 0));
  for (let a = 0; a < address.length; a++) {
    listedOfPlacement[placementOfAddress[a]!]! += isListed[a]!;
  }
  const complaintsOfAddress = Float64Array.from(address, (_, a) => {
    const placement = placementOfAddress[a]!;
    if (!isListed[a] || !isBystander(losses, placement)) return 0;
    return (perLostSession * losses.lostToLists(placement)) / listedOfPlacement[placement]!;
  });
  return { address, complaintsOfAddress };
}

function sumAddresses(
  { address, complaintsOfAddress }: AddressComplaints,
  { first, last }: Prefix,
): number {
  let sum = 0;
  for (
    let a = firstEndingAtOrAfter(address, first);
    a < address.length && address[a]! <= last;
    a++
  ) {
    sum += complaintsOfAddress[a]!;
  }
  return sum;
}

/** The spread part of a long tail: complaints come evenly from the listed space of its pool. */
interface SpreadComplaints {
  readonly listedSpace: PrefixSet;
  readonly complaintsOfAddress: number;
}

function weighTails(losses: ListedLosses, perLostSession: number): SpreadComplaints[] {
  const { placements, pools } = losses.world;
  const spread: SpreadComplaints[] = [];
  for (let p = 0; p < placements.count; p++) {
    if (!placements.isSpreadOfPlacement[p] || !isBystander(losses, p)) continue;
    const lost = losses.lostToLists(p);
    if (lost === 0) continue;
    const pool = placements.poolOfPlacement[p]!;
    const listedSpace = intersection(pools.setOfPool[pool]!, losses.listed);
    const size = countAddresses(listedSpace);
    // What networks still enforce although it came off is nobody's entry any more.
    if (size > 0) spread.push({ listedSpace, complaintsOfAddress: (perLostSession * lost) / size });
  }
  return spread;
}

function sumTails(spread: readonly SpreadComplaints[], { first, last }: Prefix): number {
  let sum = 0;
  for (const { listedSpace, complaintsOfAddress } of spread) {
    sum += complaintsOfAddress * countWithin(listedSpace, first, last);
  }
  return sum;
}

function isBystander({ world, isTargetOfService }: ListedLosses, placement: number): boolean {
  return !isTargetOfService[world.placements.serviceOfPlacement[placement]!];
}
