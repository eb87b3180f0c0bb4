// What the users of a service on a network lose: what is taken of its bundles, then what it loses because
// something that it needs is lost. The sums run in a fixed order, so that equal runs are equal to the bit.
import type { Need } from '../world/world.ts';
import { takeOfBundles } from './bundleLosses.ts';
import { balance } from './cellLosses.ts';
import { type Marks, mark, type RunState } from './runState.ts';

export function sumAudiences(state: RunState): void {
  if (state.dirty.audiences.count === 0) return;
  markThoseInNeed(state);
  const { isMarked, marked, count } = state.dirty.audiences;
  for (let i = 0; i < count; i++) takeOfBundles(state, marked[i]!);
  loseThroughNeeds(state);
  for (let i = 0; i < count; i++) isMarked[marked[i]!] = 0;
  state.dirty.audiences.count = 0;
}

/** Whatever needs a service that changed has changed as well. */
function markThoseInNeed({ dirty, plan }: RunState): void {
  const { inOrderOfNeed, needsOfService } = plan.world.services;
  const { networks } = plan.cells;
  for (const service of inOrderOfNeed) {
    for (let network = 0; network < networks; network++) {
      if (!isAnyMarked(dirty.audiences, needsOfService[service]!, networks, network)) continue;
      mark(dirty.audiences, service * networks + network);
      mark(dirty.services, service);
    }
  }
}

function isAnyMarked(
  { isMarked }: Marks,
  needs: readonly Need[],
  networks: number,
  network: number,
): boolean {
  for (let i = 0; i < needs.length; i++) {
    if (isMarked[needs[i]!.service * networks + network]) return true;
  }
  return false;
}

/** Each after all that it needs, so that a loss passes along the whole chain. */
function loseThroughNeeds(state: RunState): void {
  const { networks } = state.plan.cells;
  for (const service of state.plan.world.services.inOrderOfNeed) {
    for (let network = 0; network < networks; network++) {
      if (state.dirty.audiences.isMarked[service * networks + network]) {
        loseThroughNeedsOf(state, service, network);
      }
    }
  }
}

/**
 * A = A_own · Π (1 − criticality · (1 − A_needed)). What a need takes is counted to the strategies that
 * took it from the needed service, in the same shares.
 */
function loseThroughNeedsOf(state: RunState, service: number, network: number): void {
  const { audiences, plan, stack } = state;
  const { networks } = plan.cells;
  const { lost, alone, bytes, hours, throughNeed, bytesOfSession, hoursOfSession } = audiences;
  const strategies = stack.length;
  const audience = service * networks + network;
  const own = audience * strategies;
  let through = 1 - audiences.blocked[audience]!;
  for (const { service: needed, criticality } of plan.world.services.needsOfService[service]!) {
    const other = (needed * networks + network) * strategies;
    // Shares of what is taken whole may add up to 1 + 2⁻⁵²; less than nothing cannot be left.
    const before = Math.max(0, 1 - audiences.blocked[audience]!);
    let taken = 0;
    for (let s = 0; s < strategies; s++) {
      const share = criticality * lost[other + s]!;
      lost[own + s]! += before * share;
      alone[own + s]! += (1 - alone[own + s]!) * criticality * alone[other + s]!;
      taken += share;
    }
    audiences.blocked[audience] = lostShareOfAudience(state, audience);
    bytes[audience]! += (bytesOfSession[service]! - bytes[audience]!) * taken;
    hours[audience]! += (hoursOfSession[service]! - hours[audience]!) * taken;
    throughNeed[audience]! += before * taken;
    through *= 1 - criticality * audiences.blocked[needed * networks + network]!;
  }
  balance(state, 1 - through - audiences.blocked[audience]!);
}

/** Share of the sessions that all strategies together take, before any tunnel. */
function lostShareOfAudience({ audiences, stack }: RunState, audience: number): number {
  const strategies = stack.length;
  let lost = 0;
  for (let s = 0; s < strategies; s++) lost += audiences.lost[audience * strategies + s]!;
  return lost;
}
