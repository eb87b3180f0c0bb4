// The seeded half of a world: which addresses the services sit on, how late each network applies a list.
import { sortPairs } from '../net/pairSort.ts';
import type { PrefixSet } from '../net/prefixSet.ts';
import { addressAt, contains, countAddresses } from '../net/setQueries.ts';
import { type Random, randomBelow, randomTriangular, type Streams } from '../rng.ts';
import type { World } from './world.ts';

export interface PlacedWorld {
  /** Every fixed address in numeric order, and the placement that it serves. */
  readonly address: Uint32Array;
  readonly placementOfAddress: Uint32Array;
  /** The same addresses by placement: those of p stand from firstSlotOfPlacement[p] to before [p + 1]. */
  readonly addressOfSlot: Uint32Array;
  readonly firstSlotOfPlacement: Uint32Array;
  readonly lagHoursOfNetwork: Float64Array;
}

/** The fixed addresses of a placement in numeric order; none for the spread part of a long tail. */
export function addressesOfPlacement(placed: PlacedWorld, placement: number): Uint32Array {
  const { addressOfSlot, firstSlotOfPlacement } = placed;
  return addressOfSlot.subarray(
    firstSlotOfPlacement[placement],
    firstSlotOfPlacement[placement + 1],
  );
}

/** Draws what is not documented: each service and each network from a stream of its own. */
export function placeServices(world: World, streams: Streams): PlacedWorld {
  const { placements, services, networks } = world;
  const inOrder: number[] = [];
  const placementInOrder: number[] = [];
  const firstSlotOfPlacement = new Uint32Array(placements.count + 1);
  for (let service = 0; service < services.ids.length; service++) {
    const random = streams('placement', services.ids[service] as string);
    const end = services.firstPlacementOfService[service + 1] as number;
    for (let p = services.firstPlacementOfService[service] as number; p < end; p++) {
      for (const address of drawAddresses(world, p, random)) {
        inOrder.push(address);
        placementInOrder.push(p);
      }
      firstSlotOfPlacement[p + 1] = inOrder.length;
    }
  }
  const address = new Uint32Array(inOrder);
  const placementOfAddress = new Uint32Array(placementInOrder);
  // Stable: of placements that share an address, the first stays first.
  sortPairs(address, placementOfAddress, address.length);
  return {
    addressOfSlot: new Uint32Array(inOrder),
    firstSlotOfPlacement,
    address,
    placementOfAddress,
    lagHoursOfNetwork: Float64Array.from(networks.ids, (id, network) =>
      randomTriangular(streams('lag', id), networks.lagHoursOfNetwork[network] as never),
    ),
  };
}

/** The documented addresses of a placement and different ones drawn evenly from its set, in numeric order. */
function drawAddresses(world: World, placement: number, random: Random): number[] {
  if (world.placements.isSpreadOfPlacement[placement]) return [];
  const set = world.placements.drawnFromOfPlacement[placement] as PrefixSet;
  const size = countAddresses(set);
  const wanted = world.placements.addressesOfPlacement[placement] as number;
  const chosen = new Set(world.placements.knownOfPlacement[placement]);
  const alreadyIn = [...chosen].filter((address) => contains(set, address)).length;
  const drawable = Math.min(wanted - chosen.size, size - alreadyIn);
  for (let drawn = 0; drawn < drawable; ) {
    const before = chosen.size;
    chosen.add(addressAt(set, randomBelow(random, size)));
    if (chosen.size > before) drawn++;
  }
  return [...chosen].sort((a, b) => a - b);
}
