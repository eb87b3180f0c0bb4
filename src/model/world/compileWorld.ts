// A checked world file → columns. Seed-free: what is drawn by chance is added by placeServices.
import { parseAddress } from '../net/address.ts';
import { parsePrefix } from '../net/prefix.ts';
import { type PrefixSet, setOfPrefixes } from '../net/prefixSet.ts';
import { intersection } from '../net/setAlgebra.ts';
import { contains, countAddresses } from '../net/setQueries.ts';
import { zipfShares } from './longTail.ts';
import type {
  NetworkColumns,
  PlacementColumns,
  PoolColumns,
  ProfileColumns,
  Roles,
  ServiceColumns,
  World,
} from './world.ts';
import type { WorldFile } from './worldSchema.ts';

/** @throws Error when a reference or prefix is wrong; the scenario check finds these before. */
export function compileWorld(file: WorldFile): { world: World; roles: Roles } {
  const pools = compilePools(file);
  const profiles = compileProfiles(file);
  const { services, placements, roles } = compileServices(file, pools, profiles);
  const world: World = {
    providers: {
      ids: file.providers.map((provider) => provider.id),
      names: file.providers.map((provider) => provider.name),
    },
    pools,
    services,
    placements,
    profiles,
    networks: compileNetworks(file),
    protocols: {
      ids: file.protocols.map((protocol) => protocol.id),
      titles: file.protocols.map((protocol) => protocol.title),
    },
    diurnal: averageOne(file.diurnal.hourly),
    utcOffsetHours: file.utcOffsetHours,
  };
  return { world, roles };
}

/** The set of some prefixes in text form. */
export function setOfTexts(texts: readonly string[]): PrefixSet {
  return setOfPrefixes(texts.map(mustParsePrefix));
}

function mustParsePrefix(text: string) {
  const parsed = parsePrefix(text);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.prefix;
}

function compilePools(file: WorldFile): PoolColumns {
  const flat = file.providers.flatMap((provider, index) =>
    provider.pools.map((pool) => ({ pool, provider: index })),
  );
  const ranges = flat
    .flatMap(({ pool }, index) =>
      pool.prefixes.map((text) => ({ ...mustParsePrefix(text), pool: index })),
    )
    .sort((a, b) => a.first - b.first);
  const setOfPool = flat.map(({ pool }) => setOfTexts(pool.prefixes));
  return {
    ids: flat.map(({ pool }) => pool.id),
    titles: flat.map(({ pool }) => pool.title),
    regions: flat.map(({ pool }) => pool.region),
    providerOfPool: Uint32Array.from(flat, ({ provider }) => provider),
    setOfPool,
    addressesOfPool: Float64Array.from(setOfPool, countAddresses),
    rangeFirst: Uint32Array.from(ranges, (range) => range.first),
    rangeLast: Uint32Array.from(ranges, (range) => range.last),
    poolOfRange: Uint32Array.from(ranges, (range) => range.pool),
  };
}

/** Shares are rounded in a file; here they add up to 1, or the books of a run would not balance. */
function addUpToOne(shares: readonly number[]): Float64Array {
  const sum = shares.reduce((all, share) => all + share, 0);
  return Float64Array.from(shares, (share) => share / sum);
}

function compileProfiles(file: WorldFile): ProfileColumns {
  const mixes = file.profiles.map(({ mix }) =>
    addUpToOne(file.protocols.map(({ id }) => (Object.hasOwn(mix, id) ? mix[id]! : 0))),
  );
  return {
    ids: file.profiles.map((profile) => profile.id),
    triesOfProfile: Uint32Array.from(file.profiles, (profile) => profile.tries),
    bytesPerSessionOfProfile: Float64Array.from(
      file.profiles,
      (profile) => profile.bytesPerSession,
    ),
    hoursPerSessionOfProfile: Float64Array.from(
      file.profiles,
      (profile) => profile.hoursPerSession,
    ),
    mixOfProfile: mixes,
    protocolsInProfile: Uint32Array.from(mixes, (mix) => mix.filter((share) => share > 0).length),
  };
}

function compileNetworks(file: WorldFile): NetworkColumns {
  return {
    ids: file.networks.map((network) => network.id),
    titles: file.networks.map((network) => network.title),
    accessOfNetwork: file.networks.map((network) => network.access),
    shareOfNetwork: addUpToOne(file.networks.map((network) => network.share.value)),
    completenessOfNetwork: Float64Array.from(
      file.networks,
      (network) => network.completeness.value,
    ),
    lagHoursOfNetwork: file.networks.map(({ lagHours: { low, mode, high } }) => ({
      low,
      mode,
      high,
    })),
  };
}

function averageOne(hourly: readonly number[]): Float64Array {
  const mean = hourly.reduce((sum, value) => sum + value, 0) / hourly.length;
  return Float64Array.from(hourly, (value) => value / mean);
}

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
  sessionsPerDay: number;
  placements: PlacementRow[];
}

function compileServices(file: WorldFile, pools: PoolColumns, profiles: ProfileColumns) {
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
    sessionsPerDayOfService: Float64Array.from(rows, (row) => row.sessionsPerDay),
    firstPlacementOfService: runningStarts(rows.map((row) => row.placements.length)),
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
      sessionsPerDay: service.users.value * service.sessionsPerUserDay.value,
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
        sessionsPerDay: tail.sessionsPerDay.value,
        placements: shares
          .map((share, rank) => ({ ...base, share, isSpread: rank === shares.length - 1 }))
          .filter((placement) => placement.share > 0),
      });
    }
  }
  return rows;
}
