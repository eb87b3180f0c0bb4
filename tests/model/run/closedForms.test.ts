// The closed forms of MODEL.md, section 6, by number. (3) stands in world/hypergeometric.test.ts,
// (5) in net/, (6) in strategies/flowClassifier.test.ts.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { metrics } from '../../../src/model/metrics/index.ts';
import { streamsOf } from '../../../src/model/rng.ts';
import { planRun } from '../../../src/model/run/plan.ts';
import { type Run, run, runPlaced } from '../../../src/model/run/run.ts';
import type { PlugInEntry, Scenario } from '../../../src/model/run/scenarioSchema.ts';
import { placeServices } from '../../../src/model/world/placeServices.ts';
import {
  randomScenario,
  scenarioWithoutAnswer,
  scenarioWithoutAppeal,
} from '../../oracle/randomScenario.ts';
import { lossesOf, tiny, tinyUnder } from './tinyRun.ts';

const metric = (id: string) => metrics.find((one) => one.id === id)!;
const runs = { numRuns: 150 };
const assumed = 'for the test';

function withStack(scenario: Scenario, strategies: readonly PlugInEntry[]): Scenario {
  const [stack] = scenario.stacks;
  return { ...scenario, stacks: [{ ...stack!, strategies: [...strategies] }] };
}
const strategiesOf = (scenario: Scenario) => scenario.stacks[0]!.strategies;

test('1: without a strategy every session gets through, exactly', () => {
  const idle: PlugInEntry = { id: 'idle', technique: 'none', parameters: {} };
  fc.assert(
    fc.property(scenarioWithoutAnswer, fc.boolean(), (scenario, named) => {
      const result = run(withStack(scenario, named ? [idle] : []));
      for (const { id, at, total } of metrics) {
        expect([id, total(result.tally)]).toEqual([id, 0]);
        expect([id, at(result.tally, 0)]).toEqual([id, 0]);
      }
      expect(result.tally.lostOfRow.every((lost) => lost === 0)).toBe(true);
      expect(result.tally.rows).toBe(1);
      expect(result.classesTouched).toBe(0);
    }),
    runs,
  );
}, 60_000);

test('1: whatever people, businesses and the target do, without a strategy nothing is lost', () => {
  fc.assert(
    fc.property(randomScenario, (scenario) => {
      const { tally } = run(withStack(scenario, []));
      expect(tally.lostOfRow.length).toBe(0);
      for (const role of [0, 1]) {
        expect([tally.roleLostBytesOfRow[role], tally.roleLostHoursOfRow[role]]).toEqual([0, 0]);
      }
    }),
    runs,
  );
}, 60_000);

test('2: a service spread evenly over a pool of which the share f is listed loses f on average', () => {
  // One address in a /24, r = 1, everybody enforces at once: it is lost with probability f.
  const seeds = 3000;
  for (const [prefix, f] of [
    ['203.0.113.0/25', 1 / 2],
    ['203.0.113.64/28', 1 / 16],
  ] as const) {
    const world = tiny().world;
    const [mobile] = world.networks;
    const bank = world.services.find((service) => service.id === 'bank')!;
    const placements = bank.placements.map(({ known: _, ...placement }) => placement);
    const scenario = tiny({
      world: {
        ...world,
        networks: [{ ...mobile!, share: { value: 1, assumed } }],
        services: [{ ...bank, placements }],
        providers: world.providers.map((provider) => ({
          ...provider,
          pools: provider.pools.map(({ tail: _, ...pool }) => pool),
        })),
      },
      ledgers: { register: [{ prefix, from: '2018-04-16T00:00+03:00', assumed }] },
      period: { from: '2018-04-16T00:00+03:00', to: '2018-04-16T01:00+03:00' },
    });
    const plan = planRun(scenario);
    let sum = 0;
    for (let seed = 0; seed < seeds; seed++) {
      const placed = placeServices(plan.world, streamsOf(seed));
      sum += metric('collateral').total(runPlaced(scenario, seed, plan, placed).tally);
    }
    const fourErrors = 4 * Math.sqrt((f * (1 - f)) / seeds);
    expect(Math.abs(sum / seeds - f)).toBeLessThan(fourErrors);
  }
}, 60_000);

/** Every tick of `more` has at least what `less` has, up to rounding. */
function expectNoLess(more: Run, less: Run) {
  for (const id of ['listedAddresses', 'targetBlocked', 'collateral', 'collateralBytes']) {
    const { at } = metric(id);
    for (let tick = 0; tick < less.tally.ticks; tick++) {
      expect(at(more.tally, tick)).toBeGreaterThanOrEqual(
        at(less.tally, tick) * (1 - 1e-12) - 1e-14,
      );
    }
  }
}

type Change = (parameters: Record<string, number>) => Record<string, unknown>;

/**
 * The same scenario with parameters of a technique changed. Monotone is one hunt that neither ends nor
 * spares protected prefixes: of two, the narrower may find first what the wider would have listed,
 * an entry that ends has hidden addresses from later finds, and a wider prefix may be refused. Nor is
 * it monotone where a full table takes a smaller share of a longer list, or where a list drops what
 * another one hampers: who gives up that address may find one that nobody hampers. So all lists do as the hunt.
 */
const plainHunt = { protectedPrefixes: [], escalateAfter: 0, unlistAfterHours: 0, mistakes: [] };
function changed(scenario: Scenario, technique: string, change: Change): Scenario {
  const isHunt = (entry: PlugInEntry) => entry.parameters.entries === 'adaptive';
  const first = strategiesOf(scenario).find(isHunt);
  const { action, kilobitsPerSecond, kilobytes } = first?.parameters ?? {};
  const alike = { action, kilobitsPerSecond, kilobytes };
  const kept = strategiesOf(scenario).filter((entry) => entry === first || !isHunt(entry));
  const strategies = kept.map((entry) => {
    const steady =
      entry === first
        ? {
            ...entry,
            window: undefined,
            parameters: { ...entry.parameters, ...plainHunt },
          }
        : first && entry.technique === 'addressBlocklist'
          ? { ...entry, parameters: { ...entry.parameters, ...alike } }
          : entry;
    if (entry.technique !== technique) return steady;
    const parameters = steady.parameters as Record<string, number>;
    return { ...steady, parameters: { ...parameters, ...change(parameters) } };
  });
  const networks = scenario.world.networks.map(({ tableEntries: _, ...one }) => one);
  return withStack({ ...scenario, world: { ...scenario.world, networks } }, strategies);
}

function expectMonotone(technique: string, change: (by: number) => Change) {
  fc.assert(
    fc.property(scenarioWithoutAnswer, fc.integer({ min: 1, max: 12 }), (scenario, by) => {
      const less = changed(scenario, technique, () => ({}));
      const more = changed(scenario, technique, change(by));
      expectNoLess(run(more), run(less));
    }),
    runs,
  );
}

test('4: a wider prefix never blocks less', () => {
  expectMonotone('addressBlocklist', (by) => ({ prefixLength }) => ({
    prefixLength: Math.max(8, prefixLength! - by),
  }));
});

test('4: a higher discovery rate never blocks less', () => {
  expectMonotone('addressBlocklist', (by) => ({ discoveryPerHour }) => ({
    discoveryPerHour: discoveryPerHour! * (1 + by / 4),
  }));
});

test('4: more coverage of the boxes, or a lower threshold, never blocks less', () => {
  expectMonotone('flowClassifier', (by) => ({ coverageMobile, coverageFixed, threshold }) => ({
    coverageMobile: Math.min(1, coverageMobile! + by / 12),
    coverageFixed: Math.min(1, coverageFixed! + by / 24),
    threshold: threshold! - by / 10,
  }));
});

test('4: networks that enforce for more of their users never block less', () => {
  fc.assert(
    fc.property(scenarioWithoutAnswer, fc.integer({ min: 1, max: 20 }), (scenario, twentieths) => {
      const networks = scenario.world.networks.map((network) => ({
        ...network,
        completeness: {
          ...network.completeness,
          value: Math.min(1, network.completeness.value + twentieths / 20),
        },
      }));
      const more = { ...scenario, world: { ...scenario.world, networks } };
      expectNoLess(run(more), run(scenario));
    }),
    runs,
  );
}, 60_000);

test('7: of n fixed addresses, n (1 − e^(−λT)) are known after T hours on average', () => {
  const n = 40;
  const world = tiny().world;
  const courier = world.services[0]!;
  const [placement] = courier.placements;
  const { known: _, ...drawn } = placement!;
  // The list is published every hour, so that the last tick must be one of those: 6½ hours are ticks
  // 0 … 12 of half an hour, with releases at 0, 2, … 12.
  const cases = [
    { tickHours: 1, rate: 0.03, hours: 24, to: '2018-04-17T00:00+03:00' },
    { tickHours: 0.5, rate: 0.1, hours: 6.5, to: '2018-04-16T06:30+03:00' },
  ];
  for (const { tickHours, rate, hours, to } of cases) {
    const scenario = tinyUnder(
      [
        {
          id: 'hunt',
          technique: 'addressBlocklist',
          parameters: { entries: 'adaptive', prefixLength: 32, discoveryPerHour: rate },
        },
      ],
      {
        world: {
          ...world,
          services: [{ ...courier, placements: [{ ...drawn, share: 1, addresses: n }] }],
        },
        tickHours,
        period: { from: '2018-04-16T00:00+03:00', to },
      },
    );
    const plan = planRun(scenario);
    const seeds = 400;
    let sum = 0;
    for (let seed = 0; seed < seeds; seed++) {
      sum += metric('listEntries').total(run(scenario, seed, plan).tally);
    }
    // Each address is known or not, independently: the count is binomial.
    const p = -Math.expm1(-rate * hours);
    const fourErrors = 4 * Math.sqrt((n * p * (1 - p)) / seeds);
    expect(Math.abs(sum / seeds - n * p)).toBeLessThan(fourErrors);
  }
});

test('9: one more bystander, wherever it stands in the file, changes no other number by a bit', () => {
  fc.assert(
    fc.property(
      scenarioWithoutAppeal,
      fc.nat(9),
      fc.integer({ min: 1, max: 5 }),
      (scenario, at, addresses) => {
        const { services } = scenario.world;
        const model = services[at % services.length]!;
        const placements = model.placements.map(({ known: _, ...one }) => ({ ...one, addresses }));
        const newcomer = { ...model, id: 'newcomer', role: 'bystander' as const, placements };
        const world = {
          ...scenario.world,
          services: services.toSpliced(at % (services.length + 1), 0, newcomer),
        };
        const before = run(scenario);
        const after = run({ ...scenario, world });
        const losses = lossesOf(after);
        for (const [id, lost] of lossesOf(before)) expect(losses.get(id)).toEqual(lost);
        expect(after.listings).toEqual(before.listings);
        expect(hopsBut(after, 'newcomer')).toEqual(hopsBut(before, 'newcomer'));
      },
    ),
    runs,
  );
}, 60_000);

/** Who went where; but for one, who may be a business that moves. */
function hopsBut({ hops, plan }: Run, except: string) {
  const { ids } = plan.world.services;
  const { serviceOfPlacement } = plan.world.placements;
  return hops
    .map(({ placement, to }) => [ids[serviceOfPlacement[placement]!], to] as const)
    .filter(([id]) => id !== except);
}

test('10: a service split into two half-size copies loses as much on average', () => {
  // One address each in a /24 of which half is listed, everybody enforces at once. Lost is 0 or 1 of the
  // whole service, variance ¼; of the copies each its half, variance 2 · ¼ · ¼ = ⅛.
  const { world } = tiny();
  const bank = world.services.find(({ id }) => id === 'bank')!;
  const placements = bank.placements.map(({ known: _, ...placement }) => placement);
  const half = { ...bank.users, value: bank.users.value / 2 };
  const copies = ['one', 'other'].map((id) => ({ ...bank, id, users: half, placements }));
  const providers = world.providers.map((provider) => ({
    ...provider,
    pools: provider.pools.map(({ tail: _, ...pool }) => pool),
  }));
  const networks = [{ ...world.networks[0]!, share: { value: 1, assumed } }];
  const entry = { prefix: '203.0.113.0/25', from: '2018-04-16T00:00+03:00', assumed };
  const seeds = 3000;
  const [whole, split] = [[{ ...bank, placements }], copies].map((services) => {
    const scenario = tiny({
      world: { ...world, networks, providers, services },
      ledgers: { register: [entry] },
      period: { from: '2018-04-16T00:00+03:00', to: '2018-04-16T01:00+03:00' },
    });
    const plan = planRun(scenario);
    let sum = 0;
    for (let seed = 0; seed < seeds; seed++) {
      const placed = placeServices(plan.world, streamsOf(seed));
      const { tally } = runPlaced(scenario, seed, plan, placed);
      expect(tally.demandOfService.reduce((all, one) => all + one, 0)).toBeCloseTo(2000, 9);
      sum += metric('collateral').total(tally);
    }
    return sum / seeds;
  });
  expect(whole).not.toBe(split);
  expect(Math.abs(whole! - split!)).toBeLessThan(4 * Math.sqrt((1 / 4 + 1 / 8) / seeds));
});

test('10: x times the users are x times the losses, and the same shares', () => {
  fc.assert(
    fc.property(scenarioWithoutAppeal, fc.integer({ min: 1, max: 1000 }), (scenario, x) => {
      const services = scenario.world.services.map((service) => ({
        ...service,
        users: { ...service.users, value: service.users.value * x },
      }));
      const before = run(scenario);
      const after = run({ ...scenario, world: { ...scenario.world, services } });
      const losses = lossesOf(after);
      const { ids, firstTail } = before.plan.world.services;
      const before10 = lossesOf(before);
      for (const [service, id] of ids.slice(0, firstTail).entries()) {
        const demand = after.tally.demandOfService[service]!;
        before10.get(id)!.forEach((lost, i) => {
          const error = Math.abs(losses.get(id)![i]! - x * lost);
          expect(error).toBeLessThanOrEqual(1e-12 * demand);
        });
      }
    }),
    runs,
  );
}, 60_000);
