// The moving target as plain objects: slots with an address each, and when it hops.
import type { Random, Streams } from '../../src/model/rng.ts';
import type { PlugInEntry } from '../../src/model/run/scenarioSchema.ts';
import { type Block, blockOf, holds, widest } from './blocks.ts';
import { freshAddress } from './naiveFreshAddress.ts';
import type { NaiveScope } from './naiveScope.ts';
import {
  find,
  type NaivePlacement,
  type NaivePool,
  type NaiveService,
  type NaiveWorld,
} from './naiveWorld.ts';

export interface Slot {
  address: number;
  hopAt: number;
  /** The list that drove it from its last address. */
  drivenBy: number | undefined;
  /** Put out by its provider without another place: nobody reaches it. */
  isCutOff: boolean;
  readonly informed: number[];
  readonly random: Random;
}

export interface Fleet {
  readonly placement: NaivePlacement;
  readonly slots: readonly Slot[];
}

export interface NaiveMover {
  readonly service: NaiveService;
  readonly fleets: readonly Fleet[];
  /** When it moves: the first tick, and the first one after the last. */
  readonly from: number;
  readonly to: number;
  readonly ownRanges: readonly Block[];
  readonly pools: readonly { readonly pool: NaivePool; readonly weight: number }[];
  /** Addresses that may still be rented. */
  budget: number;
  /** From which tick on which addresses are closed to it. */
  readonly evictions: readonly { readonly at: number; readonly blocks: readonly Block[] }[];
  readonly hopDelayTicks: number;
  /** In how many ticks all clients hear of a fresh address by the built-in way: the hop's and later ones. */
  readonly newsTicks: number;
}

interface HopParameters {
  readonly service: string;
  readonly profile?: string;
  readonly ownRanges?: readonly string[];
  readonly pools: readonly { readonly pool: string; readonly weight: number }[];
  readonly budget?: number;
  readonly evictions?: readonly { readonly provider: string; readonly afterHours: number }[];
  readonly hopDelayHours: number;
  readonly newsDelayHours: number;
}

export function beginMover(
  entry: PlugInEntry,
  { from, to }: NaiveScope,
  world: NaiveWorld,
  streams: Streams,
  tickHours: number,
): NaiveMover {
  const chosen = entry.parameters as unknown as HopParameters;
  const service = find(world.services, chosen.service);
  return {
    ...{ service, from, to, fleets: fleetsOf(chosen, service, world, streams) },
    ownRanges: widest((chosen.ownRanges ?? []).map(blockOf)),
    pools: chosen.pools.map(({ pool, weight }) => ({ pool: find(world.pools, pool), weight })),
    budget: chosen.budget || Infinity,
    evictions: (chosen.evictions ?? []).map(({ provider, afterHours }) => ({
      at: from + Math.round(afterHours / tickHours),
      blocks: world.pools.filter((pool) => pool.provider === provider).flatMap((one) => one.blocks),
    })),
    hopDelayTicks: Math.round(chosen.hopDelayHours / tickHours),
    newsTicks: 1 + Math.round(chosen.newsDelayHours / (tickHours / 2)),
  };
}

function fleetsOf(
  chosen: HopParameters,
  service: NaiveService,
  world: NaiveWorld,
  streams: Streams,
): Fleet[] {
  return service.placements.flatMap((placement, index) => {
    if (chosen.profile !== undefined && placement.profile.id !== chosen.profile) return [];
    const slots = placement.addresses.map((address, slot) => ({
      address,
      hopAt: Infinity,
      drivenBy: undefined,
      isCutOff: false,
      informed: world.networks.map(() => 1),
      random: streams('hop', chosen.service, String(index), String(slot)),
    }));
    return [{ placement, slots }];
  });
}

/**
 * @param lists the widest listed blocks of each list, in stack order
 * @param movers everybody who hops: no fresh address is one that they use
 * @returns the fresh addresses, in order
 */
export function hop(
  mover: NaiveMover,
  tick: number,
  lists: readonly (readonly Block[])[],
  movers: readonly NaiveMover[],
): number[] {
  if (tick < mover.from || mover.to <= tick) return [];
  const closed = mover.evictions.flatMap(({ at, blocks }) => (at <= tick ? blocks : []));
  const moved: number[] = [];
  const inUse = lists.findIndex((blocks) => blocks.length > 0);
  for (const slot of mover.fleets.flatMap(({ slots }) => slots)) {
    const driver = lists.findIndex((blocks) => blocks.some((block) => holds(block, slot.address)));
    const isPutOut = closed.some((block) => holds(block, slot.address));
    if (isPutOut) slot.hopAt = Math.min(slot.hopAt, tick);
    else if (driver < 0) slot.hopAt = Infinity;
    else if (slot.hopAt === Infinity) slot.hopAt = tick + mover.hopDelayTicks;
    if (slot.hopAt > tick) continue;
    const fresh = freshAddress(mover, lists.flat(), closed, addressesOf(movers), slot.random);
    if (fresh === undefined && (slot.isCutOff || !isPutOut)) continue;
    // Who is only put out by a provider was driven there by whoever drove it before, or by the first list with an entry.
    if (driver >= 0) slot.drivenBy = driver;
    else if (inUse >= 0) slot.drivenBy ??= inUse;
    slot.isCutOff = fresh === undefined;
    if (fresh === undefined) {
      slot.informed.fill(0);
      continue;
    }
    slot.address = fresh;
    slot.hopAt = Infinity;
    slot.informed.fill(0);
    moved.push(fresh);
  }
  return moved;
}

function addressesOf(movers: readonly NaiveMover[]): number[] {
  return movers.flatMap(({ fleets }) =>
    fleets.flatMap(({ slots }) => slots.map((slot) => slot.address)),
  );
}
