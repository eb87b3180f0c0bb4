// People who answer: tunnels that get blocked sessions through, users who leave, clients that change
// their look. They act on what the last tick did to them.
import { lostShareOfAudience } from './audiences.ts';
import { tunnelThrough } from './boxFactors.ts';
import { markCell } from './enforce.ts';
import { lastTickOf } from './lastTick.ts';
import { mark, type RunState } from './runState.ts';

/** 6. People take up tunnels and leave; clients change their look. */
export function letPeopleAct(state: RunState, tick: number): void {
  const { tunnels, drifts, disguises } = state.people;
  const last = lastTickOf(state);
  for (const tunnel of tunnels) tunnel.adopt(tick, last);
  for (const drift of drifts) drift.drift(tick, last);
  if (tunnels.length + drifts.length > 0) state.people.moved = true;
  if (disguises.length > 0) changeLooks(state, tick);
}

/** Of the flows that looked like `from`, a share looks like `to`; each disguise moves its own share. */
function changeLooks(state: RunState, tick: number): void {
  const { disguises, shareOfDisguise } = state.people;
  const changed = new Set<number>();
  disguises.forEach((disguise, index) => {
    const share = disguise.shareInTick(tick);
    if (share === shareOfDisguise[index]) return;
    shareOfDisguise[index] = share;
    changed.add(disguise.service);
  });
  for (const service of changed) mixAgain(state, service);
}

function mixAgain(state: RunState, service: number): void {
  const { looks, people, plan, staleLooks } = state;
  const { firstPlacementOfService } = plan.world.services;
  const end = firstPlacementOfService[service + 1]!;
  const mixed = new Set<number>();
  for (let p = firstPlacementOfService[service]!; p < end; p++) {
    const look = looks.lookOfPlacement[p]!;
    if (!mixed.has(look)) {
      mixed.add(look);
      const plain = plan.world.profiles.mixOfProfile[looks.profileOfLook[look]!]!;
      const mix = looks.mixOfLook[look]!;
      mix.set(plain);
      people.disguises.forEach((disguise, index) => {
        if (disguise.service !== service) return;
        const moved = plain[disguise.from]! * people.shareOfDisguise[index]!;
        mix[disguise.from]! -= moved;
        mix[disguise.to]! += moved;
      });
      staleLooks.add(look);
    }
    for (let network = 0; network < plan.cells.networks; network++) markCell(state, p, network);
  }
}

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
