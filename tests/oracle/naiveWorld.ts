// The world of a seed as plain objects, read straight from the file: the oracle's own reading.
import { parseAddress } from '../../src/model/net/address.ts';
import { type Random, randomBelow, randomTriangular, type Streams } from '../../src/model/rng.ts';
import type { WorldFile } from '../../src/model/world/worldSchema.ts';
import {
  addressOfRank,
  type Block,
  blockOf,
  common,
  countBlocks,
  holds,
  widest,
} from './blocks.ts';

export interface NaivePool {
  readonly id: string;
  readonly provider: string;
  readonly blocks: readonly Block[];
  readonly addresses: number;
  /** Of its long tail; 0 where it has none. */
  readonly sites: number;
}

export interface NaivePlacement {
  readonly number: number;
  readonly pool: NaivePool;
  readonly share: number;
  readonly profile: WorldFile['profiles'][number];
  /** Its sites lie evenly over the whole pool. */
  readonly isSpread: boolean;
  /** In rising order. A target that hops replaces them. */
  readonly addresses: readonly number[];
}

export interface NaiveService {
  readonly id: string;
  readonly isTarget: boolean;
  readonly sessionsPerDay: number;
  /** One for each user of a long tail: its sessions are all that is known of them. */
  readonly sessionsPerUserDay: number;
  readonly domains: readonly { readonly name: string; readonly share: number }[];
  readonly needs: readonly { readonly service: string; readonly criticality: number }[];
  readonly placements: readonly NaivePlacement[];
}

export interface NaiveNetwork {
  readonly id: string;
  readonly access: 'mobile' | 'fixed';
  readonly share: number;
  readonly completeness: number;
  readonly lagHours: number;
  /** How many entries of a list the equipment takes. */
  readonly tableEntries: number;
  /** The share of the flows that could pass a box at all. */
  readonly boxes: number;
}

export interface NaiveWorld {
  readonly pools: readonly NaivePool[];
  readonly services: readonly NaiveService[];
  readonly networks: readonly NaiveNetwork[];
}

export function readWorld(file: WorldFile, streams: Streams): NaiveWorld {
  const profileOf = (id: string) => find(file.profiles, id);
  let placed = 0;
  const pools = file.providers.flatMap((provider) =>
    provider.pools.map(({ id, prefixes, tail }) => {
      const blocks = widest(prefixes.map(blockOf));
      const sites = tail?.sites.value ?? 0;
      return { id, provider: provider.id, blocks, addresses: countBlocks(blocks), sites, tail };
    }),
  );
  const named = file.services.map((service) => {
    const random = streams('placement', service.id);
    // A file rounds its shares; divided by their sum they add up.
    const sum = service.placements.reduce((all, { share }) => all + share, 0);
    const placements = service.placements.map((placement) => {
      const pool = find(pools, placement.pool);
      const space = placement.within
        ? common(pool.blocks, widest(placement.within.map(blockOf)))
        : pool.blocks;
      const known = (placement.known ?? []).map((text) => parseAddress(text) as number);
      return {
        number: placed++,
        pool,
        share: placement.share / sum,
        profile: profileOf(placement.profile ?? service.profile),
        isSpread: false,
        addresses: place(known, placement.addresses, space, random),
      };
    });
    return {
      id: service.id,
      isTarget: service.role === 'target',
      sessionsPerDay: service.users.value * service.sessionsPerUserDay.value,
      // Where nobody is, nobody meets a pair that somebody's flow has blocked.
      sessionsPerUserDay: service.sessionsPerUserDay.value,
      domains: service.domains ?? [],
      needs: (service.dependsOn ?? []).map((need) => ({
        service: need.service,
        criticality: need.criticality.value,
      })),
      placements,
    };
  });
  const tails = pools.flatMap((pool) => {
    if (!pool.tail) return [];
    const random = streams('placement', `${pool.id}-tail`);
    const profile = profileOf(pool.tail.profile);
    const placements = shareOut(pool.tail.sites.value).map(({ share, isSpread }) => ({
      number: placed++,
      pool,
      share,
      profile,
      isSpread,
      addresses: isSpread ? [] : place([], 1, pool.blocks, random),
    }));
    return [
      {
        id: `${pool.id}-tail`,
        isTarget: false,
        sessionsPerDay: pool.tail.sessionsPerDay.value,
        sessionsPerUserDay: 1,
        domains: pool.tail.domains ?? [],
        needs: [],
        placements,
      },
    ];
  });
  const everybody = file.networks.reduce((all, { share }) => all + share.value, 0);
  const networks = file.networks.map((network) => ({
    id: network.id,
    access: network.access,
    share: network.share.value / everybody,
    completeness: network.completeness.value,
    lagHours: randomTriangular(streams('lag', network.id), network.lagHours),
    tableEntries: network.tableEntries?.value ?? Infinity,
    boxes: network.boxes?.value ?? 1,
  }));
  return { pools, services: [...named, ...tails], networks };
}

export function find<T extends { readonly id: string }>(things: readonly T[], id: string): T {
  const found = things.find((thing) => thing.id === id);
  if (!found) throw new Error(`there is no ${id}`);
  return found;
}

/** Documented addresses, then different ones drawn evenly until there are enough or no more. */
function place(
  known: readonly number[],
  wanted: number,
  space: readonly Block[],
  random: Random,
): number[] {
  const chosen = new Set(known);
  const size = countBlocks(space);
  const left = () =>
    size - [...chosen].filter((address) => space.some((block) => holds(block, address))).length;
  while (chosen.size < wanted && left() > 0) {
    chosen.add(addressOfRank(space, randomBelow(random, size)));
  }
  return [...chosen].sort((a, b) => a - b);
}

/** Zipf's law by adding up: the eight most visited sites one by one, the others together. */
function shareOut(sites: number): { share: number; isSpread: boolean }[] {
  let total = 0;
  let behind = 0;
  for (let rank = sites; rank >= 1; rank--) {
    if (rank === 8) behind = total;
    total += 1 / rank;
  }
  const heads = Array.from({ length: Math.min(8, sites) }, (_, rank) => ({
    share: 1 / (rank + 1) / total,
    isSpread: false,
  }));
  return sites > 8 ? [...heads, { share: behind / total, isSpread: true }] : heads;
}
