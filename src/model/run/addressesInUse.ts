// Which addresses a service uses at a moment: its fixed ones, and for one that hops those of the hour.
import type { Run } from './run.ts';

/** Addresses of a service during a tick, in numeric order; a long tail's are those of its head sites. */
export function addressesInUse(run: Run, service: number, tick: number): number[] {
  const { placements, services } = run.plan.world;
  const { addressOfSlot, firstSlotOfPlacement } = run.placed;
  const first = firstSlotOfPlacement[services.firstPlacementOfService[service]!];
  const end = firstSlotOfPlacement[services.firstPlacementOfService[service + 1]!];
  const inUse = Array.from(addressOfSlot.subarray(first, end));
  for (const hop of run.hops) {
    if (hop.tick > tick) break;
    if (placements.serviceOfPlacement[hop.placement] !== service) continue;
    const left = inUse.indexOf(hop.from);
    if (left >= 0) inUse[left] = hop.to;
  }
  return inUse.sort((a, b) => a - b);
}
