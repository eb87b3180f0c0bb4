// Entries in which the target no longer is: what they still cost. The censor cannot know them; the run can.
import { fateOf, THROUGH_NEED } from '../metrics/tally.ts';
import { type PrefixSet, setOfPrefixes } from '../net/prefixSet.ts';
import { difference, intersection } from '../net/setAlgebra.ts';
import { contains, countAddresses, countOverlap, firstEndingAtOrAfter } from '../net/setQueries.ts';
import { isListedAt, type Listing } from '../strategies/listingLog.ts';
import { addressesOfPlacement } from '../world/placeServices.ts';
import { addressesInUse, movedPlacements, type UsedAddress } from './addressesInUse.ts';
import type { Run } from './run.ts';
import { takenAtListed } from './takenAtListed.ts';

export interface StaleEntries {
  /** Open entries in which no address lies that the target uses at the end of the tick. */
  readonly entries: number;
  /** Addresses that only such entries hold. */
  readonly addresses: number;
  /**
   * Bystander sessions a day that lists take at those addresses: of what lists take from a service, the
   * share of its listed demand that lies behind stale entries alone. The demand is shared out by
   * addresses, as if a client tried one of them, each for as much as its list takes there; and by the list
   * as it is published, so that networks which still apply an older one are counted as if they had caught up.
   */
  readonly bystanderSessionsLostPerDay: number;
}

export function staleEntries(run: Run, tick: number): StaleEntries {
  const { stale, others } = openEntriesOf(run, tick);
  const live = setOfPrefixes(others);
  const staleOnly = difference(setOfPrefixes(stale), live);
  return {
    entries: stale.length,
    addresses: countAddresses(staleOnly),
    bystanderSessionsLostPerDay: lostBehind(run, tick, staleOnly, [...stale, ...others]),
  };
}

/** How many entries are stale, without what they cost. */
export function countStaleEntries(run: Run, tick: number): number {
  return openEntriesOf(run, tick).stale.length;
}

function openEntriesOf(run: Run, tick: number) {
  const targets = targetAddresses(run, tick);
  const isStale = ({ first, last }: Listing) => {
    const next = targets[firstEndingAtOrAfter(targets, first)];
    return next === undefined || next > last;
  };
  const open = run.listings.filter((listing) => isListedAt(listing, tick));
  const stale = open.filter(isStale);
  return { stale, others: open.filter((listing) => !isStale(listing)) };
}

function targetAddresses(run: Run, tick: number): Uint32Array {
  const { isTargetOfService } = run.plan.roles;
  const used: number[] = [];
  isTargetOfService.forEach((isTarget, service) => {
    if (isTarget) used.push(...addressesInUse(run, service, tick));
  });
  return Uint32Array.from(used).sort();
}

/** What lists take from bystanders in one part of the listed addresses. @param open the entries that list them */
function lostBehind(run: Run, tick: number, part: PrefixSet, open: readonly Listing[]): number {
  const { roles, world } = run.plan;
  const { firstPlacementOfService } = world.services;
  const moved = movedPlacements(run, tick);
  const layersOf = layering(run, part, open);
  let lost = 0;
  for (let service = 0; service < world.services.ids.length; service++) {
    const taken = roles.isTargetOfService[service] ? 0 : lostToLists(run, tick, service);
    if (taken === 0) continue;
    const layers = layersOf(service);
    let inPart = 0;
    let inAll = 0;
    const end = firstPlacementOfService[service + 1]!;
    for (let p = firstPlacementOfService[service]!; p < end; p++) {
      const share = world.placements.shareOfPlacement[p]!;
      for (const { all, within, weight } of layers) {
        inPart += share * weight * shareWithin(run, p, within, moved);
        inAll += share * weight * shareWithin(run, p, all, moved);
      }
    }
    if (inAll > 0) lost += (taken * inPart) / inAll;
  }
  return lost;
}

/** Listed addresses of which as much is taken, all of them and those in the part that is asked about. */
interface Layer {
  readonly all: PrefixSet;
  readonly within: PrefixSet;
  readonly weight: number;
}

/**
 * The listed addresses by how much is taken of a service there: what takes most lies within what takes less,
 * and the weights of all layers around an address add up to what it loses. Services of which every list
 * takes the same have the same layers.
 */
function layering(run: Run, part: PrefixSet, open: readonly Listing[]) {
  const known = new Map<string, readonly Layer[]>();
  return (service: number): readonly Layer[] => {
    const takenBy = run.stack.map((_, strategy) => takenAtListed(run, strategy, service));
    const key = takenBy.join(' ');
    const layers = known.get(key) ?? layersOf(takenBy, part, open);
    known.set(key, layers);
    return layers;
  };
}

function layersOf(
  takenBy: readonly number[],
  part: PrefixSet,
  open: readonly Listing[],
): readonly Layer[] {
  const levels = [...new Set(open.map(({ strategy }) => takenBy[strategy]!))].sort((a, b) => b - a);
  return levels.map((level, i) => {
    const all = setOfPrefixes(open.filter(({ strategy }) => takenBy[strategy]! >= level));
    return { all, within: intersection(all, part), weight: level - (levels[i + 1] ?? 0) };
  });
}

/**
 * Sessions a day that the lists of the stack take from a service at its own addresses: without the share
 * of its losses that came through services that it needs.
 */
function lostToLists({ tally, stack }: Run, tick: number, service: number): number {
  const row = tally.rowOfTick[tick]!;
  const at = (row * tally.services + service) * tally.strategies;
  let all = 0;
  let toLists = 0;
  stack.forEach(({ run }, strategy) => {
    all += tally.lostOfRow[at + strategy]!;
    if (run.kind === 'list') toLists += tally.lostOfRow[at + strategy]!;
  });
  return all === 0 ? 0 : toLists * (1 - fateOf(tally, row, service, THROUGH_NEED) / all);
}

/** Share of a placement's addresses that lie in a set; of the spread part of a tail, of its pool. */
function shareWithin(
  { plan, placed }: Run,
  placement: number,
  set: PrefixSet,
  moved: ReadonlyMap<number, readonly UsedAddress[]>,
): number {
  const { placements, pools } = plan.world;
  if (placements.isSpreadOfPlacement[placement]) {
    const pool = placements.poolOfPlacement[placement]!;
    return countOverlap(set, pools.setOfPool[pool]!) / pools.addressesOfPool[pool]!;
  }
  const used =
    moved.get(placement)?.map(({ address }) => address) ??
    Array.from(addressesOfPlacement(placed, placement));
  if (used.length === 0) return 0;
  return used.filter((address) => contains(set, address)).length / used.length;
}
