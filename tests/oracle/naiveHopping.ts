// The moving target as plain objects: slots with an address, and who has heard of it.
import type { Channel, LastTick } from '../../src/model/countermeasures/countermeasure.ts';
import type { Random, Streams } from '../../src/model/rng.ts';
import type { PlugInEntry } from '../../src/model/run/scenarioSchema.ts';
import {
  addressOfRank,
  type Block,
  blockOf,
  countBlocks,
  holds,
  widest,
  without,
} from './blocks.ts';
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
  for (const slot of mover.fleets.flatMap(({ slots }) => slots)) {
    const driver = lists.findIndex((blocks) => blocks.some((block) => holds(block, slot.address)));
    if (closed.some((block) => holds(block, slot.address))) slot.hopAt = Math.min(slot.hopAt, tick);
    else if (driver < 0) slot.hopAt = Infinity;
    else if (slot.hopAt === Infinity) slot.hopAt = tick + mover.hopDelayTicks;
    if (slot.hopAt > tick) continue;
    const fresh = freshAddress(mover, lists.flat(), closed, addressesOf(movers), slot.random);
    if (fresh === undefined) continue;
    slot.address = fresh;
    // Who is only put out by a provider was driven there by whoever drove it before.
    if (driver >= 0) slot.drivenBy = driver;
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

/** Its own ranges; then a pool by weight among those with room; address after address from a drawn one on. */
function freshAddress(
  mover: NaiveMover,
  listed: readonly Block[],
  closed: readonly Block[],
  taken: readonly number[],
  random: Random,
) {
  const poolDraw = random();
  const addressDraw = random();
  const drawIn = (blocks: readonly Block[]) =>
    firstFree(blocks, Math.floor(addressDraw * countBlocks(blocks)), listed, taken);
  const own = drawIn(without(mover.ownRanges, closed));
  if (own !== undefined || mover.budget === 0) return own;
  const open = mover.pools.filter(
    ({ pool }) =>
      without(pool.blocks, closed).length > 0 &&
      firstFree(pool.blocks, 0, listed, taken) !== undefined,
  );
  const weight = open.reduce((sum, one) => sum + one.weight, 0);
  let passed = 0;
  const drawn = open.find((one) => {
    passed += one.weight;
    return poolDraw * weight < passed;
  });
  const pool = (drawn ?? open.at(-1))?.pool;
  if (!pool) return undefined;
  mover.budget--;
  return drawIn(pool.blocks);
}

function firstFree(
  blocks: readonly Block[],
  from: number,
  listed: readonly Block[],
  taken: readonly number[],
): number | undefined {
  const size = countBlocks(blocks);
  for (let i = 0; i < size; ) {
    const address = addressOfRank(blocks, (from + i) % size);
    const over = listed.find((block) => holds(block, address));
    if (!over && !taken.includes(address)) return address;
    if (!over) {
      i++;
      continue;
    }
    // Address after address, but those behind the same listed block in the same pool block at once.
    const end = blocks.find((block) => holds(block, address)) as Block;
    i += Math.min(over.last, end.last) - address + 1;
  }
  return undefined;
}

/** @param last what the last tick lost */
export function spreadNews(
  mover: NaiveMover,
  service: number,
  tick: number,
  channels: readonly Channel[],
  last: LastTick,
): void {
  const own = channels.filter(
    (one) => one.service === service && one.fromTick <= tick && tick < one.untilTick,
  );
  const reached = own.reduce((sum, { share }) => sum + share, 0);
  for (const { informed } of mover.fleets.flatMap(({ slots }) => slots)) {
    informed.forEach((known, network) => {
      const heard = own.map(({ carrier, share, step }) =>
        carrier === undefined
          ? share * step
          : share * step * (1 - last.lostShare(carrier, network)),
      );
      const builtIn = Math.max(0, 1 - reached) / mover.newsTicks;
      // The last 1e-12 of the clients counts as told: it is what adding up equal shares leaves.
      const told = known + heard.reduce((sum, one) => sum + one, builtIn);
      informed[network] = told < 1 - 1e-12 ? told : 1;
    });
  }
}

/**
 * Share of the clients that find no working address, by the lists `counted` only. Each slot is dead
 * for some; the mean over all choices of r slots is a coefficient of Π (1 + dead · x), over C(n, r).
 */
export function failShareOfFleet(
  { slots, placement }: Fleet,
  network: number,
  completeness: number,
  counted: ReadonlySet<number>,
  listed: readonly Block[],
): number {
  const unheard = slots.map(({ drivenBy, informed }) =>
    drivenBy !== undefined && counted.has(drivenBy) ? 1 - (informed[network] as number) : 0,
  );
  const deadWhereEnforced = slots.map(({ address, informed }, slot) =>
    listed.some((block) => holds(block, address))
      ? (unheard[slot] as number) + (informed[network] as number)
      : (unheard[slot] as number),
  );
  const r = Math.min(placement.profile.tries, slots.length);
  return (
    completeness * meanOverChoices(deadWhereEnforced, r) +
    (1 - completeness) * meanOverChoices(unheard, r)
  );
}

function meanOverChoices(dead: readonly number[], r: number): number {
  // All chances 1 count the choices themselves: (1 + x)^n has the binomial coefficients.
  const choices = expand(dead.map(() => 1));
  return (expand(dead)[r] as number) / (choices[r] as number);
}

/** Coefficients of Π (1 + chance · x), from the constant one on. */
function expand(chances: readonly number[]): number[] {
  let product = [1];
  for (const chance of chances) {
    const shifted = [0, ...product];
    product = shifted.map((value, power) => (product[power] ?? 0) + chance * value);
  }
  return product;
}
