// When an address is given up: some time after it was listed, or at once when the provider says so.
import { contains } from '../../net/setQueries.ts';
import type { Hop, Published } from '../countermeasure.ts';
import { cutOff, type Fleet, firstListing, moveSlot, noticeVersions, randomOf } from './fleet.ts';
import { freshAddress, type Supply } from './supply.ts';

const noHops: readonly Hop[] = [];

/** Notices what is listed and replaces what is due. */
export function hopFleet(
  fleet: Fleet,
  tick: number,
  published: Published,
  supply: Supply,
  hopDelayTicks: number,
): readonly Hop[] {
  const isNews = fleet.noticed < published.versions.length - 1;
  if (!isNews && tick < fleet.nextHopAt) return noHops;
  noticeVersions(fleet, published);
  fleet.nextHopAt = Number.POSITIVE_INFINITY;
  const isUntouched = fleet.firstTurnOfAll === Number.POSITIVE_INFINITY;
  if (isUntouched && supply.evicted.first.length === 0) return noHops;
  const hops: Hop[] = [];
  for (let slot = 0; slot < fleet.slots; slot++) {
    const why = reasonToLeave(fleet, slot, supply);
    planHop(fleet, slot, why, why === 'evicted' ? tick : tick + hopDelayTicks);
    if (why !== undefined && fleet.hopAtOfSlot[slot]! <= tick) {
      const from = fleet.addressOfSlot[slot]!;
      const to = freshAddress(supply, randomOf(fleet, slot), fleet.inUse, published);
      if (to !== undefined) {
        moveSlot(fleet, slot, to, published);
        hops.push({ tick, placement: fleet.placement, slot, from, to, why });
      } else if (why === 'evicted') cutOff(fleet, slot, published);
    }
    fleet.nextHopAt = Math.min(fleet.nextHopAt, fleet.hopAtOfSlot[slot]!);
  }
  return hops;
}

function reasonToLeave(fleet: Fleet, slot: number, { evicted }: Supply): Hop['why'] | undefined {
  if (contains(evicted, fleet.addressOfSlot[slot]!)) return 'evicted';
  return firstListing(fleet, slot, fleet.lists) < fleet.lists ? 'listed' : undefined;
}

/** An address that cannot stay has its hour; one that was taken off the list stays. */
function planHop(
  fleet: Fleet,
  slot: number,
  why: Hop['why'] | undefined,
  atTheEarliest: number,
): void {
  if (why === undefined) fleet.hopAtOfSlot[slot] = Number.POSITIVE_INFINITY;
  else fleet.hopAtOfSlot[slot] = Math.min(fleet.hopAtOfSlot[slot]!, atTheEarliest);
}
