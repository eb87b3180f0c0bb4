// What lists that slow down or cut off hamper: of those who reach an address at all, the share at theirs.
import { type Block, countBlocks, countShared, holds, widest, without } from './blocks.ts';
import type { Fleet } from './naiveHopping.ts';
import { listedBlocks, type NaiveList } from './naiveLists.ts';
import { failShareOfFleet } from './naiveNews.ts';
import {
  blocksOnNetwork,
  type Combination,
  failShareOf,
  type Sight,
  tickSeen,
} from './naiveShares.ts';
import type { NaiveNetwork, NaivePlacement } from './naiveWorld.ts';

/** Where the lists are enforced: who reaches an address, of all clients; and of those, who is hampered. */
export interface Hampering {
  readonly reaches: number;
  readonly share: number;
}

/** @param dropping the lists that are at work beside it, and it: those that drop leave nothing to hamper */
export function hamperingOf(
  list: NaiveList,
  dropping: Combination,
  sight: Sight,
  placement: NaivePlacement,
  fleet: Fleet | undefined,
  network: number,
  tick: number,
): Hampering {
  const dead = blocksOnNetwork(dropping, network);
  const at = tickSeen(sight.networks[network] as NaiveNetwork, tick, sight.tickHours);
  const own = list.scope.applies[network] && at >= 0 ? widest(listedBlocks(list, at)) : [];
  const completeness = sight.completeness[network] as number;
  if (!fleet) {
    const share = shareAmongLiving(placement, dead, own);
    return { reaches: completeness * (1 - failShareOf(placement, dead)), share };
  }
  const blamed = dropping.numbersOnNetwork[network] as ReadonlySet<number>;
  const fails = failShareOfFleet(fleet, network, 1, blamed, dead);
  return {
    reaches: completeness * (1 - fails),
    share: shareAmongSlots(fleet, network, blamed, dead, own),
  };
}

function shareAmongLiving(
  { isSpread, pool, addresses }: NaivePlacement,
  dead: readonly Block[],
  own: readonly Block[],
): number {
  if (isSpread) {
    const living = without(pool.blocks, dead);
    return countBlocks(living) === 0 ? 0 : countShared(living, own) / countBlocks(living);
  }
  const living = addresses.filter((address) => !dead.some((block) => holds(block, address)));
  const hampered = living.filter((address) => own.some((block) => holds(block, address)));
  return living.length === 0 ? 0 : hampered.length / living.length;
}

/** Each slot serves as many clients as it answers; those who know its address are hampered with it. */
function shareAmongSlots(
  { slots }: Fleet,
  network: number,
  blamed: ReadonlySet<number>,
  dead: readonly Block[],
  own: readonly Block[],
): number {
  let all = 0;
  let hampered = 0;
  for (const { address, drivenBy, informed } of slots) {
    const known = informed[network] as number;
    const isDead = dead.some((block) => holds(block, address));
    const isLost = drivenBy !== undefined && blamed.has(drivenBy);
    all += (isDead ? 0 : known) + (isLost ? 0 : 1 - known);
    if (!isDead && own.some((block) => holds(block, address))) hampered += known;
  }
  return all === 0 ? 0 : hampered / all;
}
