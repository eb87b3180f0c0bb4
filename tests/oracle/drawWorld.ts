// Random worlds: a few crowded pools, services that need each other, networks that differ.
import fc from 'fast-check';
import { formatAddress } from '../../src/model/net/address.ts';
import {
  asShares,
  assumed,
  atOf,
  figure,
  names,
  perhaps,
  pick,
  position,
  profileIds,
  protocol,
  protocols,
  type Registered,
  regions,
  share,
  textOf,
  weight,
} from './drawing.ts';

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

/** Names by share, which may leave some sessions without any. */
const domains = perhaps(
  fc.record({
    names: fc.subarray([...names], { minLength: 1, maxLength: 3 }),
    weights: fc.tuple(weight, weight, weight),
    unnamed: fc.nat(5),
  }),
);

const poolShape = fc.record({
  prefixes: fc.array(fc.integer({ min: 22, max: 27 }), { minLength: 1, maxLength: 3 }),
  tail: perhaps(
    fc.record({
      sites: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 200, max: 9000 })),
      domains,
    }),
  ),
});

const placement = fc.record({
  pool: position,
  weight,
  addresses: fc.integer({ min: 1, max: 6 }),
  known: fc.array(position, { maxLength: 3 }),
  within: fc.boolean(),
  profile: perhaps(pick(profileIds), 5),
});
const service = fc.record({
  isTarget: pick([true, true, false]),
  users: pick([0, 1, 1000, 54_321, 1e6, 123_456]),
  sessions: fc.integer({ min: 1, max: 40 }),
  profile: pick(profileIds),
  domains,
  needs: fc.array(fc.record({ service: position, criticality: share }), { maxLength: 2 }),
  placements: fc.array(placement, { minLength: 1, maxLength: 3 }),
});

export const drawnWorld = fc.record({
  base: pick(bases),
  pools: fc.array(poolShape, { minLength: 1, maxLength: 4 }),
  showsName: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
  profiles: fc.tuple(profile, profile, profile),
  networks: fc.array(network, { minLength: 1, maxLength: 3 }),
  services: fc.array(service, { minLength: 1, maxLength: 5, size: 'max' }),
  /** Services need those that stand before them in the file, or those that stand behind them. */
  needsBefore: fc.boolean(),
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

function buildDomains(draw: DrawnWorld['services'][number]['domains']) {
  if (!draw) return {};
  const weights = draw.weights.slice(0, draw.names.length);
  const shares = asShares([...weights, draw.unnamed]);
  return { domains: draw.names.map((name, i) => ({ name, share: shares[i] as number })) };
}

function buildService(draw: DrawnWorld, index: number, registered: readonly Registered[][]) {
  const one = draw.services[index] as DrawnWorld['services'][number];
  const shares = asShares(one.placements.map((placed) => placed.weight));
  return {
    id: `service-${index}`,
    name: `Service ${index}`,
    role: one.isTarget ? 'target' : 'bystander',
    category: 'any',
    users: figure(one.users),
    sessionsPerUserDay: figure(one.sessions),
    profile: one.profile,
    ...buildDomains(one.domains),
    ...buildNeeds(draw, index),
    placements: one.placements.map((placed, at) =>
      buildPlacement(placed, shares[at] as number, registered),
    ),
  };
}

/** Only in one direction of the file, so that no circle comes about. */
function buildNeeds({ services, needsBefore }: DrawnWorld, index: number) {
  const [from, to] = needsBefore ? [0, index] : [index + 1, services.length];
  if (to === from) return {};
  const drawn = services[index]?.needs ?? [];
  const byService = new Map(
    drawn.map((one) => [from + (one.service % (to - from)), one.criticality]),
  );
  const dependsOn = [...byService].map(([needed, criticality]) => ({
    service: `service-${needed}`,
    criticality: figure(criticality),
  }));
  return dependsOn.length > 0 ? { dependsOn } : {};
}

function buildPlacement(
  one: DrawnWorld['services'][number]['placements'][number],
  shareOfService: number,
  registered: readonly Registered[][],
) {
  const pool = one.pool % registered.length;
  const prefixes = registered[pool] as Registered[];
  const narrow = atOf(prefixes, one.pool);
  const addressText = (nth: number) => {
    const { first, length } = atOf(prefixes, nth);
    return formatAddress(first + (nth % 2 ** (32 - length)));
  };
  const known = [...new Set(one.known.slice(0, one.addresses).map(addressText))];
  return {
    pool: `pool-${pool}`,
    share: shareOfService,
    addresses: one.addresses,
    ...(known.length > 0 && { known }),
    // A /29 to /30 may hold fewer addresses than are wanted of it.
    ...(one.within && { within: [textOf({ ...narrow, length: 29 + (one.pool % 2) })] }),
    ...(one.profile !== undefined && { profile: one.profile }),
    assumed,
  };
}
