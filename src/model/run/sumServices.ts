// What every service loses, and what else becomes of its sessions: the sum over its networks.
import { BROUGHT, FATES, GONE, SAVED, THROUGH_NEED } from '../metrics/tally.ts';
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
  const { keptOfAudience, goneOfAudience, lost, alone, bytes, hours } = audiences;
  const { lostOfService, aloneOfService } = losses;
  const daily = plan.world.services.sessionsPerDayOfService[service]!;
  const strategies = stack.length;
  const own = service * strategies;
  let lostBytes = 0;
  let lostHours = 0;
  for (let s = 0; s < strategies; s++) {
    lostOfService[own + s] = 0;
    aloneOfService[own + s] = 0;
  }
  for (let network = 0; network < networks; network++) {
    const audience = service * networks + network;
    const stays = shareOfNetwork[network]! * (1 - goneOfAudience[audience]!);
    const weight = daily * stays * keptOfAudience[audience]!;
    const from = audience * strategies;
    for (let s = 0; s < strategies; s++) {
      lostOfService[own + s]! += weight * lost[from + s]!;
      aloneOfService[own + s]! += weight * alone[from + s]!;
    }
    lostBytes += weight * bytes[audience]!;
    lostHours += weight * hours[audience]!;
  }
  losses.lostBytesOfService[service] = lostBytes;
  losses.lostHoursOfService[service] = lostHours;
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
