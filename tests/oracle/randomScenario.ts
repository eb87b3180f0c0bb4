// Random scenarios for property tests: worlds of a few crowded pools, where lists of every width meet
// several services, with stacks of all techniques, lags, windows, hopping and overloaded boxes.
import fc from 'fast-check';
import { formatAddress } from '../../src/model/net/address.ts';
import { formatPrefix, prefixAround } from '../../src/model/net/prefix.ts';
import { type Scenario, scenarioSchema } from '../../src/model/run/scenarioSchema.ts';
import { formatMoment } from '../../src/model/time.ts';

const assumed = 'drawn at random';
const HOUR_MS = 3_600_000;
/** Each registered prefix lies in a slot of its own; neighbouring slots make neighbouring pools. */
const SLOT = 4096;

const figure = (value: number) => ({ value, assumed });
const share = fc.integer({ min: 0, max: 20 }).map((twentieths) => twentieths / 20);
const pick = <T>(values: readonly T[]) => fc.constantFrom(...values);
const bases = [0, 0x0a000000, 2 ** 31 - 4 * SLOT, 2 ** 32 - 16 * SLOT] as const;

interface Registered {
  readonly first: number;
  readonly length: number;
}
const textOf = ({ first, length }: Registered) => {
  const prefix = prefixAround(first, length);
  return formatPrefix(prefix.first, prefix.last);
};

/** Weights as shares that add up to 1. */
function asShares(weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return weights.map((weight) => weight / sum);
}

const protocols = ['tls', 'quic', 'mtproto'] as const;
const profileIds = ['one', 'two', 'three'] as const;
const profile = fc.record({
  weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 }),
  bytes: fc.integer({ min: 1, max: 1e7 }),
  minutes: fc.integer({ min: 1, max: 300 }),
  tries: fc.integer({ min: 1, max: 4 }),
});

const network = fc.record({
  access: pick(['mobile', 'fixed'] as const),
  weight: fc.integer({ min: 1, max: 9 }),
  completeness: share,
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
  tailSites: fc.option(
    fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 200, max: 9000 })),
    {
      nil: undefined,
      freq: 2,
    },
  ),
});

/** Positions are drawn wide and taken modulo what the world offers, so that every draw is valid. */
const position = fc.nat(9999);
const placement = fc.record({
  pool: position,
  weight: fc.integer({ min: 1, max: 9 }),
  addresses: fc.integer({ min: 1, max: 6 }),
  known: fc.array(position, { maxLength: 3 }),
  within: fc.boolean(),
  profile: fc.option(pick(profileIds), { nil: undefined }),
});
const service = fc.record({
  isTarget: fc.boolean(),
  users: fc.integer({ min: 0, max: 1e6 }),
  sessions: fc.integer({ min: 1, max: 40 }),
  profile: pick(profileIds),
  placements: fc.array(placement, { minLength: 1, maxLength: 3 }),
});

const window = fc.option(
  fc.record({ from: fc.option(fc.integer({ min: -8, max: 50 })), hours: fc.option(fc.nat(60)) }),
  { nil: undefined, freq: 2 },
);
const block = fc.record({ pool: position, at: position, wider: fc.integer({ min: -5, max: 4 }) });
const ledgerEntry = fc.record({
  block,
  from: fc.integer({ min: -10, max: 110 }),
  until: fc.option(fc.integer({ min: 0, max: 60 }), { freq: 2 }),
});
const listStrategy = fc.record({
  kind: fc.constant('list' as const),
  window,
  ledger: fc.option(pick(['a', 'b'] as const)),
  prefixLength: fc.oneof(fc.integer({ min: 20, max: 32 }), fc.integer({ min: 8, max: 32 })),
  listAs: pick(['prefix', 'prefix', 'registered'] as const),
  discoveryPerHour: pick([0, 0.02, 0.1, 0.5, 2]),
  releaseHours: fc.integer({ min: 1, max: 9 }),
  protectedBlocks: fc.array(block, { maxLength: 2 }),
});
const score = fc.record({
  mean: fc.integer({ min: -30, max: 30 }).map((tenths) => tenths / 10),
  deviation: fc.integer({ min: 1, max: 30 }).map((tenths) => tenths / 10),
});
const flowStrategy = fc.record({
  kind: fc.constant('flow' as const),
  window,
  threshold: fc.integer({ min: -40, max: 80 }).map((tenths) => tenths / 10),
  coverageMobile: share,
  coverageFixed: share,
  capacity: pick([0.05, 0.3, 0.6, 0.9, 1]),
  overload: pick(['fail-open', 'fail-closed'] as const),
  scores: fc.option(fc.dictionary(pick(protocols), score), { nil: undefined, freq: 3 }),
  operatingPoint: fc.option(
    fc.record({
      protocols: fc.subarray([...protocols], { minLength: 1 }),
      truePositiveRate: pick([0.5, 0.9, 0.99]),
      falsePositiveRate: pick([0.0001, 0.05, 0.5]),
    }),
    { nil: undefined, freq: 2 },
  ),
});
const idle = fc.record({ kind: fc.constant('none' as const), window });
type StrategyDraw =
  typeof listStrategy extends fc.Arbitrary<infer A>
    ? typeof flowStrategy extends fc.Arbitrary<infer B>
      ? typeof idle extends fc.Arbitrary<infer C>
        ? A | B | C
        : never
      : never
    : never;

const hopping = fc.record({
  service: position,
  profile: fc.option(pick(profileIds), { nil: undefined, freq: 2 }),
  pools: fc.array(fc.record({ pool: position, weight: fc.integer({ min: 1, max: 9 }) }), {
    minLength: 1,
    maxLength: 3,
  }),
  hopDelayHours: pick([0, 0.5, 1, 3, 10]),
  newsDelayHours: pick([0, 0.5, 2, 5]),
  channels: fc.array(
    fc.record({
      service: position,
      weight: fc.integer({ min: 1, max: 5 }),
      delayHours: pick([0, 0.5, 2, 5]),
    }),
    { maxLength: 2 },
  ),
});

const drawn = fc.record({
  base: pick(bases),
  pools: fc.array(poolShape, { minLength: 1, maxLength: 4 }),
  profiles: fc.tuple(profile, profile, profile),
  networks: fc.array(network, { minLength: 1, maxLength: 3 }),
  services: fc.array(service, { minLength: 1, maxLength: 5 }),
  hourly: fc.array(fc.nat(9), { minLength: 24, maxLength: 24 }),
  utcOffsetHours: pick([-12, -3.5, 0, 3, 5.5, 14]),
  startHours: fc.integer({ min: 400_000, max: 450_000 }),
  startMinute: pick([0, 0, 15, 30, 45]),
  hours: fc.integer({ min: 3, max: 55 }),
  tickHours: pick([0.5, 1, 2]),
  seed: fc.nat(1e6),
  ledgers: fc.record({
    a: fc.array(ledgerEntry, { maxLength: 8 }),
    b: fc.array(ledgerEntry, { maxLength: 4 }),
  }),
  strategies: fc.array(
    fc.oneof(
      { arbitrary: listStrategy, weight: 5 },
      { arbitrary: flowStrategy, weight: 4 },
      { arbitrary: idle, weight: 1 },
    ) as fc.Arbitrary<StrategyDraw>,
    {
      maxLength: 3,
    },
  ),
  hoppers: fc.array(hopping, { maxLength: 2 }),
});
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

/** A random scenario that the schema accepts, with its world inside. */
export const randomScenario: fc.Arbitrary<Scenario> = drawn.map(build);

/** The same without any answer to the block: what the censor does is all that happens. */
export const scenarioWithoutAnswer: fc.Arbitrary<Scenario> = drawn.map((draw) =>
  build({ ...draw, hoppers: [] }),
);

function build(draw: Drawn): Scenario {
  const registered = registerPools(draw);
  const start = draw.startHours * HOUR_MS + draw.startMinute * 60_000;
  const moment = (halfHours: number) =>
    formatMoment(start + (halfHours * HOUR_MS) / 2, draw.utcOffsetHours);
  const file = {
    kind: 'scenario',
    id: 'random',
    title: 'Random',
    summary: assumed,
    world: buildWorld(draw, registered),
    period: { from: moment(0), to: moment(2 * draw.hours) },
    tickHours: draw.tickHours,
    seed: draw.seed,
    ledgers: Object.fromEntries(
      Object.entries(draw.ledgers).map(([id, entries]) => [
        id,
        entries.map(({ block, from, until }) => ({
          prefix: blockText(block, registered),
          from: moment(from),
          ...(until !== null && { until: moment(from + until) }),
          assumed,
        })),
      ]),
    ),
    stack: 'drawn',
    stacks: [
      {
        id: 'drawn',
        title: 'Drawn',
        summary: assumed,
        strategies: draw.strategies.map((strategy, index) =>
          buildStrategy(strategy, index, registered, moment),
        ),
      },
    ],
    countermeasures: buildHoppers(draw),
  };
  const scenario = scenarioSchema.parse(file);
  if (typeof scenario.world === 'string') throw new Error('the world stands inside');
  return scenario as Scenario;
}

function registerPools({ base, pools }: Drawn): Registered[][] {
  let slot = 0;
  return pools.map(({ prefixes }) =>
    prefixes.map((length) => ({ first: base + slot++ * SLOT, length })),
  );
}

const atOf = <T>(values: readonly T[], at: number): T => values[at % values.length] as T;

/** A prefix around an address of a pool, some bits wider or narrower than what was registered. */
function blockText(
  draw: { pool: number; at: number; wider: number },
  pools: readonly Registered[][],
): string {
  const { first, length } = atOf(pools.flat(), draw.pool);
  const address = first + (draw.at % 2 ** (32 - length));
  return textOf({ first: address, length: Math.min(32, Math.max(8, length - draw.wider)) });
}

function buildWorld(draw: Drawn, registered: readonly Registered[][]) {
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
    protocols: protocols.map((id) => ({ id, title: id, look: id })),
    profiles: draw.profiles.map(({ weights, bytes, minutes, tries }, index) => ({
      id: profileIds[index],
      title: 'Profile',
      mix: Object.fromEntries(
        asShares(weights).map((value, i) => [protocols[(i + index) % 3], value]),
      ),
      bytesPerSession: bytes,
      hoursPerSession: minutes / 60,
      tries,
      assumed,
    })),
    networks: draw.networks.map(({ access, completeness, lag: [low, mode, high] }, index) => ({
      id: `network-${index}`,
      title: 'Network',
      access,
      share: figure(asShares(draw.networks.map(({ weight }) => weight))[index] as number),
      completeness: figure(completeness),
      lagHours: { low, mode, high, assumed },
    })),
    providers: [
      {
        id: 'provider',
        name: 'Provider',
        kind: 'cloud',
        asn: [64_500],
        pools: draw.pools.map(({ tailSites }, index) => ({
          id: `pool-${index}`,
          title: 'Pool',
          prefixes: (registered[index] as Registered[]).map(textOf),
          ...(tailSites !== undefined && {
            tail: { sites: figure(tailSites), sessionsPerDay: figure(12_345), profile: 'two' },
          }),
        })),
        assumed,
      },
    ],
    services: draw.services.map((one, index) => buildService(one, index, registered)),
  };
}

function buildService(
  { isTarget, users, sessions, profile: usual, placements }: Drawn['services'][number],
  index: number,
  registered: readonly Registered[][],
) {
  const shares = asShares(placements.map(({ weight }) => weight));
  return {
    id: `service-${index}`,
    name: `Service ${index}`,
    role: isTarget ? 'target' : 'bystander',
    category: 'any',
    users: figure(users),
    sessionsPerUserDay: figure(sessions),
    profile: usual,
    placements: placements.map((one, at) => {
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
        share: shares[at],
        addresses: one.addresses,
        ...(known.length > 0 && { known }),
        // A /29 to /30 may hold fewer addresses than are wanted of it.
        ...(one.within && { within: [textOf({ ...narrow, length: 29 + (one.pool % 2) })] }),
        ...(one.profile !== undefined && { profile: one.profile }),
        assumed,
      };
    }),
  };
}

function buildStrategy(
  strategy: StrategyDraw,
  index: number,
  registered: readonly Registered[][],
  moment: (halfHours: number) => string,
) {
  const from = strategy.window?.from ?? undefined;
  const hours = strategy.window?.hours ?? undefined;
  const entry = {
    id: `strategy-${index}`,
    ...(strategy.window && {
      window: {
        ...(from !== undefined && { from: moment(from) }),
        ...(hours !== undefined && { to: moment((from ?? 0) + hours) }),
      },
    }),
  };
  if (strategy.kind === 'none') return { ...entry, technique: 'none', parameters: {} };
  if (strategy.kind === 'flow') {
    const { threshold, coverageMobile, coverageFixed, capacity, overload } = strategy;
    const parameters = {
      ...{ threshold, coverageMobile, coverageFixed, capacity, overload },
      ...(strategy.operatingPoint
        ? { operatingPoint: strategy.operatingPoint }
        : { scores: strategy.scores ?? {} }),
    };
    return { ...entry, technique: 'flowClassifier', parameters };
  }
  const { prefixLength, listAs, discoveryPerHour, releaseHours } = strategy;
  const protectedPrefixes = strategy.protectedBlocks.map((one) => blockText(one, registered));
  const parameters = strategy.ledger
    ? { entries: 'ledger', ledger: strategy.ledger, protectedPrefixes }
    : {
        ...{ entries: 'adaptive', prefixLength, listAs, discoveryPerHour, releaseHours },
        protectedPrefixes,
      };
  return { ...entry, technique: 'addressBlocklist', parameters };
}

/** Each service moves at most once, and the channels carry at most everybody. */
function buildHoppers({ hoppers, services, pools }: Drawn) {
  const movers = new Map(hoppers.map((hopper) => [hopper.service % services.length, hopper]));
  return [...movers].flatMap(([moved, hopper]) => {
    const shares = asShares([...hopper.channels.map(({ weight }) => weight), 1]);
    const hopping = {
      id: `hopping-${moved}`,
      technique: 'addressHopping',
      parameters: {
        service: `service-${moved}`,
        ...(hopper.profile !== undefined && { profile: hopper.profile }),
        pools: hopper.pools.map(({ pool, weight }) => ({
          pool: `pool-${pool % pools.length}`,
          weight,
        })),
        hopDelayHours: hopper.hopDelayHours,
        newsDelayHours: hopper.newsDelayHours,
      },
    };
    const channels = hopper.channels.map(({ service: carrier, delayHours }, index) => ({
      id: `news-${moved}-${index}`,
      technique: 'updateChannel',
      parameters: {
        service: `service-${moved}`,
        carrier: `service-${carrier % services.length}`,
        share: shares[index],
        delayHours,
      },
    }));
    return [hopping, ...channels];
  });
}
