// Lists that slow down or cut off what goes to their addresses: closed forms, and cases worked out on paper.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { run } from '../../../src/model/run/run.ts';
import type { PlugInEntry, Scenario } from '../../../src/model/run/scenarioSchema.ts';
import { addressBlocklist } from '../../../src/model/strategies/addressBlocklist/addressBlocklist.ts';
import { scenarioWithoutAnswer, scenarioWithoutAppeal } from '../../oracle/randomScenario.ts';
import { tinyHopping, type tinyWorld, tinyWorldWithoutTail } from '../../tinyWorld.ts';
import { figuresOfRoles, figuresOfServices, lostInAll } from './figures.ts';
import { lostShareOf, tinyUnder } from './tinyRun.ts';

const assumed = 'for the test';
const from = '2018-04-16T00:00+03:00';
const NEED = 256;

/** The tiny world where every session needs 256 kbit/s and 200 kB in a connection. */
function needy(world = tinyWorldWithoutTail()): ReturnType<typeof tinyWorld> {
  const need = { kilobitsPerSecond: NEED, kilobytesPerConnection: 200 };
  const profiles = world.profiles.map((profile) => ({
    ...profile,
    needs: { tls: need, mtproto: need },
  }));
  return { ...world, profiles };
}

/** The first network only, for everybody, complete and at once. */
function strict(world: ReturnType<typeof tinyWorld>): ReturnType<typeof tinyWorld> {
  const [mobile] = world.networks;
  return { ...world, networks: [{ ...mobile!, share: { value: 1, assumed } }] };
}

const throttle = (kilobitsPerSecond: number) => ({ action: 'throttle', kilobitsPerSecond });
const cap = (kilobytes: number) => ({ action: 'byteCap', kilobytes });
/** A cap below all needs, which takes whatever it meets. */
const all = cap(1);

type DocumentedList = readonly [id: string, prefixes: readonly string[], does: object];
/** Documented lists, in stack order. */
function lists(...drawn: DocumentedList[]) {
  const strategies = drawn.map(([id, , does]) => ({
    id,
    technique: 'addressBlocklist',
    parameters: { entries: 'ledger', ledger: id, ...does },
  }));
  const ledgers = Object.fromEntries(
    drawn.map(([id, prefixes]) => [id, prefixes.map((prefix) => ({ prefix, from, assumed }))]),
  );
  return { strategies, ledgers };
}

describe('of a service on n addresses of which b are listed, everybody enforcing,', () => {
  /** Bank on 203.0.113.0 … n − 1, of which the first b = 2^k stand on the list as one prefix. */
  const lostOf = (n: number, k: number, does: object) => {
    const world = strict(needy());
    const known = Array.from({ length: n }, (_, i) => `203.0.113.${i}`);
    const services = world.services.map((service) =>
      service.id === 'bank'
        ? { ...service, placements: [{ ...service.placements[0]!, addresses: n, known }] }
        : service,
    );
    const { strategies, ledgers } = lists(['list', [`203.0.113.0/${32 - k}`], does]);
    const result = run(tinyUnder(strategies, { world: { ...world, services }, ledgers }));
    expect(result.balanced).toBe(true);
    return lostShareOf(result, 'bank', 5);
  };
  const place = fc
    .integer({ min: 0, max: 5 })
    .chain((k) => fc.tuple(fc.integer({ min: 2 ** k, max: 60 }), fc.constant(k)));

  test('a rate takes b/n · (1 − min(1, rate/need)), a cap b/n · [need > cap]', () => {
    // A client takes any one of the n, and each session to a listed one keeps rate/need of itself.
    fc.assert(
      fc.property(place, fc.integer({ min: 8, max: 600 }), ([n, k], rate) => {
        const f = 2 ** k / n;
        expect(lostOf(n, k, throttle(rate))).toBeCloseTo(f * (1 - Math.min(1, rate / NEED)), 13);
        expect(lostOf(n, k, cap(rate))).toBeCloseTo(rate < 200 ? f : 0, 13);
      }),
      { numRuns: 40 },
    );
  });

  test('a cap that takes all comes to what a list that drops takes with one try', () => {
    // Bank tries one address: C(b, 1)/C(n, 1) = b/n.
    fc.assert(
      fc.property(place, ([n, k]) => {
        expect(lostOf(n, k, all)).toBeCloseTo(lostOf(n, k, {}), 13);
      }),
      { numRuns: 20 },
    );
  });
});

/** The list of a random stack that is put to the test; all others drop. */
function onlyHampering(scenario: Scenario, place: number, does: object): Scenario | undefined {
  const { strategies, ...stack } = scenario.stacks[0]!;
  const isList = ({ technique, off }: PlugInEntry) => technique === 'addressBlocklist' && !off;
  const chosen = strategies.filter(isList).at(place);
  if (!chosen) return undefined;
  const changed = strategies.map((entry) =>
    isList(entry)
      ? { ...entry, parameters: { ...entry.parameters, ...(entry === chosen ? does : drop) } }
      : entry,
  );
  return { ...scenario, stacks: [{ ...stack, strategies: changed }] };
}
const drop = { action: 'drop' };

/** One try at an address, and more in each connection than the least cap lets through. */
function oneTry(scenario: Scenario): Scenario {
  const profiles = scenario.world.profiles.map(({ needs: _, ...profile }) => {
    return { ...profile, tries: 1, bytesPerSession: 5000 + profile.bytesPerSession };
  });
  // A business that is hit moves at a share lost; rounding must not decide.
  const countermeasures = scenario.countermeasures.filter((one) => one.technique !== 'migration');
  return { ...scenario, countermeasures, world: { ...scenario.world, profiles } };
}

const everyTick = ({ tally }: ReturnType<typeof run>) =>
  tally.demandOfService.reduce((sum, one) => sum + one, 0);
function expectClose(found: readonly number[], expected: readonly number[], demand: number) {
  const worst = Math.max(0, ...found.map((one, i) => Math.abs(one - expected[i]!)));
  expect(worst).toBeLessThanOrEqual(1e-11 * demand);
}

test('with one try, the last list of a stack may as well drop as take all: not a figure differs', () => {
  // Enforced for c of the users, of n addresses h are dropped by others and s more are on the list: it
  // takes c · (1 − h/n) · s/(n − h) = c · s/n, which is what it covers beyond the others. Hopping, news,
  // tunnels, boxes before and after it meet the same.
  fc.assert(
    fc.property(scenarioWithoutAppeal, (drawn) => {
      const scenario = oneTry(drawn);
      const hampering = onlyHampering(scenario, -1, all);
      if (!hampering) return;
      const found = run(hampering);
      const expected = run(onlyHampering(scenario, -1, drop)!);
      expect(found.hops).toEqual(expected.hops);
      const demand = everyTick(expected);
      const services = figuresOfServices(expected);
      for (const [id, figures] of figuresOfServices(found)) {
        expectClose(figures, services.get(id)!, demand);
      }
      const { tally } = expected;
      const bytes = tally.bytesOfService.reduce((sum, one) => sum + one, 0);
      expectClose(figuresOfRoles(found), figuresOfRoles(expected), Math.max(demand, bytes));
    }),
    { numRuns: 150 },
  );
}, 60_000);

test('with one try, the place of such a list among lists decides who takes, never how much is lost', () => {
  // It takes what no list drops, wherever it stands; what is lost together is what all of them cover.
  fc.assert(
    fc.property(scenarioWithoutAnswer, fc.nat(3), (drawn, place) => {
      const scenario = oneTry(drawn);
      const hampering = onlyHampering(scenario, place, all);
      if (!hampering) return;
      const expected = run(onlyHampering(scenario, place, drop)!);
      const services = lostInAll(expected);
      // Boxes between two lists take of what the later one would have taken; so only lists here.
      const isPlain = hampering.stacks[0]!.strategies.every(
        ({ technique, off }) => off || technique === 'addressBlocklist',
      );
      if (!isPlain) return;
      for (const [id, figures] of lostInAll(run(hampering))) {
        expectClose(figures, services.get(id)!, everyTick(expected));
      }
    }),
    { numRuns: 300 },
  );
}, 60_000);

test('a list that lets through what everybody needs equals none, bit for bit', () => {
  // No drawn session needs 8,192 kbit/s: 10 MB in a minute are 1,333, and the largest need is 3,000.
  // No list of others, which would find less and take less of a full table.
  const harmless = { entries: 'ledger', ledger: 'all', ...throttle(8192) };
  const parameters = addressBlocklist.parameters.parse(harmless);
  fc.assert(
    fc.property(scenarioWithoutAnswer, fc.nat(9), (scenario, at) => {
      const { strategies, ...stack } = scenario.stacks[0]!;
      const boxes = strategies.filter(({ technique }) => technique !== 'addressBlocklist');
      const all = ['0.0.0.0/1', '128.0.0.0/1'].map((prefix) => {
        return { prefix, from: scenario.period.from, assumed };
      });
      const under = (entry: PlugInEntry) => {
        const own = boxes.toSpliced(at % (boxes.length + 1), 0, entry);
        return run({ ...scenario, ledgers: { all }, stacks: [{ ...stack, strategies: own }] });
      };
      const before = under({ id: 'new', technique: 'none', parameters: {} });
      const after = under({ id: 'new', technique: 'addressBlocklist', parameters });
      expect(after.tally.listedOfTick[0]).toBe(2 ** 32);
      expect(figuresOfServices(after)).toEqual(figuresOfServices(before));
      expect(figuresOfRoles(after)).toEqual(figuresOfRoles(before));
    }),
    { numRuns: 100 },
  );
}, 60_000);

test('a higher rate never takes more, and no rate takes more than a cap that takes all', () => {
  fc.assert(
    fc.property(scenarioWithoutAnswer, fc.nat(3), (drawn, place) => {
      const scenario = { ...drawn, world: oneTry(drawn).world };
      const losses = [all, throttle(8), throttle(64), throttle(1024)].map((does) => {
        const changed = onlyHampering(scenario, place, does);
        return changed && lostInAll(run(changed));
      });
      losses.slice(1).forEach((less, i) => {
        for (const [id, figures] of less ?? []) {
          const more = losses[i]!.get(id)!;
          figures.forEach((lost, tick) => {
            expect(lost).toBeLessThanOrEqual(more[tick]! * (1 + 1e-12) + 1e-9);
          });
        }
      });
    }),
    { numRuns: 60 },
  );
}, 60_000);

describe('in the tiny world, where 0.6 of the users enforce all and 0.4 half of a list,', () => {
  const tick = 5;
  const lost = (id: string, ...drawn: DocumentedList[]) => {
    const { strategies, ledgers } = lists(...drawn);
    const result = run(tinyUnder(strategies, { world: needy(), ledgers }));
    expect(result.balanced).toBe(true);
    return drawn.map((_, strategy) => lostShareOf(result, id, tick, strategy));
  };
  const expectLost = (found: readonly number[], expected: readonly number[]) => {
    expected.forEach((one, i) => {
      expect(found[i]).toBeCloseTo(one, 14);
    });
  };

  test('what a list drops, another cannot slow down, whichever comes first', () => {
    // 0.6 + 0.4 · 0.5 = 0.8 enforce both: mapper's one address does not answer them.
    const narrow = ['register', ['198.51.100.16/28'], {}] as const;
    const wide = ['slow', ['198.51.100.0/24'], all] as const;
    expectLost(lost('mapper', narrow, wide), [0.8, 0]);
    expectLost(lost('mapper', wide, narrow), [0, 0.8]);
    // Lantern stands on the slow list only; a quarter of its need is left to a session there.
    expectLost(lost('lantern', narrow, ['slow', ['198.51.100.0/24'], throttle(64)]), [0, 0.6]);
  });

  test('two slow lists take one after the other, of the same users', () => {
    // Half, then half of what is left: of the 0.8 who are behind both, 0.4 and 0.2.
    const half = throttle(NEED / 2);
    const both = ['203.0.113.0/24'];
    expectLost(lost('bank', ['one', both, half], ['two', both, half]), [0.4, 0.2]);
  });

  test('clients give up an address that is dropped, and stay at one that is slow', () => {
    // Half of courier’s sessions know 192.0.2.10 and .20 and try both, half know 198.51.100.10 only.
    const one = ['192.0.2.10/32'];
    const other = ['192.0.2.20/32'];
    expectLost(lost('courier', ['register', one, {}]), [0]);
    // 0.5 · 0.8 · 1/2.
    expectLost(lost('courier', ['slow', one, all]), [0.2]);
    // With .10 dead all who enforce come to .20: 0.5 · 0.8. On the same address nobody is slowed down.
    expectLost(lost('courier', ['register', one, {}], ['slow', other, all]), [0, 0.4]);
    expectLost(lost('courier', ['register', one, {}], ['slow', one, all]), [0, 0]);
  });

  test('alone each list takes what it would take without the others', () => {
    const { strategies, ledgers } = lists(
      ['register', ['203.0.113.0/24'], {}],
      ['slow', ['203.0.113.0/24'], throttle(NEED / 4)],
    );
    const { tally } = run(tinyUnder(strategies, { world: needy(), ledgers }));
    // Bank’s 2,000 sessions and three quarters of radio’s 2,000: 3,500 · 0.8, and of that 3/4.
    const at = tally.rowOfTick[tick]! * 4;
    expect(Array.from(tally.roleAloneOfRow.subarray(at, at + 2))).toEqual([
      expect.closeTo(2800, 9),
      expect.closeTo(2100, 9),
    ]);
    expect(tally.roleLostOfRow[at + 1]).toBe(0);
  });

  test('a box meets what a list left of each protocol, not of the mean', () => {
    // Courier: 0.75 MTProto, 0.25 TLS, of which only TLS needs more than the rate: it loses half.
    // Then a box takes all TLS. Whoever enforces (0.8): 0.125 to the list, 0.125 to the box.
    const world = needy();
    const tls = { kilobitsPerSecond: NEED, kilobytesPerConnection: 1 };
    const mtproto = { kilobitsPerSecond: 1, kilobytesPerConnection: 1 };
    const profiles = world.profiles.map((one) => ({ ...one, needs: { tls, mtproto } }));
    const { strategies, ledgers } = lists([
      'slow',
      ['192.0.2.0/24', '198.51.100.0/24'],
      throttle(NEED / 2),
    ]);
    const box = {
      id: 'box',
      technique: 'flowClassifier',
      parameters: {
        ...{ scores: { tls: { mean: 8, deviation: 0.1 } }, coverageMobile: 1, coverageFixed: 1 },
      },
    };
    const changes = { world: { ...world, profiles }, ledgers };
    const after = run(tinyUnder([...strategies, box], changes));
    const before = run(tinyUnder([box, ...strategies], changes));
    expect(lostShareOf(after, 'courier', tick, 0)).toBeCloseTo(0.8 * 0.125, 14);
    expect(lostShareOf(after, 'courier', tick, 1)).toBeCloseTo(0.8 * 0.125 + 0.2 * 0.25, 14);
    // In front of it the box leaves no TLS to slow down.
    expect(lostShareOf(before, 'courier', tick, 0)).toBeCloseTo(0.25, 14);
    expect(lostShareOf(before, 'courier', tick, 1)).toBeCloseTo(0, 14);
  });

  test('who complains is who lost something, and half a loss is half a complaint', () => {
    // Bank and three quarters of radio: 3,500 sessions, 0.8 of them behind the list, 10 in 1,000
    // complained of: 28 a day from tick 3 on where all is lost, 14 where half is.
    const endsUnder = (pressurePerDay: number, does: object) => {
      const pressure = { pressurePerDay, pressureHours: 1 };
      const drawn = lists(['slow', ['203.0.113.0/24'], { ...does, ...pressure }]);
      const countermeasures = [
        { id: 'hotline', technique: 'appeal', parameters: { complaintsPerThousandLost: 10 } },
      ];
      const { strategies, ledgers } = drawn;
      const changes = { world: needy(), ledgers, countermeasures };
      return run(tinyUnder(strategies, changes)).listings[0]!.untilTick;
    };
    const half = throttle(NEED / 2);
    expect([endsUnder(27.9, all), endsUnder(28.1, all)]).toEqual([3, Infinity]);
    expect([endsUnder(13.9, half), endsUnder(14.1, half)]).toEqual([3, Infinity]);
    expect(endsUnder(0.001, throttle(NEED))).toBe(Infinity);
  });

  test('a target that leaves a slow address leaves it for good: who has not heard is lost to that list', () => {
    // Listed at 0 and left an hour later. The news spreads over 6 hours in 7 equal steps, the first in the
    // tick of the hop: then 6/7 of those on 198.51.100.10, half of courier’s sessions, find nothing, on
    // whichever network, and nobody is slowed down any more.
    const { strategies, ledgers } = lists(['slow', ['198.51.100.10/32'], throttle(NEED / 2)]);
    const changes = { world: needy(), ledgers, countermeasures: [tinyHopping()] };
    const result = run(tinyUnder(strategies, changes));
    // Mobile enforces in tick 0, fixed lines two hours later: 0.5 · 0.6 · 1/2.
    expect(lostShareOf(result, 'courier', 0)).toBeCloseTo(0.15, 14);
    expect(lostShareOf(result, 'courier', 1)).toBeCloseTo((0.5 * 6) / 7, 14);
    expect(lostShareOf(result, 'courier', 7)).toBe(0);
    expect(result.balanced).toBe(true);
  });
});
