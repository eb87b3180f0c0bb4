// What the lists take from a placement on a network: by the lists as that network saw them a lag ago.
import { type Block, countShared, holds, widest } from './blocks.ts';
import type { Fleet } from './naiveHopping.ts';
import { isOpen, listedBlocks, type NaiveList, openEntries } from './naiveLists.ts';
import { failShareOfFleet } from './naiveNews.ts';
import type { NaiveNetwork, NaivePlacement } from './naiveWorld.ts';

/** Some of the stack's lists together, and what has been worked out for them. */
export interface Combination {
  readonly lists: readonly NaiveList[];
  /** By network: the numbers of those that it is told to apply. */
  readonly numbersOnNetwork: readonly ReadonlySet<number>[];
  /** By state of the lists: the listed blocks, and the blocked share by number of the placement. */
  readonly ofState: Map<string, Seen>;
  /** By network, as it sees the lists in this tick. */
  readonly onNetwork: Seen[];
  /** By network and number of the placement: c(k) · P(fail) in this tick where the target moves. */
  readonly movingOnNetwork: number[][];
}

interface Seen {
  readonly blocks: readonly Block[];
  readonly shares: number[];
}

export interface Sight {
  readonly networks: readonly NaiveNetwork[];
  readonly lists: readonly NaiveList[];
  readonly tickHours: number;
  /** Keep a blocked share until a list changes? Else each class asks for it anew. */
  readonly remember: boolean;
  /** By network: c(k) in this tick. */
  readonly completeness: number[];
}

export function combine(
  lists: readonly NaiveList[],
  { lists: all, networks }: Pick<Sight, 'lists' | 'networks'>,
): Combination {
  const numbersOnNetwork = networks.map((_, network) => {
    const there = lists.filter(({ scope }) => scope.applies[network]);
    return new Set(there.map((list) => all.indexOf(list)));
  });
  return { lists, numbersOnNetwork, ofState: new Map(), onNetwork: [], movingOnNetwork: [] };
}

/** The lists that a network applies in a tick are as old as its lag. */
export function tickSeen({ lagHours }: NaiveNetwork, tick: number, tickHours: number): number {
  return tick - Math.round(lagHours / tickHours);
}

/** Equipment that is full applies a share of the entries, of whichever list they are. */
export function fillTables(sight: Sight, tick: number): void {
  sight.networks.forEach((network, number) => {
    const at = tickSeen(network, tick, sight.tickHours);
    const entries = sight.lists
      .filter(({ scope }) => scope.applies[number])
      .reduce((sum, list) => sum + openEntries(list, at).length, 0);
    const fits = entries > network.tableEntries ? network.tableEntries / entries : 1;
    sight.completeness[number] = network.completeness * fits;
  });
}

/** Names the state of the lists in a tick: two ticks with the same entries share it. */
export function nameState(lists: readonly NaiveList[], tick: number): string {
  return lists
    .map((list) =>
      list.entries.flatMap((entry, i) => (isOpen(list, entry, tick) ? [i] : [])).join(),
    )
    .join(' ');
}

/** @param states names of the states of all ticks up to this one */
export function beginTick(
  combination: Combination,
  { networks, tickHours, remember }: Sight,
  tick: number,
  states: readonly string[],
): void {
  networks.forEach((one, network) => {
    const at = tickSeen(one, tick, tickHours);
    const applied = combination.lists.filter(({ scope }) => scope.applies[network]);
    const numbers = [...(combination.numbersOnNetwork[network] as ReadonlySet<number>)];
    const state = `${numbers} of ${states[at] ?? 'before the first tick'}`;
    let seen = remember ? combination.ofState.get(state) : undefined;
    if (!seen) {
      const dropping = applied.filter(({ action }) => action.kind === 'drop');
      const blocks = at < 0 ? [] : dropping.flatMap((list) => listedBlocks(list, at));
      seen = { blocks: widest(blocks), shares: [] };
      combination.ofState.set(state, seen);
    }
    combination.onNetwork[network] = seen;
    combination.movingOnNetwork[network] = [];
  });
}

/** What is listed there by lists that drop. */
export function blocksOnNetwork({ onNetwork }: Combination, network: number): readonly Block[] {
  return (onNetwork[network] as Seen).blocks;
}

/** c(k) · P(fail) of a placement. */
export function lostToLists(
  { onNetwork, movingOnNetwork, numbersOnNetwork }: Combination,
  { completeness: completenessOnNetwork, remember }: Sight,
  placement: NaivePlacement,
  fleet: Fleet | undefined,
  network: number,
): number {
  const completeness = completenessOnNetwork[network] as number;
  const numbers = numbersOnNetwork[network] as ReadonlySet<number>;
  const { blocks, shares } = onNetwork[network] as Seen;
  const kept = fleet ? (movingOnNetwork[network] as number[]) : shares;
  if (!remember || kept[placement.number] === undefined) {
    kept[placement.number] = fleet
      ? failShareOfFleet(fleet, network, completeness, numbers, blocks)
      : failShareOf(placement, blocks);
  }
  const share = kept[placement.number] as number;
  return fleet ? share : completeness * share;
}

/** P(fail) where the list is enforced: for spread sites the listed share of their pool, else C(b, r)/C(n, r). */
export function failShareOf(
  { isSpread, pool, addresses, profile }: NaivePlacement,
  listed: readonly Block[],
): number {
  if (isSpread) return countShared(pool.blocks, listed) / pool.addresses;
  const blocked = addresses.filter((address) => listed.some((block) => holds(block, address)));
  const r = Math.min(profile.tries, addresses.length);
  return choose(blocked.length, r) / choose(addresses.length, r);
}

/** The binomial coefficient n! / (r! (n − r)!), 0 when r > n. */
function choose(n: number, r: number): number {
  if (r > n) return 0;
  return r === 0 ? 1 : (choose(n - 1, r - 1) * n) / r;
}
