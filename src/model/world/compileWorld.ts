// A checked world file → columns. Seed-free: what is drawn by chance is added by placeServices.
import { countAddresses } from '../net/setQueries.ts';
import { addUpToOne } from './addUpToOne.ts';
import { compileServices } from './compileServices.ts';
import { mustParsePrefix, setOfTexts } from './prefixTexts.ts';
import type { NetworkColumns, PoolColumns, ProfileColumns, Roles, World } from './world.ts';
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
      showsNameOfProtocol: Uint8Array.from(file.protocols, ({ showsName }) => (showsName ? 1 : 0)),
    },
    diurnal: averageOne(file.diurnal.hourly),
    utcOffsetHours: file.utcOffsetHours,
  };
  return { world, roles };
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
    kilobitsPerSecondOfProfile: needsOfProfiles(
      file,
      'kilobitsPerSecond',
      ({ bytesPerSession, hoursPerSession }) =>
        (bytesPerSession * 8) / 1000 / (hoursPerSession * 3600),
    ),
    kilobytesPerConnectionOfProfile: needsOfProfiles(
      file,
      'kilobytesPerConnection',
      ({ bytesPerSession }) => bytesPerSession / 1000,
    ),
    protocolsInProfile: Uint32Array.from(mixes, (mix) => mix.filter((share) => share > 0).length),
  };
}

/** What a session of each profile needs by protocol; `mean` where the file does not say. */
function needsOfProfiles(
  { profiles, protocols }: WorldFile,
  need: 'kilobitsPerSecond' | 'kilobytesPerConnection',
  mean: (profile: WorldFile['profiles'][number]) => number,
): Float64Array[] {
  return profiles.map((profile) =>
    Float64Array.from(protocols, ({ id }) => {
      const { needs = {} } = profile;
      return (Object.hasOwn(needs, id) ? needs[id]?.[need] : undefined) ?? mean(profile);
    }),
  );
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
    regionOfNetwork: file.networks.map((network) => network.region),
    tableEntriesOfNetwork: Float64Array.from(
      file.networks,
      ({ tableEntries }) => tableEntries?.value ?? Number.POSITIVE_INFINITY,
    ),
    boxesOfNetwork: Float64Array.from(file.networks, ({ boxes }) => boxes?.value ?? 1),
  };
}

function averageOne(hourly: readonly number[]): Float64Array {
  const mean = hourly.reduce((sum, value) => sum + value, 0) / hourly.length;
  return Float64Array.from(hourly, (value) => value / mean);
}
