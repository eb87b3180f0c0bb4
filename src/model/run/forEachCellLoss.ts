// What does not get through of each cell (placement, network) in the end: after its own blocking, what
// its service needs, tunnels and leaving. A run knows that of whole audiences; here they are told apart.
import { fillCell } from './cellLosses.ts';
import type { RunState } from './runState.ts';

/**
 * Needs, tunnels and leaving act on a loss in proportion, so that the placements of a service add up
 * to what its audiences lose. The state must be up to date, as it is when a row has just been written.
 * @param give called with the sessions a day that do not get through
 */
export function forEachCellLoss(
  state: RunState,
  give: (placement: number, network: number, lost: number) => void,
): void {
  const { firstPlacementOfService, ids } = state.plan.world.services;
  const { demandOfCell, networks, placements } = state.plan.cells;
  const { ofOneCell } = state;
  const strategies = state.stack.length;
  const stays = new Float64Array(strategies);
  for (let service = 0; service < ids.length; service++) {
    const end = firstPlacementOfService[service + 1]!;
    for (let network = 0; network < networks; network++) {
      fillStays(state, service, network, stays);
      const throughNeeds = lostThroughNeeds(state, service, network, stays);
      const gone = state.audiences.goneOfAudience[service * networks + network]!;
      for (let p = firstPlacementOfService[service]!; p < end; p++) {
        fillCell(state, p, network, ofOneCell);
        let left = 1;
        let kept = 0;
        for (let s = 0; s < strategies; s++) {
          const taken = ofOneCell.lost[s]!;
          left -= taken;
          kept += taken * stays[s]!;
        }
        kept += Math.max(0, left) * throughNeeds;
        give(p, network, demandOfCell[network * placements + p]! * (kept + (1 - kept) * gone));
      }
    }
  }
}

/** Of what each strategy took of an audience, the share that no tunnel saves. */
function fillStays(
  { people, stack }: RunState,
  service: number,
  network: number,
  stays: Float64Array,
): void {
  const { kept } = people.fatesOfSpecial.get(service) ?? people.fates;
  for (let s = 0; s < stack.length; s++) stays[s] = kept[network * stack.length + s]!;
}

/** Of what its own blocking leaves of a service, the share that is lost with what it needs, after tunnels. */
function lostThroughNeeds(
  { plan, audiences, stack }: RunState,
  service: number,
  network: number,
  stays: Float64Array,
): number {
  const { networks } = plan.cells;
  const strategies = stack.length;
  let before = 1;
  let kept = 0;
  for (const { service: needed, criticality } of plan.world.services.needsOfService[service]!) {
    const from = (needed * networks + network) * strategies;
    let taken = 0;
    for (let s = 0; s < strategies; s++) {
      const share = criticality * audiences.lost[from + s]!;
      taken += share;
      kept += before * share * stays[s]!;
    }
    before = Math.max(0, before * (1 - taken));
  }
  return kept;
}
