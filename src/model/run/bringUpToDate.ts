// Works out what changed since the last time, from the boxes down to the services.
import { sumAudiences } from './audiences.ts';
import { fillLook } from './boxFactors.ts';
import { workOutCells } from './cellLosses.ts';
import { markCell } from './enforce.ts';
import type { RunState } from './runState.ts';
import { sumServices } from './sumServices.ts';
import { weighAudiences } from './tunnels.ts';

/** Works out what is lost now; a tick that found its row ready has left the state at another load. */
export function bringUpToDate(state: RunState): void {
  if (isUpToDate(state)) return;
  const { looks, staleLooks, people } = state;
  if (state.loadKey !== state.workedLoadKey) {
    for (let look = 0; look < looks.count; look++) fillLook(state, look);
    markChangedCells(state);
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

function isUpToDate({ dirty, staleLooks, people, loadKey, workedLoadKey }: RunState): boolean {
  const isDirty = dirty.cells.count + dirty.audiences.count + dirty.services.count > 0;
  return !isDirty && staleLooks.size === 0 && !people.moved && loadKey === workedLoadKey;
}

/** Cells of which the boxes take another share than before. */
function markChangedCells(state: RunState): void {
  const { looks, factors, plan } = state;
  const { networks } = plan.cells;
  for (let placement = 0; placement < plan.world.placements.count; placement++) {
    const first = looks.lookOfPlacement[placement]! * networks;
    for (let network = 0; network < networks; network++) {
      if (factors.isChanged[first + network]) markCell(state, placement, network);
    }
  }
  factors.isChanged.fill(0);
}
