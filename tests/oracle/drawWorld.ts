// Random worlds: a few crowded pools, networks that differ, and the services in them.
import fc from 'fast-check';
import {
  asShares,
  assumed,
  figure,
  perhaps,
  pick,
  profileIds,
  protocol,
  protocols,
  type Registered,
  regions,
  share,
  textOf,
  weight,
} from './drawing.ts';
import { buildDomains, buildService, domains, drawnServices } from './drawServices.ts';

/** Each registered prefix lies in a slot of its own; neighbouring slots make neighbouring pools. */
const SLOT = 4096;
const bases = [0, 0x0a000000, 2 ** 31 - 4 * SLOT, 2 ** 32 - 16 * SLOT] as const;

const need = fc.record({
  kilobitsPerSecond: perhaps(pick([10, 128, 3000])),
  kilobytesPerConnection: perhaps(pick([4, 16, 200])),
});
const profile = fc.record({
  weights: fc.array(weight, { minLength: 1, maxLength: 3 }),
  bytes: fc.integer({ min: 1, max: 1e7 }),
  minutes: fc.integer({ min: 1, max: 300 }),
  tries: fc.integer({ min: 1, max: 4 }),
  needs: perhaps(fc.dictionary(protocol, need)),
});

const network = fc.record({
  access: pick(['mobile', 'fixed'] as const),
  region: fc.option(pick(regions), { nil: undefined }),
  weight,
  completeness: share,
  tableEntries: perhaps(fc.integer({ min: 1, max: 5 }), 3),
  boxes: perhaps(share, 3),
  // Often none at all: then no list is ever older than the newest.
  lag: fc.oneof(
    fc.constant<[number, number, number]>([0, 0, 0]),
    fc
      .tuple(fc.nat(6), fc.nat(6), fc.nat(6))
      .map((hours) => hours.toSorted((a, b) => a - b) as [number, number, number]),
  ),
});

const poolShape = fc.record({
  prefixes: fc.array(fc.integer({ min: 22, max: 27 }), { minLength: 1, maxLength: 3 }),
  tail: perhaps(
    fc.record({
      sites: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 200, max: 9000 })),
      domains,
    }),
  ),
});

export const drawnWorld = fc.record({
  base: pick(bases),
  pools: fc.array(poolShape, { minLength: 1, maxLength: 4 }),
  showsName: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
  profiles: fc.tuple(profile, profile, profile),
  networks: fc.array(network, { minLength: 1, maxLength: 3 }),
  ...drawnServices,
  hourly: fc.array(fc.nat(9), { minLength: 24, maxLength: 24 }),
  utcOffsetHours: pick([-12, -3.5, 0, 3, 5.5, 14]),
});
export type DrawnWorld = typeof drawnWorld extends fc.Arbitrary<infer T> ? T : never;

export function registerPools({ base, pools }: DrawnWorld): Registered[][] {
  let slot = 0;
  return pools.map(({ prefixes }) =>
    prefixes.map((length) => ({ first: base + slot++ * SLOT, length })),
  );
}

export function buildWorld(draw: DrawnWorld, registered: readonly Registered[][]) {
  const shares = asShares(draw.networks.map((one) => one.weight));
  return {
    kind: 'world',
    id: 'random-world',
    title: 'Random',
    summary: assumed,
    utcOffsetHours: draw.utcOffsetHours,
    sources: {},
    // At least one hour with demand, or there is nothing to count.
    diurnal: {
      hourly: draw.hourly.map((value, hour) => (hour === 20 ? value + 1 : value)),
      assumed,
    },
    categories: [{ id: 'any', title: 'Any' }],
    protocols: protocols.map((id, i) => ({
      ...{ id, title: id, look: id },
      showsName: draw.showsName[i] as boolean,
    })),
    profiles: draw.profiles.map(buildProfile),
    networks: draw.networks.map(({ access, region, lag, ...one }, index) => ({
      id: `network-${index}`,
      title: 'Network',
      access,
      ...(region && { region }),
      share: figure(shares[index] as number),
      completeness: figure(one.completeness),
      lagHours: { low: lag[0], mode: lag[1], high: lag[2], assumed },
      ...(one.tableEntries !== undefined && { tableEntries: figure(one.tableEntries) }),
      ...(one.boxes !== undefined && { boxes: figure(one.boxes) }),
    })),
    providers: buildProviders(draw, registered),
    services: draw.services.map((_, index) => buildService(draw, index, registered)),
  };
}

function buildProfile(
  { weights, bytes, minutes, tries, needs }: DrawnWorld['profiles'][number],
  index: number,
) {
  return {
    id: profileIds[index],
    title: 'Profile',
    mix: Object.fromEntries(
      asShares(weights).map((value, i) => [protocols[(i + index) % 3], value]),
    ),
    bytesPerSession: bytes,
    hoursPerSession: minutes / 60,
    tries,
    ...(needs && { needs: withoutUndefined(needs) }),
    assumed,
  };
}

/** As a file would have it: what is not said is not there. */
function withoutUndefined(needs: object): object {
  return JSON.parse(JSON.stringify(needs)) as object;
}

/** Every other pool belongs to the second provider, if there are two. */
function buildProviders({ pools }: DrawnWorld, registered: readonly Registered[][]) {
  const built = pools.map(({ tail }, index) => ({
    id: `pool-${index}`,
    title: 'Pool',
    prefixes: (registered[index] as Registered[]).map(textOf),
    ...(tail && {
      tail: {
        sites: figure(tail.sites),
        sessionsPerDay: figure(12_345),
        profile: 'two',
        ...buildDomains(tail.domains),
      },
    }),
  }));
  return [0, 1].flatMap((number) => {
    const own = built.filter((_, index) => index % 2 === number);
    if (own.length === 0) return [];
    const id = `provider-${number}`;
    return [{ id, name: 'Provider', kind: 'cloud', asn: [64_500 + number], pools: own, assumed }];
  });
}
