// Random answers: who moves, who hears of it, who takes a tunnel, who leaves, whose look changes.
import fc from 'fast-check';
import {
  asShares,
  block,
  blockText,
  off,
  perhaps,
  pick,
  position,
  profileIds,
  protocol,
  protocols,
  share,
  weight,
} from './drawing.ts';
import { buildWindow, onceOnly } from './drawScope.ts';
import type { Surroundings } from './drawStack.ts';
import type { DrawnWorld } from './drawWorld.ts';

const during = fc.record({ window: onceOnly, off });
const weightedPools = fc.array(fc.record({ pool: position, weight }), {
  minLength: 1,
  maxLength: 3,
});

const hopping = fc.record({
  service: position,
  during,
  profile: perhaps(pick(profileIds)),
  ownRanges: perhaps(block, 3),
  pools: weightedPools,
  budget: pick([0, 0, 1, 4]),
  evictions: perhaps(fc.record({ provider: position, afterHours: fc.nat(30) }), 5),
  hopDelayHours: pick([0, 0.5, 1, 3, 10]),
  newsDelayHours: pick([0, 0.5, 2, 5]),
});
const channel = fc.record({
  service: position,
  during,
  carrier: fc.option(position, { nil: undefined }),
  weight,
  delayHours: pick([0, 1, 4]),
});
const migration = fc.record({
  during,
  pools: weightedPools,
  hitShare: pick([0.01, 0.2, 0.6]),
  patience: fc.tuple(fc.nat(5), fc.nat(10), fc.nat(20)),
  moveHours: fc.nat(8),
  movers: pick([0.5, 1]),
});
const tunnel = fc.record({
  service: position,
  during,
  covers: pick(['everything', 'service'] as const),
  initialShare: pick([0, 0.05, 0.3]),
  growthPerDay: pick([0, 1, 3]),
  declinePerDay: pick([0, 0.5]),
  saves: share,
  looks: fc.array(weight, { minLength: 1, maxLength: 3 }),
  firstLook: fc.nat(2),
});
const drift = fc.record({
  service: position,
  during,
  rivals: fc.array(fc.record({ service: position, weight }), { maxLength: 3 }),
  leavePerDay: pick([0, 0.5, 1]),
  returnPerDay: pick([0, 0.5]),
});
const disguise = fc.record({
  service: position,
  during,
  from: position,
  to: protocol,
  initialShare: pick([0, 0.01, 0.4]),
  growthPerDay: pick([0, 1, 5]),
});

const appeal = fc.record({ during, complaintsPerThousandLost: pick([1, 100, 100, 100]) });

export const drawnAnswers = fc.record({
  appeals: fc.array(appeal, { maxLength: 4, size: 'max' }),
  hoppers: fc.array(hopping, { maxLength: 2, size: 'max' }),
  channels: fc.array(channel, { maxLength: 2, size: 'max' }),
  migrations: fc.array(migration, { maxLength: 1, size: 'max' }),
  tunnels: fc.array(tunnel, { maxLength: 2, size: 'max' }),
  drifts: fc.array(drift, { maxLength: 2, size: 'max' }),
  disguises: fc.array(disguise, { maxLength: 2, size: 'max' }),
});
type Drawn<A> = A extends fc.Arbitrary<infer T> ? T : never;
export type DrawnAnswers = Drawn<typeof drawnAnswers>;
export const noAnswers: DrawnAnswers = {
  appeals: [],
  ...{ hoppers: [], channels: [], migrations: [], tunnels: [], drifts: [], disguises: [] },
};

export function buildAnswers(drawn: DrawnAnswers, world: DrawnWorld, around: Surroundings) {
  const serviceOf = (at: number) => `service-${at % world.services.length}`;
  const poolsOf = (pools: Drawn<typeof weightedPools>) =>
    pools.map((one) => ({ pool: `pool-${one.pool % world.pools.length}`, weight: one.weight }));
  const entry = (
    technique: string,
    index: number,
    when: Drawn<typeof during>,
    parameters: object,
  ) => ({
    off: when.off,
    id: `${technique.toLowerCase()}-${index}`,
    technique,
    ...buildWindow(when.window, around.steps, around.moment),
    parameters,
  });

  // Each service moves at most once.
  const movers = new Map(drawn.hoppers.map((one) => [serviceOf(one.service), one]));
  const hoppers = [...movers].map(([service, one], index) =>
    entry('addressHopping', index, one.during, {
      service,
      ...(one.profile !== undefined && { profile: one.profile }),
      ...(one.ownRanges && { ownRanges: [blockText(one.ownRanges, around.registered)] }),
      pools: poolsOf(one.pools),
      budget: one.budget,
      ...(one.evictions && {
        evictions: [
          {
            provider: `provider-${one.evictions.provider % Math.min(2, world.pools.length)}`,
            afterHours: one.evictions.afterHours,
          },
        ],
      }),
      hopDelayHours: one.hopDelayHours,
      newsDelayHours: one.newsDelayHours,
    }),
  );
  // The channels carry at most everybody.
  const shares = asShares([...drawn.channels.map((one) => one.weight), 1]);
  const channels = drawn.channels.map(({ service, carrier, delayHours, ...one }, index) =>
    entry('updateChannel', index, one.during, {
      service: drawn.hoppers[0] ? serviceOf(drawn.hoppers[0].service) : serviceOf(service),
      ...(carrier !== undefined && { carrier: serviceOf(carrier) }),
      ...{ share: shares[index] as number, delayHours },
    }),
  );
  const migrations = drawn.migrations.map((one, index) => {
    const [low, mode, high] = one.patience.toSorted((a, b) => a - b);
    const { hitShare, moveHours, movers: share } = one;
    return entry('migration', index, one.during, {
      ...{ pools: poolsOf(one.pools), hitShare, moveHours, movers: share },
      ...{ patienceLowHours: low, patienceHours: mode, patienceHighHours: high },
    });
  });
  const tunnels = drawn.tunnels.map(({ service, during: when, looks, firstLook, ...one }, index) =>
    entry('circumvention', index, when, {
      ...{ service: serviceOf(service), ceiling: 0.8, ...one },
      looks: Object.fromEntries(
        asShares(looks).map((value, i) => [protocols[(i + firstLook) % 3], value]),
      ),
    }),
  );
  // Each service is left at most once.
  const leavers = new Map(drawn.drifts.map((one) => [serviceOf(one.service), one]));
  const drifts = [...leavers].map(([service, { during: when, rivals, ...own }], index) => {
    const { service: _, ...rates } = own;
    const others = rivals.filter(
      (one, at) =>
        serviceOf(one.service) !== service &&
        rivals.findIndex((other) => serviceOf(other.service) === serviceOf(one.service)) === at,
    );
    const parts = asShares([...others.map((one) => one.weight), 1]);
    return entry('substitution', index, when, {
      ...{ service, ceiling: 0.8, ...rates },
      rivals: others.map((one, at) => ({ service: serviceOf(one.service), share: parts[at] })),
    });
  });
  // Each look of a service changes at most once.
  const changed = new Map(
    drawn.disguises.map((one) => [`${serviceOf(one.service)} ${protocols[one.from % 3]}`, one]),
  );
  const disguises = [...changed.values()].flatMap((one, index) => {
    const from = protocols[one.from % 3];
    if (from === one.to) return [];
    const { to, initialShare, growthPerDay } = one;
    const service = serviceOf(one.service);
    const parameters = { service, from, to, initialShare, ceiling: 0.95, growthPerDay };
    return [entry('disguise', index, one.during, parameters)];
  });
  const appeals = drawn.appeals.map(({ during: when, ...parameters }, index) =>
    entry('appeal', index, when, parameters),
  );
  return [...appeals, ...hoppers, ...channels, ...migrations, ...tunnels, ...drifts, ...disguises];
}
