// Complaints about listed addresses: those whose sessions a list takes complain, and each complaint is
// about the listed addresses that they could not reach.
import type { PrefixSet } from '../net/prefixSet.ts';
import { contains, firstEndingAtOrAfter } from '../net/setQueries.ts';
import type { Complaints } from '../strategies/strategy.ts';
import type { World } from '../world/world.ts';
import { type Stakes, stakeIn } from './stakes.ts';

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
  /** Who stands behind intervals that are listed whole: kept from tick to tick. */
  readonly stakes: Stakes;
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
  let heard: { losses: ListedLosses; weights: Weights; moved: MovedAddresses } | undefined;
  return {
    about(first, last) {
      if (!heard) {
        const losses = lossesNow();
        const each = new Float64Array(losses.world.placements.count).fill(Number.NaN);
        heard = { losses, weights: { perLostSession, each }, moved: movedAddresses(losses) };
      }
      const { losses, weights, moved } = heard;
      return (
        aboutFixed(losses, weights, first, last) + aboutMoved(losses, moved, weights, first, last)
      );
    },
  };
}

/** Complaints about one listed address of each placement: worked out for those asked for, no number before. */
interface Weights {
  readonly perLostSession: number;
  readonly each: Float64Array;
}

function weigh(losses: ListedLosses, weights: Weights, placement: number): number {
  const about = complaintsAboutEach(losses, placement, weights.perLostSession);
  weights.each[placement] = about;
  return about;
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

/** Fixed addresses, and the spread parts of long tails. */
function aboutFixed(losses: ListedLosses, weights: Weights, first: number, last: number): number {
  const { isMovedOfPlacement } = losses;
  const { placements, addresses } = stakeIn(losses.stakes, losses, first, last);
  let sum = 0;
  for (let i = 0; i < placements.length; i++) {
    const placement = placements[i]!;
    if (isMovedOfPlacement[placement]) continue;
    const known = weights.each[placement]!;
    const each = Number.isNaN(known) ? weigh(losses, weights, placement) : known;
    sum += addresses[i]! * each;
  }
  return sum;
}

/** Listed addresses of those who move, in numeric order. */
interface MovedAddresses {
  readonly address: Uint32Array;
  readonly placementOfAddress: Uint32Array;
}

function movedAddresses({ moved, addressesOf, listed }: ListedLosses): MovedAddresses {
  const found: (readonly [address: number, placement: number])[] = [];
  for (const placement of moved) {
    for (const one of addressesOf(placement)) {
      if (contains(listed, one)) found.push([one, placement]);
    }
  }
  found.sort(([a], [b]) => a - b);
  return {
    address: Uint32Array.from(found, ([address]) => address),
    placementOfAddress: Uint32Array.from(found, ([, placement]) => placement),
  };
}

function aboutMoved(
  losses: ListedLosses,
  { address, placementOfAddress }: MovedAddresses,
  weights: Weights,
  first: number,
  last: number,
): number {
  let sum = 0;
  for (
    let a = firstEndingAtOrAfter(address, first);
    a < address.length && address[a]! <= last;
    a++
  ) {
    const placement = placementOfAddress[a]!;
    const known = weights.each[placement]!;
    sum += Number.isNaN(known) ? weigh(losses, weights, placement) : known;
  }
  return sum;
}
