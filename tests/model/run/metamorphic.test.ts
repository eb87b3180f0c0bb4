// What must follow from what, over random worlds with every technique and every answer: changes of a
// scenario of which the effect on all figures is known beforehand.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Run, run } from '../../../src/model/run/run.ts';
import type { PlugInEntry, Scenario } from '../../../src/model/run/scenarioSchema.ts';
import {
  randomScenario,
  scenarioWithoutAnswer,
  scenarioWithoutAppeal,
} from '../../oracle/randomScenario.ts';
import { figuresOfLists, figuresOfRoles, figuresOfServices, lostInAll } from './figures.ts';

const runs = { numRuns: 100 };
const LIMIT = 60_000;
type World = Scenario['world'];
type Service = World['services'][number];

const inWorld = (scenario: Scenario, changes: Partial<World>): Scenario => ({
  ...scenario,
  world: { ...scenario.world, ...changes },
});
const withStrategies = (scenario: Scenario, strategies: readonly PlugInEntry[]): Scenario => ({
  ...scenario,
  stacks: [{ ...scenario.stacks[0]!, strategies: [...strategies] }],
});
const strategiesOf = (scenario: Scenario) => scenario.stacks[0]!.strategies;
const but = (scenario: Scenario, technique: string): Scenario => ({
  ...scenario,
  countermeasures: scenario.countermeasures.filter((entry) => entry.technique !== technique),
});
const targetHops = ({ hops, plan }: Run) =>
  hops.map(({ tick, placement, to, why }) => {
    const service = plan.world.services.ids[plan.world.placements.serviceOfPlacement[placement]!];
    return { tick, service, to, why };
  });

/** Rounding errors are those of the whole demand, of which losses and what is left are differences. */
function expectClose(found: readonly number[], expected: readonly number[], demand: number) {
  expect(found.length).toBe(expected.length);
  const worst = Math.max(0, ...found.map((one, i) => Math.abs(one - expected[i]!)));
  expect(worst).toBeLessThanOrEqual(1e-12 * demand);
}
const demandOfAll = ({ tally }: Run) => tally.demandOfService.reduce((sum, one) => sum + one, 0);

test(
  'a bystander that nobody needs changes nobody else by a bit, whatever it needs itself',
  () => {
    fc.assert(
      fc.property(scenarioWithoutAppeal, fc.nat(9), (scenario, at) => {
        const { services } = scenario.world;
        const model = services[at % services.length]!;
        const first = services[0]!;
        const newcomer: Service = { ...model, id: 'newcomer', role: 'bystander' };
        const needy: Service = {
          ...newcomer,
          dependsOn: [{ service: first.id, criticality: { value: 0.5, assumed: 'for the test' } }],
        };
        const more = services.toSpliced(at % (services.length + 1), 0, needy);
        const before = run(scenario);
        const after = run(inWorld(scenario, { services: more }));
        const figures = figuresOfServices(after);
        for (const [id, expected] of figuresOfServices(before)) {
          expect(figures.get(id)).toEqual(expected);
        }
        expect(after.listings).toEqual(before.listings);
        const others = targetHops(after).filter(({ service }) => service !== 'newcomer');
        expect(others).toEqual(targetHops(before));
      }),
      runs,
    );
  },
  LIMIT,
);

/** x times the users of every service and the sessions of every long tail. */
function scaled(scenario: Scenario, x: number): Scenario {
  const times = <F extends { readonly value: number }>(one: F) => ({
    ...one,
    value: one.value * x,
  });
  return inWorld(scenario, {
    services: scenario.world.services.map((one) => ({ ...one, users: times(one.users) })),
    providers: scenario.world.providers.map((provider) => ({
      ...provider,
      pools: provider.pools.map((pool) =>
        pool.tail
          ? { ...pool, tail: { ...pool.tail, sessionsPerDay: times(pool.tail.sessionsPerDay) } }
          : pool,
      ),
    })),
  });
}

test(
  'a power of two times the users is as many times every figure, to the bit',
  () => {
    fc.assert(
      fc.property(scenarioWithoutAppeal, fc.constantFrom(2, 64, 0.5), (scenario, x) => {
        const before = run(scenario);
        const after = run(scaled(scenario, x));
        expect(figuresOfRoles(after)).toEqual(figuresOfRoles(before).map((one) => one * x));
        expect(figuresOfLists(after)).toEqual(figuresOfLists(before));
      }),
      runs,
    );
  },
  LIMIT,
);

test(
  'x times the users are x times every figure of every service',
  () => {
    fc.assert(
      // A share of exactly what makes a business move may be rounded to either side.
      fc.property(scenarioWithoutAppeal, fc.integer({ min: 3, max: 1000 }), (drawn, x) => {
        const scenario = but(drawn, 'migration');
        const before = run(scenario);
        const after = run(scaled(scenario, x));
        const figures = figuresOfServices(after);
        for (const [id, expected] of figuresOfServices(before)) {
          const scaledUp = expected.map((one) => one * x);
          expectClose(figures.get(id)!, scaledUp, demandOfAll(after));
        }
      }),
      runs,
    );
  },
  LIMIT,
);

test(
  'the order of services, providers, pools, profiles and protocols changes no figure',
  () => {
    fc.assert(
      fc.property(randomScenario, (drawn) => {
        const scenario = but(drawn, 'migration');
        const { world } = scenario;
        const turned = inWorld(scenario, {
          services: world.services.toReversed(),
          profiles: world.profiles.toReversed(),
          protocols: world.protocols.toReversed(),
          networks: world.networks.toReversed(),
          providers: world.providers
            .toReversed()
            .map((provider) => ({ ...provider, pools: provider.pools.toReversed() })),
        });
        expectSameFigures(run(turned), run(scenario));
      }),
      runs,
    );
  },
  LIMIT,
);

function expectSameFigures(after: Run, before: Run) {
  const figures = figuresOfServices(after);
  for (const [id, expected] of figuresOfServices(before)) {
    expectClose(figures.get(id)!, expected, demandOfAll(before));
  }
  expect(after.listings).toEqual(before.listings);
  expect(targetHops(after)).toEqual(targetHops(before));
  expect(figuresOfLists(after)).toEqual(figuresOfLists(before));
}

test(
  'titles, names and notes change no figure by a bit',
  () => {
    fc.assert(
      fc.property(randomScenario, (scenario) => {
        const { services, networks, providers, protocols } = scenario.world;
        const renamed = inWorld(scenario, {
          title: 'Another title',
          services: services.map((one) => ({ ...one, name: `The ${one.name}` })),
          networks: networks.map((one) => ({ ...one, title: 'Another network' })),
          providers: providers.map((one) => ({ ...one, name: 'Another provider', note: 'A note' })),
          protocols: protocols.map((one) => ({ ...one, title: 'Another', look: 'Another look' })),
        });
        const [before, after] = [run(scenario), run(renamed)];
        expect(figuresOfServices(after)).toEqual(figuresOfServices(before));
        expect(figuresOfRoles(after)).toEqual(figuresOfRoles(before));
        expect(after.hops).toEqual(before.hops);
      }),
      runs,
    );
  },
  LIMIT,
);

test(
  'a longer white list never blocks more of any service',
  () => {
    const names = ['t.co', 'a.example', 'microsoft.com', 'example', 'b.example'];
    fc.assert(
      // People would answer a smaller loss with fewer tunnels, and lose more another day.
      fc.property(
        scenarioWithoutAnswer,
        fc.nat(names.length),
        fc.nat(names.length),
        fc.integer({ min: 0, max: 2 }),
        (scenario, one, other, prefixes) => {
          const all = scenario.world.providers.flatMap(({ pools }) =>
            pools.flatMap((pool) => pool.prefixes),
          );
          const under = (listed: number, wide: number) =>
            withStrategies(scenario, [
              ...strategiesOf(scenario),
              {
                id: 'white-list',
                technique: 'allowList',
                parameters: {
                  ...{ names: names.slice(0, listed), prefixes: all.slice(0, wide) },
                  ...{ coverageMobile: 1, coverageFixed: 0.5 },
                  ...{ action: 'drop', kilobitsPerSecond: 8, kilobytes: 1 },
                },
              },
            ]);
          const [shorter, longer] = [Math.min(one, other), Math.max(one, other)];
          const more = run(under(shorter, 0));
          const less = lostInAll(run(under(longer, prefixes)));
          for (const [id, lost] of lostInAll(more)) {
            const service = more.plan.world.services.ids.indexOf(id);
            const rounding = 1e-12 * more.tally.demandOfService[service]!;
            less.get(id)!.forEach((here, tick) => {
              expect(here).toBeLessThanOrEqual(lost[tick]! + rounding);
            });
          }
        },
      ),
      runs,
    );
  },
  LIMIT,
);

test(
  'two services of half the users each, at the same addresses, lose together what one loses',
  () => {
    fc.assert(
      fc.property(randomScenario, fc.nat(9), (drawn, at) => {
        const { scenario, id } = withSplittable(drawn, at);
        const { services } = scenario.world;
        const whole = services.find((service) => service.id === id)!;
        const users = { ...whole.users, value: whole.users.value / 2 };
        const halves = ['left-half', 'right-half'].map((half) => ({ ...whole, id: half, users }));
        const others = services.filter((service) => service !== whole);
        const before = run(scenario);
        const after = figuresOfServices(
          run(inWorld(scenario, { services: [...others, ...halves] })),
        );
        const together = after
          .get('left-half')!
          .map((one, i) => one + after.get('right-half')![i]!);
        expectClose(together, figuresOfServices(before).get(id)!, demandOfAll(before));
      }),
      runs,
    );
  },
  LIMIT,
);

/** A bystander at documented addresses whom nobody needs, and who does not answer by itself. */
function withSplittable(drawn: Scenario, at: number) {
  const { services } = drawn.world;
  const { id } = services[at % services.length]!;
  const countermeasures = drawn.countermeasures.filter(
    ({ technique, parameters }) =>
      technique !== 'migration' && !JSON.stringify(parameters).includes(`"${id}"`),
  );
  const known = drawn.world.providers.flatMap(({ pools }) =>
    pools.map((pool) => ({ pool: pool.id, address: pool.prefixes[0]!.split('/')[0]! })),
  );
  const changed = services.map((service): Service => {
    const dependsOn = (service.dependsOn ?? []).filter((need) => need.service !== id);
    if (service.id !== id) return { ...service, dependsOn };
    const placements = service.placements.map((placement) => ({
      ...placement,
      addresses: 1,
      known: [known.find(({ pool }) => pool === placement.pool)!.address],
    }));
    return { ...service, dependsOn, placements, role: 'bystander' };
  });
  return { id, scenario: inWorld({ ...drawn, countermeasures }, { services: changed }) };
}

const coverage = { coverageMobile: 1, coverageFixed: 1 };
const drop = { action: 'drop', kilobitsPerSecond: 128, kilobytes: 16 } as const;
const classifier = {
  ...{ ...coverage, ...drop, conditions: 'laboratory', fieldFall: 1, threshold: 0, share: 1 },
  ...{ capacity: 1, overload: 'fail-open', residualSeconds: 180, ranges: [] },
  scores: { tls: { mean: 2, deviation: 1 } },
};
const cut = { mobile: 1, fixed: 1 };

/** Each of them by another kind of nothing: strategies that are in the stack and never touch a session. */
const idle: readonly Omit<PlugInEntry, 'id'>[] = [
  {
    technique: 'flowClassifier',
    parameters: { ...classifier, coverageMobile: 0, coverageFixed: 0 },
  },
  { technique: 'flowClassifier', parameters: { ...classifier, share: 0 } },
  { technique: 'flowClassifier', parameters: { ...classifier, scores: {} } },
  { technique: 'flowClassifier', parameters: { ...classifier, ranges: ['240.0.0.0/32'] } },
  {
    technique: 'protocolFingerprint',
    parameters: {
      ...{ ...coverage, ...drop, protocols: ['tls'], catches: 1, alsoCatches: 0.5, share: 0 },
      ...{ halfLifeWeeks: 1, refreshWeeks: 0 },
    },
  },
  {
    technique: 'callRestriction',
    parameters: {
      ...{ ...coverage, ...drop, by: 'pattern', ranges: [], spared: [], voice: ['tls'] },
      ...{ video: ['quic'], detects: 0, videoLikeness: 1 },
    },
  },
  {
    technique: 'nameFilter',
    parameters: { ...coverage, ...drop, rules: [], where: 'dns', plainDns: 1 },
  },
  {
    technique: 'nameFilter',
    parameters: {
      ...{ ...coverage, ...drop, rules: [{ match: 'substring', text: 'e' }] },
      ...{ where: 'dns', plainDns: 0 },
    },
  },
  {
    technique: 'allowList',
    parameters: { ...{ names: [], prefixes: [], coverageMobile: 0, coverageFixed: 0 }, ...drop },
  },
  { technique: 'shutdown', parameters: { mobile: 0, fixed: 0 } },
  { technique: 'shutdown', parameters: cut, off: true },
  { technique: 'shutdown', parameters: cut, networks: ['nowhere'] },
  { technique: 'shutdown', parameters: cut, regions: ['nowhere'] },
  { technique: 'shutdown', parameters: cut, window: { to: '1970-01-01T00:00Z' } },
  { technique: 'shutdown', parameters: cut, window: { from: '2100-01-01T00:00Z' } },
];

test(
  'a strategy without strength equals none, bit for bit, in every figure',
  () => {
    fc.assert(
      fc.property(randomScenario, fc.constantFrom(...idle), fc.nat(9), (scenario, weak, at) => {
        const strategies = strategiesOf(scenario);
        const place = at % (strategies.length + 1);
        const under = (entry: Omit<PlugInEntry, 'id'>) =>
          run(
            withStrategies(scenario, strategies.toSpliced(place, 0, { ...entry, id: 'newcomer' })),
          );
        const before = under({ technique: 'none', parameters: {} });
        const after = under(weak);
        expect(figuresOfServices(after)).toEqual(figuresOfServices(before));
        expect(figuresOfRoles(after)).toEqual(figuresOfRoles(before));
        expect(figuresOfLists(after)).toEqual(figuresOfLists(before));
        expect(after.hops).toEqual(before.hops);
      }),
      { numRuns: 300 },
    );
  },
  LIMIT,
);

test(
  'a list on which nothing stands equals none, bit for bit, in every figure',
  () => {
    const hunting = { entries: 'adaptive', releaseHours: 1, listAs: 'prefix', prefixLength: 24 };
    const empty = [
      { ...hunting, discoveryPerHour: 0 },
      { entries: 'ledger', ledger: 'nothing' },
      { entries: 'ledger', ledger: 'nothing', action: 'byteCap', kilobytes: 1 },
      { ...hunting, discoveryPerHour: 4, protectedPrefixes: ['0.0.0.0/0'] },
    ];
    fc.assert(
      fc.property(randomScenario, fc.constantFrom(...empty), fc.nat(9), (drawn, weak, at) => {
        const scenario = { ...drawn, ledgers: { ...drawn.ledgers, nothing: [] } };
        const strategies = strategiesOf(scenario);
        const place = at % (strategies.length + 1);
        const under = (technique: string, parameters: object) => {
          const entry = { id: 'newcomer', technique, parameters: { ...parameters } };
          return run(withStrategies(scenario, strategies.toSpliced(place, 0, entry)));
        };
        const before = under('none', {});
        const after = under('addressBlocklist', { ...listDefaults, ...weak });
        expect(figuresOfServices(after)).toEqual(figuresOfServices(before));
        expect(figuresOfRoles(after)).toEqual(figuresOfRoles(before));
        expect(figuresOfLists(after)).toEqual(figuresOfLists(before));
        expect(after.hops).toEqual(before.hops);
      }),
      runs,
    );
  },
  LIMIT,
);

const listDefaults = {
  ...{ ...drop, escalateAfter: 0, escalateWithinHours: 24, unlistAfterHours: 0 },
  ...{ pressurePerDay: 0, pressureHours: 24, mercyHours: 168, mistakes: [], protectedPrefixes: [] },
};
