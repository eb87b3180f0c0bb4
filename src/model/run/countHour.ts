// Counts one tick: works out what changed, adds it up, and writes a row if needed.
import { appendRow, BROUGHT, FATES, GONE, SAVED, THROUGH_NEED } from '../metrics/tally.ts';
import { lostShareOfAudience, sumAudiences } from './audiences.ts';
import { fillLook } from './boxFactors.ts';
import { balance, workOutCells } from './cellLosses.ts';
import { markCell } from './enforce.ts';
import { broughtTo, weighAudiences } from './people.ts';
import type { RunState } from './runState.ts';

export function countHour(state: RunState, tick: number): void {
  const { dirty, people, tally, rowOfLoad } = state;
  if (dirty.cells.count > 0 || people.moved) rowOfLoad.clear();
  let row = rowOfLoad.get(state.loadKey);
  if (row === undefined) {
    bringUpToDate(state);
    row = appendRow(tally, state.losses);
    rowOfLoad.set(state.loadKey, row);
  }
  tally.rowOfTick[tick] = row;
  tally.listedOfTick[tick] = state.levels.listed;
  tally.entriesOfTick[tick] = state.log.openEntries;
  tally.migratedOfTick[tick] = state.migrated.size;
}

/** Works out what is lost now; a tick that found its row ready has left the state at another load. */
export function bringUpToDate(state: RunState): void {
  const { looks, staleLooks, people } = state;
  if (state.loadKey !== state.workedLoadKey) {
    for (let look = 0; look < looks.count; look++) fillLook(state, look);
    markEveryCell(state);
    state.workedLoadKey = state.loadKey;
    people.moved = true;
  } else {
    for (const look of staleLooks) fillLook(state, look);
  }
  staleLooks.clear();
  workOutCells(state);
  sumAudiences(state);
  if (people.moved) weighAudiences(state);
  sumServices(state);
}

function markEveryCell(state: RunState): void {
  const { networks } = state.plan.cells;
  for (let placement = 0; placement < state.plan.world.placements.count; placement++) {
    for (let network = 0; network < networks; network++) markCell(state, placement, network);
  }
}

/** Adds the networks of the services that changed, in a fixed order. */
function sumServices(state: RunState): void {
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
