// What does not get through of each cell (placement, network) in the end: after its own blocking, what
// its service needs, tunnels and leaving. A run knows that of whole audiences; here they are told apart.
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
  const { demandOfCell, networks } = state.plan.cells;
  const { lost } = state.cellLosses;
  const strategies = state.stack.length;
  const stays = new Float64Array(strategies);
  for (let service = 0; service < ids.length; service++) {
    const end = firstPlacementOfService[service + 1]!;
    for (let network = 0; network < networks; network++) {
      fillStays(state, service, network, stays);
      const throughNeeds = lostThroughNeeds(state, service, network, stays);
      const gone = state.audiences.goneOfAudience[service * networks + network]!;
      for (let p = firstPlacementOfService[service]!; p < end; p++) {
        const cell = p * networks + network;
        let left = 1;
        let kept = 0;
        for (let s = 0; s < strategies; s++) {
          const taken = lost[cell * strategies + s]!;
          left -= taken;
          kept += taken * stays[s]!;
        }
        kept += Math.max(0, left) * throughNeeds;
        give(p, network, demandOfCell[cell]! * (kept + (1 - kept) * gone));
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
  const strategies = stack.length;
  const { fates } = people.fatesOfSpecial.get(service) ?? people.fates;
  for (let blocker = 0; blocker < strategies; blocker++) {
    const from = (network * strategies + blocker) * strategies;
    let sum = 0;
    for (let taker = 0; taker < strategies; taker++) sum += fates[from + taker]!;
    stays[blocker] = sum;
  }
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
