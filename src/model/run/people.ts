// People who answer: tunnels that get blocked sessions through, users who leave, clients that change
// their look. They act on what the last tick did to them.
import { lastTickOf } from './lastTick.ts';
import { setMix } from './looks.ts';
import type { RunState } from './runState.ts';

/** 6. People take up tunnels and leave; clients change their look. */
export function letPeopleAct(state: RunState, tick: number): void {
  const { tunnels, drifts, disguises } = state.people;
  const last = lastTickOf(state);
  for (const tunnel of tunnels) tunnel.adopt(tick, last);
  for (const drift of drifts) drift.drift(tick, last);
  noticeMoves(state);
  if (disguises.length > 0) changeLooks(state, tick);
}

/** Hours in which nobody takes up a tunnel or leaves keep what was worked out. */
function noticeMoves({ people, plan }: RunState): void {
  const { networks } = plan.cells;
  const { tunnels, drifts, peopleOnNetwork } = people;
  for (let network = 0; network < networks; network++) {
    for (let i = 0; i < tunnels.length + drifts.length; i++) {
      const now =
        i < tunnels.length
          ? tunnels[i]!.usersOnNetwork(network)
          : drifts[i - tunnels.length]!.leftOnNetwork(network);
      if (peopleOnNetwork[i * networks + network] === now) continue;
      peopleOnNetwork[i * networks + network] = now;
      people.moved = true;
    }
  }
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

/** Of all its looks, also those that it will have again. */
function mixAgain({ looks, people, plan, staleLooks }: RunState, service: number): void {
  for (let look = 0; look < looks.count; look++) {
    if (looks.ownerOfLook[look] !== service) continue;
    const plain = plan.world.profiles.mixOfProfile[looks.profileOfLook[look]!]!;
    const mix = plain.slice();
    people.disguises.forEach((disguise, index) => {
      if (disguise.service !== service) return;
      const moved = plain[disguise.from]! * people.shareOfDisguise[index]!;
      mix[disguise.from]! -= moved;
      mix[disguise.to]! += moved;
    });
    setMix(looks, look, mix);
    staleLooks.add(look);
  }
}
