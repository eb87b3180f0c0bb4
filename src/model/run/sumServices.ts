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
  const { plan, audiences, losses, stack, people } = state;
  const { networks } = plan.cells;
  const { shareOfNetwork } = plan.world.networks;
  const { keptOfAudience, goneOfAudience, lost, alone, bytes, hours } = audiences;
  const { lostOfService, aloneOfService } = losses;
  const daily = plan.world.services.sessionsPerDayOfService[service]!;
  const strategies = stack.length;
  const own = service * strategies;
  const hasTunnels = people.tunnels.length > 0;
  let lostBytes = 0;
  let lostHours = 0;
  for (let s = 0; s < strategies; s++) {
    lostOfService[own + s] = 0;
    aloneOfService[own + s] = 0;
  }
  for (let network = 0; network < networks; network++) {
    const audience = service * networks + network;
    const here = daily * shareOfNetwork[network]!;
    const stays = here * (1 - goneOfAudience[audience]!);
    const from = audience * strategies;
    if (hasTunnels) addAfterTunnels(state, service, network, stays);
    else {
      for (let s = 0; s < strategies; s++) {
        lostOfService[own + s]! += stays * lost[from + s]!;
        aloneOfService[own + s]! += stays * alone[from + s]!;
      }
    }
    const gone = here * goneOfAudience[audience]!;
    const weight = stays * keptOfAudience[audience]!;
    lostBytes += weight * bytes[audience]! + gone * audiences.bytesOfSession[service]!;
    lostHours += weight * hours[audience]! + gone * audiences.hoursOfSession[service]!;
  }
  losses.lostBytesOfService[service] = lostBytes;
  losses.lostHoursOfService[service] = lostHours;
  if (losses.fatesOfService.length > 0) sumFates(state, service);
}

/** Counts what stays lost after tunnels to whoever took it last, and notes which share that is. */
function addAfterTunnels(
  { plan, audiences, losses, stack, people }: RunState,
  service: number,
  network: number,
  stays: number,
): void {
  const { networks } = plan.cells;
  const strategies = stack.length;
  const audience = service * networks + network;
  const { fates, alone } = people.fatesOfSpecial.get(service) ?? people.fates;
  let kept = 0;
  for (let blocker = 0; blocker < strategies; blocker++) {
    const taken = audiences.lost[audience * strategies + blocker]!;
    const ownAlone = audiences.alone[audience * strategies + blocker]!;
    const at = (network * strategies + blocker) * strategies;
    losses.aloneOfService[service * strategies + blocker]! +=
      stays * ownAlone * alone[network * strategies + blocker]!;
    if (taken === 0) continue;
    for (let s = 0; s < strategies; s++) {
      const last = taken * fates[at + s]!;
      losses.lostOfService[service * strategies + s]! += stays * last;
      kept += last;
    }
  }
  const blocked = audiences.blocked[audience]!;
  audiences.keptOfAudience[audience] = blocked === 0 ? 1 : kept / blocked;
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
