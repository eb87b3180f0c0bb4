// The target moves: a listed address is given up for a fresh one, and the clients must learn of it.
import * as z from 'zod/mini';
import { nextFreeAddress } from '../net/freeAddress.ts';
import type { PrefixSet } from '../net/prefixSet.ts';
import { addressAt, contains } from '../net/setQueries.ts';
import { fileParameter, numberParameter } from '../parameter.ts';
import type { Random } from '../rng.ts';
import { allUncertainTriesFail } from '../world/hypergeometric.ts';
import {
  defineCountermeasure,
  type Hop,
  type Mover,
  type MoverSetting,
  type Published,
} from './countermeasure.ts';

const parameters = z.strictObject({
  service: fileParameter(z.string(), {
    kind: 'text',
    label: 'Service',
    help: 'Id of the service that moves.',
  }),
  profile: z.optional(
    fileParameter(z.string(), {
      kind: 'text',
      label: 'Profile',
      help: 'Only the placements of the service with this profile move; without it, all do.',
    }),
  ),
  pools: fileParameter(
    z.array(z.strictObject({ pool: z.string(), weight: z.number().check(z.gt(0), z.lte(1e6)) })),
    {
      kind: 'list',
      label: 'Pools',
      help: 'Where fresh addresses are rented, by weight among those that still have unlisted space.',
    },
  ),
  hopDelayHours: numberParameter({
    label: 'Hop delay',
    help: 'Hours from the listing of an address until the target has replaced it.',
    unit: 'h',
    min: 0,
    max: 72,
    step: 0.5,
    default: 1,
  }),
  newsDelayHours: numberParameter({
    label: 'News delay',
    help: 'Mean hours until a client learns of a fresh address; the news spreads evenly over twice that time.',
    unit: 'h',
    min: 0,
    max: 72,
    step: 0.5,
    default: 3,
  }),
  channels: z._default(
    fileParameter(
      z.array(z.strictObject({ service: z.string(), share: z.number().check(z.gt(0), z.lte(1)) })),
      {
        kind: 'list',
        label: 'Update channels',
        help: 'Services that carry the news, with the share of the clients that each reaches; what is lost of them slows the news. The rest of the clients always hear.',
      },
    ),
    [],
  ),
});

type Chosen = z.infer<typeof parameters>;

/** The fleet of addresses of one placement. A slot is one address that the target keeps in use. */
interface Fleet {
  readonly placement: number;
  readonly tries: number;
  readonly addressOfSlot: Uint32Array;
  /** Tick at which a listed address is replaced; infinite while nothing is wrong. */
  readonly hopAtOfSlot: Float64Array;
  /** Stack level whose list drove the slot from its last address; `levels` when none did. */
  readonly drivenByOfSlot: Uint32Array;
  /** Share of the clients of each network that know the slot's address, at slot · networks + network. */
  readonly informed: Float64Array;
  readonly randomOfSlot: readonly Random[];
  newsComplete: boolean;
}

export const addressHopping = defineCountermeasure({
  technique: 'addressHopping',
  title: 'Address hopping',
  explanation:
    'The target gives up a listed address for a fresh one in a cloud and tells its clients.',
  parameters,
  begin: (chosen, setting) => createMover(chosen, setting),
});

function createMover(chosen: Chosen, setting: MoverSetting): Mover {
  const fleets = placementsOf(chosen, setting).map((placement) =>
    createFleet(placement, chosen, setting),
  );
  const pools = chosen.pools.map(({ pool: id, weight }) => {
    const pool = setting.numberOfPool(id);
    const { setOfPool, addressesOfPool } = setting.world.pools;
    return { pool, weight, set: setOfPool[pool]!, addresses: addressesOfPool[pool]! };
  });
  const hopDelayTicks = Math.round(chosen.hopDelayHours / setting.tickHours);
  const newsStep =
    chosen.newsDelayHours === 0 ? 1 : setting.tickHours / (2 * chosen.newsDelayHours);
  const channels = chosen.channels.map(({ service, share }) => ({
    service: setting.numberOfService(service),
    share,
  }));
  const always = 1 - channels.reduce((sum, channel) => sum + channel.share, 0);
  return {
    kind: 'mover',
    placements: fleets.map((fleet) => fleet.placement),
    addressesOf: (index) => (fleets[index] as Fleet).addressOfSlot,
    hop(tick, published) {
      return fleets.flatMap((fleet) =>
        hopFleet(fleet, tick, published, pools, hopDelayTicks, setting),
      );
    },
    spreadNews(lostShare) {
      let changed = false;
      for (const fleet of fleets) {
        if (fleet.newsComplete) continue;
        const reach = (network: number) =>
          channels.reduce(
            (sum, channel) => sum + channel.share * (1 - lostShare(channel.service, network)),
            always,
          );
        spreadNews(fleet, setting.networks, newsStep, reach);
        changed = true;
      }
      return changed;
    },
    failShare: (index, level, listed, network, completeness) =>
      failShare(fleets[index] as Fleet, setting, level, listed, network, completeness),
  };
}

function placementsOf(chosen: Chosen, setting: MoverSetting): number[] {
  const { world } = setting;
  const service = setting.numberOfService(chosen.service);
  const profile = chosen.profile === undefined ? -1 : world.profiles.ids.indexOf(chosen.profile);
  const first = world.services.firstPlacementOfService[service] as number;
  const end = world.services.firstPlacementOfService[service + 1] as number;
  const all = Array.from({ length: end - first }, (_, index) => first + index);
  return profile < 0 ? all : all.filter((p) => world.placements.profileOfPlacement[p] === profile);
}

function createFleet(placement: number, chosen: Chosen, setting: MoverSetting): Fleet {
  const { placements, profiles, services } = setting.world;
  const service = placements.serviceOfPlacement[placement] as number;
  // Counted within the service, so that services added before it do not shift its draws.
  const number = placement - (services.firstPlacementOfService[service] as number);
  const addresses = setting.addressesOfPlacement(placement);
  const slots = addresses.length;
  return {
    placement,
    tries: profiles.triesOfProfile[placements.profileOfPlacement[placement] as number] as number,
    addressOfSlot: Uint32Array.from(addresses),
    hopAtOfSlot: new Float64Array(slots).fill(Number.POSITIVE_INFINITY),
    drivenByOfSlot: new Uint32Array(slots).fill(setting.levels),
    informed: new Float64Array(slots * setting.networks).fill(1),
    randomOfSlot: Array.from({ length: slots }, (_, slot) =>
      setting.streams('hop', chosen.service, String(number), String(slot)),
    ),
    newsComplete: true,
  };
}

interface RentedPool {
  readonly pool: number;
  readonly weight: number;
  readonly set: PrefixSet;
  readonly addresses: number;
}

/** Notices what is listed and replaces what is due. */
function hopFleet(
  fleet: Fleet,
  tick: number,
  published: Published,
  pools: readonly RentedPool[],
  hopDelayTicks: number,
  setting: MoverSetting,
): Hop[] {
  const hops: Hop[] = [];
  const widest = published.sets[setting.levels - 1];
  if (widest === undefined) return [];
  for (let slot = 0; slot < fleet.addressOfSlot.length; slot++) {
    const address = fleet.addressOfSlot[slot] as number;
    const listed = contains(widest, address);
    if (!listed) fleet.hopAtOfSlot[slot] = Number.POSITIVE_INFINITY;
    else if (fleet.hopAtOfSlot[slot] === Number.POSITIVE_INFINITY)
      fleet.hopAtOfSlot[slot] = tick + hopDelayTicks;
    if ((fleet.hopAtOfSlot[slot] as number) > tick) continue;
    const fresh = freshAddress(pools, published, widest, fleet.randomOfSlot[slot] as Random);
    if (fresh === undefined) continue;
    hops.push({ placement: fleet.placement, slot, from: address, to: fresh });
    fleet.drivenByOfSlot[slot] = published.sets.findIndex((set) => contains(set, address));
    fleet.addressOfSlot[slot] = fresh;
    fleet.hopAtOfSlot[slot] = Number.POSITIVE_INFINITY;
    fleet.informed.fill(0, slot * setting.networks, (slot + 1) * setting.networks);
    fleet.newsComplete = false;
  }
  return hops;
}

/**
 * A pool by weight among those with unlisted space left, then the first unlisted address at or after
 * an evenly drawn one; undefined when everything is listed. Two draws, whatever the list.
 */
function freshAddress(
  pools: readonly RentedPool[],
  published: Published,
  listed: PrefixSet,
  random: Random,
): number | undefined {
  const poolDraw = random();
  const addressDraw = random();
  const open = pools.filter(({ pool, addresses }) => published.listedInPool(pool) < addresses);
  const total = open.reduce((sum, pool) => sum + pool.weight, 0);
  let rest = poolDraw * total;
  const pool =
    open.find(({ weight }) => {
      rest -= weight;
      return rest < 0;
    }) ?? open.at(-1);
  if (!pool) return undefined;
  const rank = Math.floor(addressDraw * pool.addresses);
  return nextFreeAddress(listed, addressAt(pool.set, rank), pool.set);
}

function spreadNews(
  fleet: Fleet,
  networks: number,
  newsStep: number,
  reach: (network: number) => number,
): void {
  let complete = true;
  for (let network = 0; network < networks; network++) {
    const step = newsStep * reach(network);
    for (let at = network; at < fleet.informed.length; at += networks) {
      const known = Math.min(1, (fleet.informed[at] as number) + step);
      fleet.informed[at] = known;
      if (known < 1) complete = false;
    }
  }
  fleet.newsComplete = complete;
}

/**
 * P(a client on `network` finds no address that works), counting the lists of `level` only.
 * A slot is dead for a client that has not heard of the fresh address, and, where the network
 * enforces, for one that has while that address is listed. The rest is drawing without replacement.
 */
function failShare(
  fleet: Fleet,
  setting: MoverSetting,
  level: number,
  listed: PrefixSet,
  network: number,
  completeness: number,
): number {
  const slots = fleet.addressOfSlot.length;
  const { dead, elementary } = setting.scratch(slots);
  const free = dead.subarray(slots, 2 * slots);
  const enforced = dead.subarray(0, slots);
  for (let slot = 0; slot < slots; slot++) {
    const informed = fleet.informed[slot * setting.networks + network] as number;
    const uninformed = setting.counts(level, fleet.drivenByOfSlot[slot] as number)
      ? 1 - informed
      : 0;
    free[slot] = uninformed;
    enforced[slot] =
      uninformed + (contains(listed, fleet.addressOfSlot[slot] as number) ? informed : 0);
  }
  const enforcedFails = allUncertainTriesFail(enforced, fleet.tries, elementary);
  const freeFails = allUncertainTriesFail(free, fleet.tries, elementary);
  return completeness * enforcedFails + (1 - completeness) * freeFails;
}
