// What every service loses, and what else becomes of its sessions: the sum over its networks.
import { BROUGHT, FATES, GONE, SAVED, THROUGH_NEED } from '../metrics/tally.ts';
import { balance } from './cellLosses.ts';
import type { RunState } from './runState.ts';
import { broughtTo } from './tunnels.ts';

/** Adds the networks of the services that changed, in a fixed order. */
export function sumServices(state: RunState): void {
  const { people, losses } = state;
  const { isMarked, marked, count } = state.dirty.services;
  const hasTunnels = people.tunnels.length > 0;
  for (let i = 0; i < count; i++) {
    const service = marked[i]!;
    isMarked[service] = 0;
    weighLosses(state, service);
    if (hasTunnels) addAfterTunnels(state, service);
    else addLost(state, service);
    sumVolumes(state, service);
    if (losses.fatesOfService.length > 0) sumFates(state, service);
  }
  state.dirty.services.count = 0;
}

/** Sessions a day of the service that each strategy takes on each network, or would take alone. */
function weighLosses({ audiences, plan, weights, stack }: RunState, service: number): void {
  const { lost, alone, goneOfAudience } = audiences;
  const { shareOfNetwork } = plan.world.networks;
  const { networks } = plan.cells;
  const strategies = stack.length;
  const daily = plan.world.services.sessionsPerDayOfService[service]!;
  const first = service * networks;
  for (let network = 0; network < networks; network++) {
    const stays = daily * shareOfNetwork[network]! * (1 - goneOfAudience[first + network]!);
    const into = network * strategies;
    const from = (first + network) * strategies;
    for (let s = 0; s < strategies; s++) {
      weights.lost[into + s] = stays * lost[from + s]!;
      weights.alone[into + s] = stays * alone[from + s]!;
    }
  }
}

/** Nobody saves anything: what was taken is lost. */
function addLost({ losses, weights, stack }: RunState, service: number): void {
  const strategies = stack.length;
  for (let s = 0; s < strategies; s++) {
    let lost = 0;
    let alone = 0;
    for (let at = s; at < weights.lost.length; at += strategies) {
      lost += weights.lost[at]!;
      alone += weights.alone[at]!;
    }
    losses.lostOfService[service * strategies + s] = lost;
    losses.aloneOfService[service * strategies + s] = alone;
  }
}

/** Counts what stays lost after tunnels to whoever took it last, and notes which share that is. */
function addAfterTunnels(state: RunState, service: number): void {
  const { losses, people, weights, stack } = state;
  const { fates, alone, isTaker } = people.fatesOfSpecial.get(service) ?? people.fates;
  const strategies = stack.length;
  const blockers = weights.lost.length;
  for (let s = 0; s < strategies; s++) {
    let last = 0;
    let only = 0;
    for (let own = s; own < blockers; own += strategies) {
      only += weights.alone[own]! * alone[own]!;
      if (isTaker[own]) last += takenLast(weights.lost, fates, s * blockers, own - s, strategies);
      else last += weights.lost[own]! * fates[s * blockers + own]!;
    }
    losses.lostOfService[service * strategies + s] = last;
    losses.aloneOfService[service * strategies + s] = only;
  }
  noteKept(state, service);
}

/** Of what all strategies took on a network, what is lost to one of them in the end. */
function takenLast(
  lost: Float64Array,
  fates: Float64Array,
  taker: number,
  first: number,
  strategies: number,
): number {
  let last = 0;
  for (let at = first; at < first + strategies; at++) last += lost[at]! * fates[taker + at]!;
  return last;
}

function noteKept({ audiences, people, plan, stack }: RunState, service: number): void {
  const { lost, blocked, keptOfAudience } = audiences;
  const { kept } = people.fatesOfSpecial.get(service) ?? people.fates;
  const { networks } = plan.cells;
  const strategies = stack.length;
  for (let network = 0; network < networks; network++) {
    const audience = service * networks + network;
    let stays = 0;
    for (let s = 0; s < strategies; s++) {
      stays += lost[audience * strategies + s]! * kept[network * strategies + s]!;
    }
    keptOfAudience[audience] = blocked[audience] === 0 ? 1 : stays / blocked[audience]!;
  }
}

/** Bytes and hours that are lost, with those of users who have left. */
function sumVolumes({ plan, audiences, losses }: RunState, service: number): void {
  const { networks } = plan.cells;
  const { shareOfNetwork } = plan.world.networks;
  const { keptOfAudience, goneOfAudience, bytes, hours } = audiences;
  const daily = plan.world.services.sessionsPerDayOfService[service]!;
  let lostBytes = 0;
  let lostHours = 0;
  for (let network = 0; network < networks; network++) {
    const audience = service * networks + network;
    const here = daily * shareOfNetwork[network]!;
    const gone = here * goneOfAudience[audience]!;
    const weight = here * (1 - goneOfAudience[audience]!) * keptOfAudience[audience]!;
    lostBytes += weight * bytes[audience]! + gone * audiences.bytesOfSession[service]!;
    lostHours += weight * hours[audience]! + gone * audiences.hoursOfSession[service]!;
  }
  losses.lostBytesOfService[service] = lostBytes;
  losses.lostHoursOfService[service] = lostHours;
}

/** What becomes of the sessions otherwise; and do all fates together make up the demand? */
function sumFates(state: RunState, service: number): void {
  const { plan, audiences, losses } = state;
  const { networks } = plan.cells;
  const { shareOfNetwork } = plan.world.networks;
  const daily = plan.world.services.sessionsPerDayOfService[service]!;
  let gone = 0;
  let saved = 0;
  let throughNeed = 0;
  let through = 0;
  let lost = 0;
  for (let network = 0; network < networks; network++) {
    const audience = service * networks + network;
    const kept = audiences.keptOfAudience[audience]!;
    const left = audiences.goneOfAudience[audience]!;
    const stays = shareOfNetwork[network]! * (1 - left);
    const blocked = audiences.blocked[audience]!;
    gone += shareOfNetwork[network]! * left;
    saved += stays * blocked * (1 - kept);
    throughNeed += stays * audiences.throughNeed[audience]! * kept;
    through += stays * (1 - blocked);
    lost += stays * blocked * kept;
  }
  balance(state, 1 - through - saved - lost - gone);
  const at = service * FATES;
  losses.fatesOfService[at + GONE] = daily * gone;
  losses.fatesOfService[at + BROUGHT] = broughtTo(state, service);
  losses.fatesOfService[at + SAVED] = daily * saved;
  losses.fatesOfService[at + THROUGH_NEED] = daily * throughNeed;
}
