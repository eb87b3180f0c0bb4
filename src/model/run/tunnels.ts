// What tunnels save and leavers take along, worked into every audience.
import { lostShareOfAudience } from './audiences.ts';
import { tunnelThrough } from './boxFactors.ts';
import { mark, type RunState } from './runState.ts';

/** What tunnels and leaving leave of a loss, for every audience. */
export function weighAudiences(state: RunState): void {
  const { people, plan, audiences, dirty } = state;
  people.moved = false;
  if (people.tunnels.length + people.drifts.length === 0) return;
  const { networks } = plan.cells;
  const services = plan.world.services.ids.length;
  const forAll = people.tunnels.filter(({ onlyService }) => onlyService === undefined);
  for (let network = 0; network < networks; network++) {
    const saved = people.tunnels.map(
      (tunnel) =>
        tunnel.usersOnNetwork(network) * tunnelThrough(state, tunnel.lookOfProtocol, network),
    );
    const keptOf = (tunnels: readonly (typeof people.tunnels)[number][]) =>
      tunnels.reduce((kept, tunnel) => kept * (1 - saved[people.tunnels.indexOf(tunnel)]!), 1);
    const general = keptOf(forAll);
    for (let service = 0; service < services; service++) {
      const audience = service * networks + network;
      if (audiences.keptOfAudience[audience] === general) continue;
      audiences.keptOfAudience[audience] = general;
      mark(dirty.services, service);
    }
    for (const service of people.special) {
      const audience = service * networks + network;
      audiences.keptOfAudience[audience] = keptOf(
        people.tunnels.filter(({ onlyService = service }) => onlyService === service),
      );
      let stay = 1;
      for (const drift of people.drifts) {
        if (drift.service === service) stay *= 1 - drift.leftOnNetwork(network);
      }
      audiences.goneOfAudience[audience] = 1 - stay;
      mark(dirty.services, service);
    }
  }
  for (const { rivals } of people.drifts) {
    for (const { service } of rivals) mark(dirty.services, service);
  }
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
        const lost = lostShareOfAudience(state, there) * audiences.keptOfAudience[there]!;
        const came = sessionsPerDayOfService[service]! * shareOfNetwork[network]! * gone;
        brought += came * one.share * (1 - lost);
      }
    }
  }
  return brought;
}
