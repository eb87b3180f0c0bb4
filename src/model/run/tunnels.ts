// What tunnels save and leavers take along, worked into every audience.
import { tunnelThrough } from './boxFactors.ts';
import { mark, type RunState } from './runState.ts';

/** What tunnels and leaving leave of a loss, for every audience. */
export function weighAudiences(state: RunState): void {
  const { people, plan, dirty } = state;
  people.moved = false;
  if (people.tunnels.length + people.drifts.length === 0) return;
  sendTunnels(state);
  const { networks } = plan.cells;
  for (let network = 0; network < networks; network++) {
    weighAll(state, network, keptShare(state, network, undefined));
    for (const service of people.special) weighSpecial(state, network, service);
  }
  for (const { rivals } of people.drifts) {
    for (const { service } of rivals) mark(dirty.services, service);
  }
}

/** Boxes treat tunnels alike until their load or strength changes. */
function sendTunnels(state: RunState): void {
  const { people, plan, loadKey } = state;
  if (people.throughLoadKey === loadKey) return;
  people.throughLoadKey = loadKey;
  const { networks } = plan.cells;
  people.tunnels.forEach(({ lookOfProtocol }, tunnel) => {
    for (let network = 0; network < networks; network++) {
      const through = tunnelThrough(state, lookOfProtocol, network);
      people.throughOfTunnel[tunnel * networks + network] = through;
    }
  });
}

/** Share of the blocked sessions for which no tunnel helps: of all services, or of one with its own. */
function keptShare({ people, plan }: RunState, network: number, service: number | undefined) {
  const { networks } = plan.cells;
  const { tunnels, throughOfTunnel } = people;
  let kept = 1;
  for (let t = 0; t < tunnels.length; t++) {
    const { onlyService } = tunnels[t]!;
    if (onlyService !== undefined && onlyService !== service) continue;
    const saved = tunnels[t]!.usersOnNetwork(network) * throughOfTunnel[t * networks + network]!;
    kept *= 1 - saved;
  }
  return kept;
}

function weighAll({ plan, audiences, dirty }: RunState, network: number, kept: number): void {
  const { networks } = plan.cells;
  const { keptOfAudience } = audiences;
  for (let audience = network; audience < keptOfAudience.length; audience += networks) {
    if (keptOfAudience[audience] === kept) continue;
    keptOfAudience[audience] = kept;
    mark(dirty.services, (audience - network) / networks);
  }
}

function weighSpecial(state: RunState, network: number, service: number): void {
  const { people, plan, audiences, dirty } = state;
  const audience = service * plan.cells.networks + network;
  let stay = 1;
  for (const drift of people.drifts) {
    if (drift.service === service) stay *= 1 - drift.leftOnNetwork(network);
  }
  audiences.keptOfAudience[audience] = keptShare(state, network, service);
  audiences.goneOfAudience[audience] = 1 - stay;
  mark(dirty.services, service);
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
