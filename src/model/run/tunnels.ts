// What tunnels save and leavers take along, worked into every audience.
import type { TunnelFates } from './gatherPeople.ts';
import { mark, type RunState } from './runState.ts';
import { followTunnel } from './tunnelFlows.ts';

/** What tunnels and leaving make of a loss, where anything about them changed. */
export function weighAudiences(state: RunState): void {
  const { people, plan, dirty } = state;
  people.moved = false;
  if (people.tunnels.length + people.drifts.length === 0) return;
  sendTunnels(state);
  const { networks } = plan.cells;
  for (let network = 0; network < networks; network++) {
    if (composeFates(state, network, people.fates, undefined)) markAll(state);
    for (const service of people.special) {
      const own = people.fatesOfSpecial.get(service);
      if (own) composeFates(state, network, own, service);
      leave(state, network, service);
      mark(dirty.services, service);
    }
  }
  for (const { rivals } of people.drifts) {
    for (const { service } of rivals) mark(dirty.services, service);
  }
}

function markAll({ plan, dirty }: RunState): void {
  for (let service = 0; service < plan.world.services.ids.length; service++) {
    mark(dirty.services, service);
  }
}

/** Boxes treat tunnels alike until their load or strength changes. */
function sendTunnels(state: RunState): void {
  const { people, kinds, loadKey } = state;
  if (people.followedLoadKey === loadKey) return;
  people.followedLoadKey = loadKey;
  people.tunnels.forEach(({ lookOfProtocol }, tunnel) => {
    for (let kind = 0; kind < kinds.count; kind++) {
      const { takers, alone } = people.flowsOfTunnel[tunnel * kinds.count + kind]!;
      followTunnel(state, lookOfProtocol, kind, takers, alone);
    }
  });
}

/**
 * What all tunnels of a service together make of a session that a strategy took: it stays lost to that
 * one where nobody tries, and is lost to whoever takes the tunnel. One tunnel after the other: what the
 * first does not save tries the second.
 * @returns did it change?
 */
function composeFates(
  { people, stack, kinds }: RunState,
  network: number,
  { fates, kept, isTaker, alone, spare, taken }: TunnelFates,
  service: number | undefined,
): boolean {
  const strategies = stack.length;
  const kind = kinds.kindOfNetwork[network]!;
  let changed = false;
  isTaker.fill(0, network * strategies, (network + 1) * strategies);
  for (let blocker = 0; blocker < strategies; blocker++) {
    spare.fill(0);
    spare[blocker] = 1;
    let stays = 1;
    people.tunnels.forEach((tunnel, t) => {
      if (tunnel.onlyService !== undefined && tunnel.onlyService !== service) return;
      const users = tunnel.usersOnNetwork(network);
      const flows = people.flowsOfTunnel[t * kinds.count + kind]!;
      stays *= 1 - users * (1 - flows.alone[blocker]!);
      tryTunnel(spare, taken, users, flows.takers);
    });
    const at = network * strategies + blocker;
    kept[at] = 0;
    for (let s = 0; s < strategies; s++) {
      const into = s * kept.length + at;
      changed ||= fates[into] !== spare[s];
      fates[into] = spare[s]!;
      kept[at]! += spare[s]!;
      if (s !== blocker && spare[s] !== 0) isTaker[network * strategies + s] = 1;
    }
    changed ||= alone[at] !== stays;
    alone[at] = stays;
  }
  return changed;
}

/** Of what each strategy holds, `users` try; what takers do not take is saved. */
function tryTunnel(
  held: Float64Array,
  taken: Float64Array,
  users: number,
  takers: Float64Array,
): void {
  const strategies = held.length;
  taken.fill(0);
  for (let blocker = 0; blocker < strategies; blocker++) {
    for (let s = 0; s < strategies; s++) {
      taken[s]! += held[blocker]! * users * takers[blocker * strategies + s]!;
    }
  }
  for (let s = 0; s < strategies; s++) held[s] = held[s]! * (1 - users) + taken[s]!;
}

function leave({ people, plan, audiences }: RunState, network: number, service: number): void {
  let stay = 1;
  for (const drift of people.drifts) {
    if (drift.service === service) stay *= 1 - drift.leftOnNetwork(network);
  }
  audiences.goneOfAudience[service * plan.cells.networks + network] = 1 - stay;
}

/**
 * Sessions a day that those who left other services bring: of a rival, what it does not lose itself
 * after tunnels.
 */
export function broughtTo(state: RunState, rival: number): number {
  const { people, plan, audiences } = state;
  const { networks } = plan.cells;
  const { sessionsPerDayOfService } = plan.world.services;
  const { shareOfNetwork } = plan.world.networks;
  let brought = 0;
  for (const { service, rivals } of people.drifts) {
    for (const one of rivals) {
      if (one.service !== rival) continue;
      for (let network = 0; network < networks; network++) {
        const there = rival * networks + network;
        const gone = audiences.goneOfAudience[service * networks + network]!;
        const lost = audiences.blocked[there]! * audiences.keptOfAudience[there]!;
        const came = sessionsPerDayOfService[service]! * shareOfNetwork[network]! * gone;
        brought += came * one.share * (1 - lost);
      }
    }
  }
  return brought;
}
