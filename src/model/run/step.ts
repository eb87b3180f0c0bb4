// One tick of the chase, in the order of MODEL.md section 3.
import type { Hop, Mover } from '../countermeasures/countermeasure.ts';
import type { PrefixSet } from '../net/prefixSet.ts';
import { contains } from '../net/setQueries.ts';
import { emptyVersions, publishedSet, publishVersion } from './addressLevels.ts';
import { countHour } from './countHour.ts';
import { applyLists, applyMoves, loadBoxes, lookAtMoves } from './enforce.ts';
import { hearComplaints } from './hearComplaints.ts';
import { lastTickOf } from './lastTick.ts';
import { letPeopleAct } from './people.ts';
import type { RunningList, RunState } from './runState.ts';

export function step(state: RunState, tick: number): void {
  keepLists(state, tick);
  const fresh = hop(state, tick);
  const told = spreadNews(state, tick);
  letPeopleAct(state, tick);
  enforce(state, tick, fresh, told);
  countHour(state, tick);
}

/** 1, 2 and 3. What each list finds; entries are published and withdrawn, all lists at once. */
function keepLists(state: RunState, tick: number): void {
  const { lists, levels, plan, placed, log, listOfStrategy } = state;
  const complaints = hearComplaints(state, tick);
  for (const list of lists) list.keeper.keep(tick, discover(state, list), log, complaints);
  publishVersion(levels, plan.world, placed, log, tick, listOfStrategy);
}

const nothing: readonly number[] = [];

/** Each active, unlisted address of the target is found with probability 1 − e^(−λΔ). */
function discover(state: RunState, list: RunningList): readonly number[] {
  const { levels, movers, fixedTargetAddresses, plan } = state;
  const listed = publishedSet(levels);
  if (list.chance === 0 || !listed) return nothing;
  const { isTargetOfService } = plan.roles;
  const { serviceOfPlacement } = plan.world.placements;
  const found: number[] = [];
  lookAmong(fixedTargetAddresses, list, listed, found);
  for (const mover of movers) {
    for (let index = 0; index < mover.placements.length; index++) {
      // A neighbour that was hit may move as well, but it is not hunted.
      if (!isTargetOfService[serviceOfPlacement[mover.placements[index]!]!]) continue;
      lookAmong(mover.addressesOf(index), list, listed, found);
    }
  }
  return found;
}

/** One draw an address and tick, listed or not: what is listed does not shift the later draws. */
function lookAmong(
  addresses: Uint32Array,
  { random, chance }: RunningList,
  listed: PrefixSet,
  found: number[],
): void {
  for (let i = 0; i < addresses.length; i++) {
    if (random() < chance && !contains(listed, addresses[i]!)) found.push(addresses[i]!);
  }
}

/** 4. The target replaces addresses that have been listed for long enough; businesses that were hit move. */
function hop(state: RunState, tick: number): readonly Hop[] {
  const { movers, published, hops } = state;
  const before = hops.length;
  const last = lastTickOf(state);
  for (const mover of movers) {
    mover.hop(tick, published, hops, last);
    nameHops(state, mover);
  }
  const fresh = hops.slice(before);
  noteMigrants(state, fresh);
  return fresh;
}

/** Which countermeasure is behind the hops that have no name yet. */
function nameHops({ entryOfHop, entryOfMover, hops }: RunState, mover: Mover): void {
  const entry = entryOfMover.get(mover) ?? '';
  while (entryOfHop.length < hops.length) entryOfHop.push(entry);
}

function noteMigrants({ migrated, plan }: RunState, fresh: readonly Hop[]): void {
  const { serviceOfPlacement } = plan.world.placements;
  for (const { why, placement } of fresh) {
    if (why === 'migrated') migrated.add(serviceOfPlacement[placement]!);
  }
}

/** 5. Clients learn of fresh addresses, through channels that may be hit themselves. */
function spreadNews(state: RunState, tick: number): readonly boolean[] {
  const last = lastTickOf(state);
  return state.movers.map((mover) => mover.spreadNews(tick, last, state.channels));
}

/** Then networks apply the lists as they stood a lag ago; boxes inspect what their capacity allows. */
function enforce(
  state: RunState,
  tick: number,
  fresh: readonly Hop[],
  told: readonly boolean[],
): void {
  applyLists(state, tick);
  emptyVersions(state.levels, state.published.oldestInUse());
  applyMoves(state, fresh, told);
  lookAtMoves(state, fresh);
  loadBoxes(state, tick);
}
