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
  const { services, networks } = world;
  const { seats, firstSlotOfPlacement, placementOfSlot } = seatingOf(world);
  const addressOfSlot = new Uint32Array(placementOfSlot.length);
  for (let service = 0; service < services.ids.length; service++) {
    const random = streams('placement', services.ids[service] as string);
    const end = services.firstPlacementOfService[service + 1] as number;
    for (let p = services.firstPlacementOfService[service] as number; p < end; p++) {
      draw(
        seats[p]!,
        random,
        addressOfSlot,
        firstSlotOfPlacement[p]!,
        firstSlotOfPlacement[p + 1]!,
      );
    }
  }
  const address = addressOfSlot.slice();
  const placementOfAddress = placementOfSlot.slice();
  // Stable: of placements that share an address, the first stays first.
  sortPairs(address, placementOfAddress, address.length);
  return {
    addressOfSlot,
    firstSlotOfPlacement,
    address,
    placementOfAddress,
    lagHoursOfNetwork: Float64Array.from(networks.ids, (id, network) =>
      randomTriangular(streams('lag', id), networks.lagHoursOfNetwork[network] as never),
    ),
  };
}

/** What a placement draws from, and what it need not draw: the same for every seed. */
interface Seat {
  /** Documented addresses, each once. */
  readonly known: readonly number[];
  readonly set: PrefixSet;
  readonly endOfInterval: Float64Array;
  /** Addresses in the set. */
  readonly size: number;
}

interface Seating {
  readonly seats: readonly Seat[];
  readonly firstSlotOfPlacement: Uint32Array;
  readonly placementOfSlot: Uint32Array;
}

/** One world serves many seeds. */
const knownSeatings = new WeakMap<World, Seating>();

function seatingOf(world: World): Seating {
  const found = knownSeatings.get(world);
  if (found) return found;
  const { count, isSpreadOfPlacement, addressesOfPlacement } = world.placements;
  const firstSlotOfPlacement = new Uint32Array(count + 1);
  const seats: Seat[] = [];
  const placementOfSlot: number[] = [];
  for (let p = 0; p < count; p++) {
    const seat = seatOf(world, p);
    seats.push(seat);
    // The spread part of a long tail has no addresses of its own.
    const slots = isSpreadOfPlacement[p] ? 0 : slotsOf(seat, addressesOfPlacement[p]!);
    for (let slot = 0; slot < slots; slot++) placementOfSlot.push(p);
    firstSlotOfPlacement[p + 1] = placementOfSlot.length;
  }
  const made = { seats, firstSlotOfPlacement, placementOfSlot: Uint32Array.from(placementOfSlot) };
  knownSeatings.set(world, made);
  return made;
}

function seatOf({ placements }: World, placement: number): Seat {
  const set = placements.drawnFromOfPlacement[placement]!;
  const endOfInterval = endsOf(set);
  const known = [...new Set(placements.knownOfPlacement[placement])];
  return { known, set, endOfInterval, size: endOfInterval.at(-1) ?? 0 };
}

/** All that are known, which may be more than a file asks for, and as many others as there are. */
function slotsOf({ known, set, size }: Seat, wanted: number): number {
  const alreadyIn = known.filter((address) => contains(set, address)).length;
  return known.length + Math.max(0, Math.min(wanted - known.length, size - alreadyIn));
}

/** The documented addresses and different ones drawn evenly from the set, in numeric order, into from … end − 1. */
function draw(seat: Seat, random: Random, into: Uint32Array, from: number, end: number): void {
  const { known, set, endOfInterval, size } = seat;
  let slot = from;
  for (const address of known) if (slot < end) into[slot++] = address;
  for (; slot < end; slot++) {
    into[slot] = addressOfRank(set, endOfInterval, randomBelow(random, size));
  }
  if (end - from < 2) return;
  const drawn = into.subarray(from, end);
  sortShort(drawn);
  if (isRising(drawn)) return;
  // An address came twice: each draw goes on until it brings another.
  const chosen = new Set(drawn);
  while (chosen.size < drawn.length) {
    chosen.add(addressOfRank(set, endOfInterval, randomBelow(random, size)));
  }
  drawn.set([...chosen]);
  drawn.sort();
}

/** Up to so many addresses are sorted faster by moving each to its place than by the engine’s own sort. */
const SHORT = 24;

function sortShort(addresses: Uint32Array): void {
  if (addresses.length > SHORT) {
    addresses.sort();
    return;
  }
  for (let i = 1; i < addresses.length; i++) {
    const address = addresses[i]!;
    let j = i;
    for (; j > 0 && addresses[j - 1]! > address; j--) addresses[j] = addresses[j - 1]!;
    addresses[j] = address;
  }
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
