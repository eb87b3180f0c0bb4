// A business that may move: how long it has been hit, what it is like, when it goes.
import { type Random, randomTriangular } from '../../rng.ts';
import type { CountermeasureSetting, LastTick } from '../countermeasure.ts';
import type { MigrationParameters } from './parameters.ts';

export interface Business {
  readonly service: number;
  readonly placements: readonly number[];
  /** How many addresses they have together. */
  readonly addresses: number;
  /** Ticks without a break after each of which it found itself hit. */
  hitTicks: number;
  /** Drawn when it is first hit. */
  temper: Temper | undefined;
  /** The tick in which it moves; infinite while nothing is decided. */
  moveAt: number;
}

interface Temper {
  readonly random: Random;
  /** Infinite for one that would never move. */
  readonly patienceTicks: number;
}

/** Named services that are not the target, all or those chosen. */
export function businessesOf(
  { services: chosen }: MigrationParameters,
  { world, isTargetOfService, addressesOfPlacement }: CountermeasureSetting,
): Business[] {
  const { ids, firstTail, firstPlacementOfService } = world.services;
  const businesses: Business[] = [];
  for (let service = 0; service < firstTail; service++) {
    if (isTargetOfService[service]) continue;
    if (chosen && !chosen.includes(ids[service]!)) continue;
    const placements: number[] = [];
    let addresses = 0;
    const end = firstPlacementOfService[service + 1]!;
    for (let p = firstPlacementOfService[service]!; p < end; p++) {
      placements.push(p);
      addresses += addressesOfPlacement(p).length;
    }
    const undecided = { hitTicks: 0, temper: undefined, moveAt: Number.POSITIVE_INFINITY };
    businesses.push({ service, placements, addresses, ...undecided });
  }
  return businesses;
}

/** How businesses come to a decision. */
export interface Resolve {
  readonly hitShare: number;
  readonly moveTicks: number;
  temperOf(service: number): Temper;
}

export function createResolve(
  chosen: MigrationParameters,
  { streams, tickHours, world }: CountermeasureSetting,
): Resolve {
  const low = chosen.patienceLowHours;
  const [mode, high] = [chosen.patienceHours, chosen.patienceHighHours];
  return {
    hitShare: chosen.hitShare,
    moveTicks: Math.round(chosen.moveHours / tickHours),
    temperOf(service) {
      const random = streams('migration', world.services.ids[service]!);
      const wouldMove = random() < chosen.movers;
      const patienceHours = randomTriangular(random, { low, mode, high });
      // The bound takes off a rounding error, so that 0.9 h are three ticks of 0.3 h.
      const ticks = Math.ceil(patienceHours / tickHours - 1e-9);
      return { random, patienceTicks: wouldMove ? ticks : Number.POSITIVE_INFINITY };
    },
  };
}

/** Looks at what the last tick took; a business that is hit again and again decides to move. */
export function consider(
  business: Business,
  tick: number,
  last: LastTick,
  { hitShare, moveTicks, temperOf }: Resolve,
): void {
  if (last.lostToAddressRules(business.service) < hitShare) {
    business.hitTicks = 0;
    return;
  }
  business.temper ??= temperOf(business.service);
  business.hitTicks++;
  if (business.hitTicks >= business.temper.patienceTicks) business.moveAt = tick + moveTicks;
}
