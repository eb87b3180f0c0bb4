// What every service loses, and what else becomes of its sessions: the sum over its networks.
import { BROUGHT, FATES, GONE, SAVED, THROUGH_NEED } from '../metrics/tally.ts';
import { lostShareOfAudience } from './audiences.ts';
import { balance } from './cellLosses.ts';
import type { RunState } from './runState.ts';
import { broughtTo } from './tunnels.ts';

/** Adds the networks of the services that changed, in a fixed order. */
export function sumServices(state: RunState): void {
  const { isMarked, marked, count } = state.dirty.services;
  for (let i = 0; i < count; i++) {
    isMarked[marked[i]!] = 0;
    sumNetworks(state, marked[i]!);
  }
  state.dirty.services.count = 0;
}

function sumNetworks(state: RunState, service: number): void {
  const { plan, audiences, losses, stack } = state;
  const { networks } = plan.cells;
  const { shareOfNetwork } = plan.world.networks;
  const { keptOfAudience, goneOfAudience } = audiences;
  const daily = plan.world.services.sessionsPerDayOfService[service]!;
  const strategies = stack.length;
  const first = service * networks;
  for (let s = 0; s < strategies; s++) {
    losses.lostOfService[service * strategies + s] = 0;
    losses.aloneOfService[service * strategies + s] = 0;
  }
  let bytes = 0;
  let hours = 0;
  for (let network = 0; network < networks; network++) {
    const audience = first + network;
    const stays = shareOfNetwork[network]! * (1 - goneOfAudience[audience]!);
    const weight = daily * stays * keptOfAudience[audience]!;
    for (let s = 0; s < strategies; s++) {
      const at = service * strategies + s;
      losses.lostOfService[at]! += weight * audiences.lost[audience * strategies + s]!;
      losses.aloneOfService[at]! += weight * audiences.alone[audience * strategies + s]!;
    }
    bytes += weight * audiences.bytes[audience]!;
    hours += weight * audiences.hours[audience]!;
  }
  losses.lostBytesOfService[service] = bytes;
  losses.lostHoursOfService[service] = hours;
  if (losses.fatesOfService.length > 0) sumFates(state, service);
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
    const blocked = lostShareOfAudience(state, audience);
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
