// Works out what changed since the last time, from the boxes down to the services.
import { sumAudiences } from './audiences.ts';
import { fillLook } from './boxFactors.ts';
import { mark, type RunState } from './runState.ts';
import { sumBundles } from './sumBundles.ts';
import { sumServices } from './sumServices.ts';
import { takeUpDuties } from './takeUpDuties.ts';
import { weighAudiences } from './tunnels.ts';

/**
 * Works out what is lost now. To be asked before anything is read that a tick works out: one that found its
 * row ready has left the state at another load.
 */
export function bringUpToDate(state: RunState): void {
  if (!isDirty(state) && state.loadKey === state.workedLoadKey) return;
  const { looks, staleLooks, people, plan } = state;
  const services = plan.world.services.ids.length;
  if (state.loadKey !== state.workedLoadKey) {
    takeUpDuties(state);
    for (let look = 0; look < looks.count; look++) fillLook(state, look);
    for (let service = 0; service < services; service++) markChangedBundles(state, service);
    state.factors.isChanged.fill(0);
    state.workedLoadKey = state.loadKey;
    people.moved = true;
  } else if (staleLooks.size > 0) {
    for (const look of staleLooks) fillLook(state, look);
    // New looks belong to services that have been bundled anew; of others only the owner has them.
    for (const service of new Set(ownersOf(state))) markChangedBundles(state, service);
    state.factors.isChanged.fill(0);
  }
  staleLooks.clear();
  sumBundles(state);
  sumAudiences(state);
  if (people.moved) weighAudiences(state);
  sumServices(state);
}

/** Has anything but the load of the boxes changed since it was worked out? */
export function isDirty({ dirty, staleLooks, people }: RunState): boolean {
  const { cells, bundleCells, audiences, services } = dirty;
  const marked = cells.count + bundleCells.count + audiences.count + services.count;
  return marked + staleLooks.size > 0 || people.moved;
}

function ownersOf({ looks, staleLooks }: RunState): number[] {
  return [...staleLooks].map((look) => looks.ownerOfLook[look]!).filter((owner) => owner >= 0);
}

/** The audiences of bundles of which the boxes take another share than before. */
function markChangedBundles(
  { bundles, kinds, factors, plan, dirty }: RunState,
  service: number,
): void {
  const { networks } = plan.cells;
  const first = plan.world.services.firstPlacementOfService[service]!;
  const end = first + bundles.bundlesOfService[service]!;
  for (let bundle = first; bundle < end; bundle++) {
    const factor = bundles.lookOfBundle[bundle]! * kinds.count;
    for (let network = 0; network < networks; network++) {
      if (!factors.isChanged[factor + kinds.kindOfNetwork[network]!]) continue;
      mark(dirty.audiences, service * networks + network);
      mark(dirty.services, service);
    }
  }
}
