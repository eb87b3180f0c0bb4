// The seeded half of a world: which addresses the services sit on, how late each network applies a list.
import { sortPairs } from '../net/pairSort.ts';
import type { PrefixSet } from '../net/prefixSet.ts';
import { contains } from '../net/setQueries.ts';
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
  // As many as are wanted everywhere, or more: documented addresses may be more than a file asks for.
  let most = 0;
  for (let p = 0; p < placements.count; p++) {
    most += placements.addressesOfPlacement[p]! + placements.knownOfPlacement[p]!.length;
  }
  const inOrder = new Uint32Array(most);
  const placementInOrder = new Uint32Array(most);
  let slots = 0;
  const firstSlotOfPlacement = new Uint32Array(placements.count + 1);
  for (let service = 0; service < services.ids.length; service++) {
    const random = streams('placement', services.ids[service] as string);
    const end = services.firstPlacementOfService[service + 1] as number;
    for (let p = services.firstPlacementOfService[service] as number; p < end; p++) {
      const drawn = drawAddresses(world, p, random);
      inOrder.set(drawn, slots);
      placementInOrder.fill(p, slots, slots + drawn.length);
      slots += drawn.length;
      firstSlotOfPlacement[p + 1] = slots;
    }
  }
  const address = inOrder.slice(0, slots);
  const placementOfAddress = placementInOrder.slice(0, slots);
  // Stable: of placements that share an address, the first stays first.
  sortPairs(address, placementOfAddress, address.length);
  return {
    addressOfSlot: inOrder.slice(0, slots),
    firstSlotOfPlacement,
    address,
    placementOfAddress,
    lagHoursOfNetwork: Float64Array.from(networks.ids, (id, network) =>
      randomTriangular(streams('lag', id), networks.lagHoursOfNetwork[network] as never),
    ),
  };
}

/** The documented addresses of a placement and different ones drawn evenly from its set, in numeric order. */
function drawAddresses(world: World, placement: number, random: Random): Uint32Array {
  const { isSpreadOfPlacement, drawnFromOfPlacement, addressesOfPlacement, knownOfPlacement } =
    world.placements;
  if (isSpreadOfPlacement[placement]) return new Uint32Array(0);
  const set = drawnFromOfPlacement[placement]!;
  const endOfInterval = endsOf(set);
  const size = endOfInterval.at(-1) ?? 0;
  const wanted = addressesOfPlacement[placement]!;
  const known = [...new Set(knownOfPlacement[placement])];
  const alreadyIn = known.filter((address) => contains(set, address)).length;
  const drawable = Math.max(0, Math.min(wanted - known.length, size - alreadyIn));
  const drawn = new Uint32Array(known.length + drawable);
  drawn.set(known);
  for (let i = known.length; i < drawn.length; i++) {
    drawn[i] = addressOfRank(set, endOfInterval, randomBelow(random, size));
  }
  // Most placements of a long tail have one address.
  if (drawn.length < 2) return drawn;
  const sorted = drawn.slice().sort();
  if (isRising(sorted)) return sorted;
  // An address came twice: each draw goes on until it brings another.
  const chosen = new Set(drawn);
  while (chosen.size < drawn.length) {
    chosen.add(addressOfRank(set, endOfInterval, randomBelow(random, size)));
  }
  return Uint32Array.from(chosen).sort();
}

function isRising(sorted: Uint32Array): boolean {
  for (let i = 1; i < sorted.length; i++) if (sorted[i] === sorted[i - 1]) return false;
  return true;
}

/** How many addresses each set holds up to the end of each interval: one world serves many seeds. */
const knownEnds = new WeakMap<PrefixSet, Float64Array>();

function endsOf(set: PrefixSet): Float64Array {
  const known = knownEnds.get(set);
  if (known) return known;
  let size = 0;
  const ends = Float64Array.from(set.first, (first, i) => {
    size += set.last[i]! - first + 1;
    return size;
  });
  knownEnds.set(set, ends);
  return ends;
}

/** The address of the given rank, 0 … size − 1. */
function addressOfRank(set: PrefixSet, endOfInterval: Float64Array, rank: number): number {
  let low = 0;
  let high = endOfInterval.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (endOfInterval[middle]! <= rank) low = middle + 1;
    else high = middle;
  }
  return set.last[low]! + 1 - (endOfInterval[low]! - rank);
}
