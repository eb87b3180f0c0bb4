// One tick of the chase, in the order of MODEL.md section 4.
import { contains } from '../net/setQueries.ts';
import { publishedSets, publishVersion } from './addressLevels.ts';
import { bringUpToDate, countHour } from './countHour.ts';
import { applyLists, applyMoves, loadBoxes, lostShareOnNetwork } from './enforce.ts';
import type { RunState } from './runState.ts';

export function step(state: RunState, tick: number): void {
  const found = discover(state);
  keepLists(state, tick, found);
  const moved = hop(state, tick);
  const told = spreadNews(state);
  enforce(state, tick, moved || told);
  countHour(state, tick);
}

/** 1. Each active, unlisted address of the target is found with probability 1 − e^(−λΔ). */
function discover(state: RunState): number[][] {
  const { lists, movers, fixedTargetAddresses, plan } = state;
  const { isTargetOfService } = plan.roles;
  const { serviceOfPlacement } = plan.world.placements;
  const listed = publishedSets(state.levels)[lists.length - 1];
  return lists.map(({ random, chance }) => {
    const found: number[] = [];
    if (chance === 0 || !listed) return found;
    // One draw an address and tick, listed or not: what is listed does not shift the later draws.
    const look = (addresses: Uint32Array) => {
      for (const address of addresses) {
        if (random() < chance && !contains(listed, address)) found.push(address);
      }
    };
    look(fixedTargetAddresses);
    for (const mover of movers)
      mover.placements.forEach((placement, index) => {
        // A neighbour that was hit may move as well, but it is not hunted.
        if (isTargetOfService[serviceOfPlacement[placement]!]) look(mover.addressesOf(index));
      });
    return found;
  });
}

/** 2 and 3. Entries are published and withdrawn. */
function keepLists(state: RunState, tick: number, found: readonly number[][]): void {
  state.lists.forEach(({ keeper }, list) => {
    keeper.keep(tick, found[list] ?? [], state.log);
  });
  publishVersion(
    state.levels,
    state.plan.world,
    state.placed,
    state.log,
    tick,
    state.listOfStrategy,
  );
}

/** 4. The target replaces addresses that have been listed for long enough. */
function hop(state: RunState, tick: number): boolean {
  const { levels, plan, movers } = state;
  const widest = (levels.listLevels.lists - 1) * plan.world.pools.ids.length;
  const published = {
    sets: publishedSets(levels),
    listedInPool: (pool: number) => levels.listedOfPool[widest + pool] ?? 0,
  };
  const hops = movers.flatMap((mover) => mover.hop(tick, published));
  for (const { placement, from, to } of hops) state.hops.push({ tick, placement, from, to });
  return hops.length > 0;
}

/** 5. Clients learn of fresh addresses, through channels that may be hit themselves. */
function spreadNews(state: RunState): boolean {
  // A channel has lost what it lost in the last tick, whose load the cells may not be at.
  const lostShare = (service: number, network: number) => {
    bringUpToDate(state);
    return lostShareOnNetwork(state, service, network);
  };
  const told = state.movers.map((mover) => mover.spreadNews(lostShare));
  return told.includes(true);
}

/** Networks apply the lists as they stood a lag ago; boxes inspect what their capacity allows. */
function enforce(state: RunState, tick: number, moved: boolean): void {
  const applied = applyLists(state, tick);
  if (moved || applied) applyMoves(state);
  loadBoxes(state, tick);
}
