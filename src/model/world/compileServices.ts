// Services and long tails of a world file → rows → columns.
import { parseAddress } from '../net/address.ts';
import type { PrefixSet } from '../net/prefixSet.ts';
import { intersection } from '../net/setAlgebra.ts';
import { contains, countAddresses } from '../net/setQueries.ts';
import { addUpToOne } from './addUpToOne.ts';
import { compileNeeds } from './compileNeeds.ts';
import { zipfShares } from './longTail.ts';
import { setOfTexts } from './prefixTexts.ts';
import type {
  PlacementColumns,
  PoolColumns,
  ProfileColumns,
  Roles,
  ServiceColumns,
} from './world.ts';
import type { WorldFile } from './worldSchema.ts';

interface PlacementRow {
  service: number;
  pool: number;
  share: number;
  addresses: number;
  profile: number;
  isSpread: boolean;
  known: readonly number[];
  drawnFrom: PrefixSet;
}

interface ServiceRow {
  id: string;
  name: string;
  category: string;
  isTarget: boolean;
  sites: number;
  users: number;
  sessionsPerUserDay: number;
  sessionsPerDay: number;
  placements: PlacementRow[];
  domains: readonly { readonly name: string; readonly share: number }[];
}

/** Services and long tails with their placements, named ones first. */
export function compileServices(file: WorldFile, pools: PoolColumns, profiles: ProfileColumns) {
  const poolOfId = new Map(pools.ids.map((id, pool) => [id, pool]));
  const profileOfId = new Map(profiles.ids.map((id, profile) => [id, profile]));
  const named = namedServices(file, pools, poolOfId, profileOfId);
  const tails = longTails(file, pools, poolOfId, profileOfId, named.length);
  const rows = [...named, ...tails];
  const services: ServiceColumns = {
    ids: rows.map((row) => row.id),
    names: rows.map((row) => row.name),
    categories: rows.map((row) => row.category),
    firstTail: named.length,
    sitesOfService: Float64Array.from(rows, (row) => row.sites),
    usersOfService: Float64Array.from(rows, (row) => row.users),
    sessionsPerUserDayOfService: Float64Array.from(rows, (row) => row.sessionsPerUserDay),
    sessionsPerDayOfService: Float64Array.from(rows, (row) => row.sessionsPerDay),
    firstPlacementOfService: runningStarts(rows.map((row) => row.placements.length)),
    domainsOfService: rows.map((row) => row.domains),
    ...compileNeeds(file, rows.length),
  };
  const roles: Roles = {
    isTargetOfService: Uint8Array.from(rows, (row) => (row.isTarget ? 1 : 0)),
  };
  return { services, placements: placementColumns(rows.flatMap((row) => row.placements)), roles };
}

function runningStarts(counts: readonly number[]): Uint32Array {
  const starts = new Uint32Array(counts.length + 1);
  counts.forEach((count, index) => {
    starts[index + 1] = (starts[index] as number) + count;
  });
  return starts;
}

function placementColumns(rows: readonly PlacementRow[]): PlacementColumns {
  return {
    count: rows.length,
    serviceOfPlacement: Uint32Array.from(rows, (row) => row.service),
    poolOfPlacement: Uint32Array.from(rows, (row) => row.pool),
    shareOfPlacement: Float64Array.from(rows, (row) => row.share),
    addressesOfPlacement: Uint32Array.from(rows, (row) => row.addresses),
    profileOfPlacement: Uint32Array.from(rows, (row) => row.profile),
    isSpreadOfPlacement: Uint8Array.from(rows, (row) => (row.isSpread ? 1 : 0)),
    knownOfPlacement: rows.map((row) => row.known),
    drawnFromOfPlacement: rows.map((row) => row.drawnFrom),
  };
}

type NumberOfId = ReadonlyMap<string, number>;

function numberOf(ids: NumberOfId, id: string): number {
  const found = ids.get(id);
  if (found === undefined) throw new Error(`there is no "${id}"`);
  return found;
}

function namedServices(
  file: WorldFile,
  pools: PoolColumns,
  poolOfId: NumberOfId,
  profileOfId: NumberOfId,
): ServiceRow[] {
  return file.services.map((service, index) => {
    const shares = addUpToOne(service.placements.map(({ share }) => share));
    return {
      id: service.id,
      name: service.name,
      category: service.category,
      isTarget: service.role === 'target',
      sites: 1,
      users: service.users.value,
      sessionsPerUserDay: service.sessionsPerUserDay.value,
      sessionsPerDay: service.users.value * service.sessionsPerUserDay.value,
      domains: service.domains ?? [],
      placements: service.placements.map((placement, at) => {
        const pool = numberOf(poolOfId, placement.pool);
        const set = pools.setOfPool[pool] as PrefixSet;
        const known = (placement.known ?? []).map((text) => parseAddress(text) as number);
        const drawnFrom = placement.within ? intersection(set, setOfTexts(placement.within)) : set;
        return {
          service: index,
          pool,
          share: shares[at] as number,
          addresses: addressesThere(placement.addresses, known, drawnFrom),
          profile: numberOf(profileOfId, placement.profile ?? service.profile),
          isSpread: false,
          known,
          drawnFrom,
        };
      }),
    };
  });
}

/** As many addresses as were wanted, or as there are: a client cannot try one that does not exist. */
function addressesThere(wanted: number, known: readonly number[], drawnFrom: PrefixSet): number {
  const documented = new Set(known);
  const outside = [...documented].filter((address) => !contains(drawnFrom, address)).length;
  return Math.max(documented.size, Math.min(wanted, outside + countAddresses(drawnFrom)));
}

function longTails(
  file: WorldFile,
  pools: PoolColumns,
  poolOfId: NumberOfId,
  profileOfId: NumberOfId,
  firstTail: number,
): ServiceRow[] {
  const rows: ServiceRow[] = [];
  for (const provider of file.providers) {
    for (const { tail, id, title } of provider.pools) {
      if (!tail) continue;
      const pool = numberOf(poolOfId, id);
      const base = {
        service: firstTail + rows.length,
        pool,
        addresses: 1,
        profile: numberOf(profileOfId, tail.profile),
        known: [],
        drawnFrom: pools.setOfPool[pool] as PrefixSet,
      };
      const shares = zipfShares(tail.sites.value);
      rows.push({
        id: `${id}-tail`,
        name: `Other sites, ${provider.name} ${title}`,
        category: 'long-tail',
        isTarget: false,
        sites: tail.sites.value,
        users: tail.sessionsPerDay.value,
        sessionsPerUserDay: 1,
        sessionsPerDay: tail.sessionsPerDay.value,
        domains: tail.domains ?? [],
        placements: shares
          .map((share, rank) => ({ ...base, share, isSpread: rank === shares.length - 1 }))
          .filter((placement) => placement.share > 0),
      });
    }
  }
  return rows;
}
