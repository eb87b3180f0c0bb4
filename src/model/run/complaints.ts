// Complaints about listed addresses: those whose sessions a list takes complain, and each complaint is
// about the listed addresses that they could not reach.
import { sortPairs } from '../net/pairSort.ts';
import type { PrefixSet } from '../net/prefixSet.ts';
import { intersection } from '../net/setAlgebra.ts';
import { contains, countAddresses, firstEndingAtOrAfter } from '../net/setQueries.ts';
import type { Complaints } from '../strategies/strategy.ts';
import type { World } from '../world/world.ts';

/** What the last tick left: who is where, what is listed, what lists took. */
export interface ListedLosses {
  readonly world: World;
  readonly isTargetOfService: Uint8Array;
  /** The addresses that a placement uses now; none for the spread part of a long tail. */
  addressesOf(placement: number): Uint32Array;
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
  let weighed: { fixed: AddressComplaints; spread: SpreadComplaints } | undefined;
  return {
    about(first, last) {
      weighed ??= weigh(lossesNow(), perLostSession);
      return sumAddresses(weighed.fixed, first, last) + sumTails(weighed.spread, first, last);
    },
  };
}

/** Listed addresses of those who lost something, in numeric order, each with the complaints about it. */
interface AddressComplaints {
  readonly address: Uint32Array;
  readonly placementOfAddress: Uint32Array;
  readonly complaintsOfPlacement: Float64Array;
}

/**
 * The spread parts of long tails: complaints come evenly from the listed space of a pool. Pools are
 * disjoint, so the space of all of them stands in one order.
 */
interface SpreadComplaints {
  readonly first: Uint32Array;
  readonly last: Uint32Array;
  readonly complaintsOfAddress: Float64Array;
}

/** What networks still enforce although it came off the list is nobody's entry any more. */
function weigh(losses: ListedLosses, perLostSession: number) {
  const { placements } = losses.world;
  const complaints = Float64Array.from({ length: placements.count }, (_, p) => {
    const isTarget = losses.isTargetOfService[placements.serviceOfPlacement[p]!];
    return isTarget ? 0 : perLostSession * losses.lostToLists(p);
  });
  return {
    fixed: weighAddresses(losses, complaints),
    spread: weighTails(losses, complaints),
  };
}

function weighAddresses(losses: ListedLosses, complaints: Float64Array): AddressComplaints {
  const listed: number[] = [];
  const placementOf: number[] = [];
  const complaintsOfPlacement = new Float64Array(complaints.length);
  complaints.forEach((all, p) => {
    if (all === 0) return;
    const own = losses.addressesOf(p).filter((address) => contains(losses.listed, address));
    for (const address of own) {
      listed.push(address);
      placementOf.push(p);
    }
    if (own.length > 0) complaintsOfPlacement[p] = all / own.length;
  });
  const address = Uint32Array.from(listed);
  const placementOfAddress = Uint32Array.from(placementOf);
  sortPairs(address, placementOfAddress, address.length);
  return { address, placementOfAddress, complaintsOfPlacement };
}

function weighTails({ world, listed }: ListedLosses, complaints: Float64Array): SpreadComplaints {
  const { placements, pools } = world;
  const parts: { first: number; last: number; each: number }[] = [];
  complaints.forEach((all, p) => {
    if (all === 0 || !placements.isSpreadOfPlacement[p]) return;
    const pool = pools.setOfPool[placements.poolOfPlacement[p]!]!;
    const { first, last } = intersection(pool, listed);
    const size = countAddresses({ first, last });
    first.forEach((from, i) => {
      parts.push({ first: from, last: last[i]!, each: all / size });
    });
  });
  parts.sort((a, b) => a.first - b.first);
  return {
    first: Uint32Array.from(parts, (part) => part.first),
    last: Uint32Array.from(parts, (part) => part.last),
    complaintsOfAddress: Float64Array.from(parts, (part) => part.each),
  };
}

function sumAddresses(
  { address, placementOfAddress, complaintsOfPlacement }: AddressComplaints,
  first: number,
  last: number,
): number {
  let sum = 0;
  for (
    let a = firstEndingAtOrAfter(address, first);
    a < address.length && address[a]! <= last;
    a++
  ) {
    sum += complaintsOfPlacement[placementOfAddress[a]!]!;
  }
  return sum;
}

function sumTails(spread: SpreadComplaints, first: number, last: number): number {
  let sum = 0;
  for (
    let i = firstEndingAtOrAfter(spread.last, first);
    i < spread.first.length && spread.first[i]! <= last;
    i++
  ) {
    const from = Math.max(first, spread.first[i]!);
    const to = Math.min(last, spread.last[i]!);
    sum += spread.complaintsOfAddress[i]! * (to - from + 1);
  }
  return sum;
}
