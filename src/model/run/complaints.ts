// Complaints about listed addresses: those whose sessions a list takes complain, and each complaint is
// about the listed addresses that they could not reach.
import type { PrefixSet } from '../net/prefixSet.ts';
import { contains, firstEndingAtOrAfter } from '../net/setQueries.ts';
import type { Complaints } from '../strategies/strategy.ts';
import type { World } from '../world/world.ts';

/** What the last tick left: who is where, what is listed, what lists took. */
export interface ListedLosses {
  readonly world: World;
  readonly isTargetOfService: Uint8Array;
  /** Fixed addresses in numeric order, each with the placement that it serves. */
  readonly address: Uint32Array;
  readonly placementOfAddress: Uint32Array;
  /** 1 for a placement that has left its fixed addresses; those that have. */
  readonly isMovedOfPlacement: Uint8Array;
  readonly moved: readonly number[];
  /** The spread part of a pool's long tail; −1 where there is none. */
  readonly spreadPlacementOfPool: Int32Array;
  /** How many addresses of a placement are listed; of the spread part of a tail, of its pool. */
  listedOf(placement: number): number;
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
 * of the pool's listed space. An address that several entries hold is complained about with each. What
 * networks still enforce although it came off the list is nobody's entry any more.
 * @param perLostSession complaints for each session lost
 * @param lossesNow asked once, and only if anybody wants to hear
 */
export function complaintsOf(perLostSession: number, lossesNow: () => ListedLosses): Complaints {
  if (perLostSession === 0) return nobodyComplains;
  let losses: ListedLosses | undefined;
  let each = new Float64Array(0);
  return {
    about(first, last) {
      if (!losses) {
        losses = lossesNow();
        each = new Float64Array(losses.world.placements.count).fill(Number.NaN);
      }
      const weight = weigh(losses, each, perLostSession);
      return aboutAddresses(losses, weight, first, last) + aboutTails(losses, weight, first, last);
    },
  };
}

/** Complaints about one listed address of a placement. */
type Weight = (placement: number) => number;

/** Worked out for the placements that are asked for, and kept in `each`. */
function weigh(losses: ListedLosses, each: Float64Array, perLostSession: number): Weight {
  return (placement) => {
    if (Number.isNaN(each[placement])) {
      each[placement] = complaintsAboutEach(losses, placement, perLostSession);
    }
    return each[placement]!;
  };
}

function complaintsAboutEach(
  losses: ListedLosses,
  placement: number,
  perLostSession: number,
): number {
  const { serviceOfPlacement } = losses.world.placements;
  if (losses.isTargetOfService[serviceOfPlacement[placement]!]) return 0;
  const all = perLostSession * losses.lostToLists(placement);
  const listed = all === 0 ? 0 : losses.listedOf(placement);
  return listed === 0 ? 0 : all / listed;
}

function aboutAddresses(losses: ListedLosses, weight: Weight, first: number, last: number): number {
  const { address, placementOfAddress, isMovedOfPlacement, listed } = losses;
  // An open entry is listed as a whole; of another interval each address is looked up.
  const isWhole = countWithin(listed, first, last) === last - first + 1;
  let sum = 0;
  for (
    let a = firstEndingAtOrAfter(address, first);
    a < address.length && address[a]! <= last;
    a++
  ) {
    const placement = placementOfAddress[a]!;
    if (isMovedOfPlacement[placement]) continue;
    const about = weight(placement);
    if (about !== 0 && (isWhole || contains(listed, address[a]!))) sum += about;
  }
  for (const placement of losses.moved) {
    for (const one of losses.addressesOf(placement)) {
      if (first <= one && one <= last && contains(listed, one)) sum += weight(placement);
    }
  }
  return sum;
}

/** Of each registered prefix in the interval, what is listed. */
function aboutTails(losses: ListedLosses, weight: Weight, first: number, last: number): number {
  const { rangeFirst, rangeLast, poolOfRange } = losses.world.pools;
  let sum = 0;
  for (
    let r = firstEndingAtOrAfter(rangeLast, first);
    r < rangeLast.length && rangeFirst[r]! <= last;
    r++
  ) {
    const spread = losses.spreadPlacementOfPool[poolOfRange[r]!]!;
    const about = spread < 0 ? 0 : weight(spread);
    if (about === 0) continue;
    const [from, to] = [Math.max(first, rangeFirst[r]!), Math.min(last, rangeLast[r]!)];
    sum += about * countWithin(losses.listed, from, to);
  }
  return sum;
}

/** How many addresses of first … last the set holds. */
function countWithin(set: PrefixSet, first: number, last: number): number {
  let sum = 0;
  for (
    let i = firstEndingAtOrAfter(set.last, first);
    i < set.first.length && set.first[i]! <= last;
    i++
  ) {
    sum += Math.min(set.last[i]!, last) - Math.max(set.first[i]!, first) + 1;
  }
  return sum;
}
