// What a list takes of a session that goes to one of its addresses: all of it, where it drops.
import { lostShareOfAction } from '../strategies/actionLoss.ts';
import { needOf } from './boxTables.ts';
import type { Run } from './run.ts';

/**
 * Share of a session of a service, 0 … 1, on the mean of its placements and of their protocols as the world
 * has them; 0 for what is no list. Says nothing of how many sessions go there.
 */
export function takenAtListed({ plan, stack }: Run, strategy: number, service: number): number {
  const { run } = stack[strategy]!;
  if (run.kind !== 'list') return 0;
  const { action } = run;
  if (action === undefined || action.kind === 'drop') return 1;
  const { placements, profiles, services } = plan.world;
  const end = services.firstPlacementOfService[service + 1]!;
  let taken = 0;
  for (let p = services.firstPlacementOfService[service]!; p < end; p++) {
    const profile = placements.profileOfPlacement[p]!;
    profiles.mixOfProfile[profile]!.forEach((share, protocol) => {
      const lost = lostShareOfAction(action, needOf(plan.world, profile, protocol));
      taken += placements.shareOfPlacement[p]! * share * lost;
    });
  }
  return Math.min(1, taken);
}
