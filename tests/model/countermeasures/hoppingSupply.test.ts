// Where a target that hops can go: its own ranges, a budget, providers that put it out, and when it moves at all.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePrefix } from '../../../src/model/net/prefix.ts';
import { setOfPrefixes } from '../../../src/model/net/prefixSet.ts';
import { contains } from '../../../src/model/net/setQueries.ts';
import { type Run, run } from '../../../src/model/run/run.ts';
import { listedAt } from '../../../src/model/strategies/listingLog.ts';
import { addressesOfPlacement } from '../../../src/model/world/placeServices.ts';
import { problemsAfter } from '../../scenario/tinyShelf.ts';
import { tinyHopping } from '../../tinyWorld.ts';
import { lossesOf, lostShareOf, tiny, tinyUnder } from '../run/tinyRun.ts';

type Chosen = Readonly<Record<string, unknown>>;
const assumed = 'for the test';
const inHomenet = (address: number) => address >>> 8 === 0xcb0071; // 203.0.113.0/24
const inShared = (address: number) => address >>> 8 === 0xc63364; // 198.51.100.0/24
const sharedOnly = [{ pool: 'nimbus-shared', weight: 1 }];
const both = [...sharedOnly, { pool: 'homenet', weight: 1 }];
const homenetOnly = [{ pool: 'homenet', weight: 1 }];

function hopping(parameters: Chosen, entry: Chosen = {}) {
  const tinyOne = tinyHopping();
  return { ...tinyOne, ...entry, parameters: { ...tinyOne.parameters, ...parameters } };
}

/** 192.0.2.0/24, with two addresses of courier, is listed from tick 12 on. */
function listedAtNoon(parameters: Chosen, entry: Chosen = {}): Run {
  const listed = { prefix: '192.0.2.0/24', from: '2018-04-16T12:00+03:00', assumed };
  const countermeasures = [hopping(parameters, entry)];
  return run(tiny({ ledgers: { register: [listed] }, countermeasures }));
}

/** A hunt that lists four addresses around each find. */
function hunted(parameters: Chosen, seed = 7): Run {
  const hunt = {
    id: 'hunt',
    technique: 'addressBlocklist',
    parameters: { entries: 'adaptive', prefixLength: 30, discoveryPerHour: 0.3 },
  };
  return run(tinyUnder([hunt], { seed, countermeasures: [hopping(parameters)] }));
}

/** The addresses that courier uses after the hops of each tick. */
function addressesByTick({ plan, placed, hops }: Run): number[][] {
  const slots = new Map<string, number>();
  for (const placement of [0, 1]) {
    addressesOfPlacement(placed, placement).forEach((address, slot) => {
      slots.set(`${placement}/${slot}`, address);
    });
  }
  return Array.from({ length: plan.ticks }, (_, tick) => {
    for (const { tick: at, placement, slot, to } of hops) {
      if (at === tick) slots.set(`${placement}/${slot}`, to);
    }
    return [...slots.values()];
  });
}

const moves = ({ hops }: Run) => hops.map(({ tick, why }) => [tick, why]);

test('put out by its provider, the target leaves all addresses there at once and rents there no more', () => {
  const evictions = [{ provider: 'nimbus', afterHours: 5 }];
  const result = listedAtNoon({ pools: both, evictions });
  // All three addresses are Nimbus's; what is listed at noon is no longer the target's.
  expect(moves(result)).toEqual([
    [5, 'evicted'],
    [5, 'evicted'],
    [5, 'evicted'],
  ]);
  expect(result.hops.every(({ to }) => inHomenet(to))).toBe(true);
  // Before any list holds an entry, that clients have not heard yet is the loss of no strategy.
  for (let tick = 0; tick < 72; tick++) expect(lostShareOf(result, 'courier', tick)).toBe(0);
});

test('one that finds no other place is cut off for good', () => {
  // Listed at noon, two addresses go to the shared pool at 13; at 14 the provider of all three puts them
  // out. The third was never listed: it is lost to the list that is in use.
  const evictions = [{ provider: 'nimbus', afterHours: 14 }];
  const result = listedAtNoon({ pools: sharedOnly, evictions });
  expect(moves(result)).toEqual([
    [13, 'listed'],
    [13, 'listed'],
  ]);
  for (let tick = 14; tick < 72; tick++) expect(lostShareOf(result, 'courier', tick)).toBe(1);
});

test('who is put out where a list has driven it is still lost to that list', () => {
  // Driven from 192.0.2.0/24 at 13 to the shared pool, put out at 14 while the news of 13 still spreads.
  const evictions = [{ provider: 'nimbus', afterHours: 14 }];
  const result = listedAtNoon({ pools: both, evictions });
  const from = result.hops.filter(({ tick, placement }) => tick === 14 && placement === 0);
  const stayed = 2 - from.length;
  // Of the two addresses of the placement each that moved again is known to 1/7 at 14, one that the pools'
  // weights had sent to Homenet at 13 to 2/7. Listed is none of them.
  const unheard = (6 / 7) ** from.length * (5 / 7) ** stayed;
  // The other placement has one address, put out at 14 and known to 1/7 as well.
  expect(lostShareOf(result, 'courier', 14)).toBeCloseTo(0.5 * unheard + 0.5 * (6 / 7), 14);
  expect(moves(result)).toContainEqual([14, 'evicted']);
});

test('from the eviction on no address is at a provider that put the target out', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.nat(1000), (afterHours, seed) => {
      const result = hunted({ pools: both, evictions: [{ provider: 'nimbus', afterHours }] }, seed);
      const used = addressesByTick(result);
      for (let tick = afterHours; tick < 72; tick++) {
        const full = listedAt(result.listings, tick);
        const hasRoom = Array.from({ length: 256 }, (_, last) => 0xcb007100 + last).some(
          (address) => !contains(full, address) && !used[tick]!.includes(address),
        );
        if (!hasRoom) return;
        expect(used[tick]!.filter((address) => !inHomenet(address))).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
});

test('an eviction needs no list', () => {
  const evictions = [{ provider: 'nimbus', afterHours: 5 }];
  const countermeasures = [hopping({ pools: both, evictions })];
  expect(moves(run(tiny({ stack: 'dpi', countermeasures })))).toHaveLength(3);
});

test('with a budget of B the target moves as without one, but B times at most', () => {
  let spent = 0;
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(1000), (budget, seed) => {
      const all = hunted({ pools: both }, seed).hops;
      const some = hunted({ pools: both, budget }, seed).hops;
      // Until it is spent nothing tells the two apart.
      expect(some).toEqual(all.slice(0, budget));
      if (all.length > budget) spent++;
    }),
    { numRuns: 60 },
  );
  expect(spent).toBeGreaterThan(10);
});

test('own ranges are used first, and cost nothing of the budget', () => {
  // Two addresses are listed at noon: one finds the only own address, the other one is rented.
  const own = { ownRanges: ['203.0.113.7/32'] };
  const result = listedAtNoon({ ...own, pools: sharedOnly, budget: 1 });
  expect(result.hops.map(({ to }) => to)[0]).toBe(0xcb007107);
  expect(result.hops.map(({ to }) => inShared(to))).toEqual([false, true]);
});

test('every own address is in use or listed before the first address is rented', () => {
  let rented = 0;
  const text = '203.0.113.128/29';
  const reading = parsePrefix(text);
  if (!reading.ok) throw new Error(reading.reason);
  const set = setOfPrefixes([reading.prefix]);
  fc.assert(
    fc.property(fc.nat(1000), (seed) => {
      const result = hunted({ ownRanges: [text], pools: sharedOnly }, seed);
      const used = addressesByTick(result);
      for (const { tick, to } of result.hops) {
        if (contains(set, to)) continue;
        rented++;
        const listed = listedAt(result.listings, tick);
        // Those of this tick are in use by its end; those just left were listed.
        for (let own = set.first[0]!; own <= set.last[0]!; own++) {
          expect(contains(listed, own) || used[tick]!.includes(own)).toBe(true);
        }
      }
    }),
    { numRuns: 60 },
  );
  expect(rented).toBeGreaterThan(100);
});

test('own ranges at a provider that puts the target out are lost with it', () => {
  const evictions = [{ provider: 'nimbus', afterHours: 5 }];
  const ownRanges = ['198.51.100.128/25'];
  const result = listedAtNoon({ ownRanges, pools: homenetOnly, evictions });
  expect(result.hops.map(({ tick, to }) => [tick, inHomenet(to)])).toEqual([
    [5, true],
    [5, true],
    [5, true],
  ]);
});

test('outside its window the target stays where it is', () => {
  const from = '2018-04-16T20:00+03:00';
  // Listed at 12; it begins to answer at 20, and its delay of an hour begins then.
  expect(moves(listedAtNoon({}, { window: { from } })).map(([tick]) => tick)).toEqual([21, 21]);
  // Due at 13, when it has given up.
  const to = '2018-04-16T13:00+03:00';
  expect(listedAtNoon({}, { window: { to } }).hops).toEqual([]);
  // Moved at 13, and nobody moves back.
  const later = '2018-04-16T14:00+03:00';
  const given = lossesOf(listedAtNoon({}, { window: { to: later } }));
  expect(given).toEqual(lossesOf(listedAtNoon({})));
});

test('hours of an eviction count from the beginning of the window', () => {
  const window = { from: '2018-04-16T06:00+03:00' };
  const evictions = [{ provider: 'nimbus', afterHours: 2.4 }];
  // 2.4 h are two ticks.
  expect(moves(listedAtNoon({ pools: both, evictions }, { window }))[0]).toEqual([8, 'evicted']);
});

test('a provider that there is not is named with the nearest one', () => {
  const [problem] = problemsAfter((scenario) => {
    scenario.countermeasures[0].parameters.evictions = [{ provider: 'nimbos', afterHours: 1 }];
  });
  expect(problem).toMatchObject({
    path: 'countermeasures[0].parameters.evictions[0].provider',
    nearest: 'nimbus',
  });
});

test('evictions come at their hours, whatever their order and the length of a tick', () => {
  // Nimbus puts courier out after 20 hours, Homenet after 40; nothing is blocked.
  const evictions = [
    { provider: 'homenet', afterHours: 40 },
    { provider: 'nimbus', afterHours: 20 },
  ];
  for (const tickHours of [1, 2, 4]) {
    const countermeasures = [hopping({ pools: both, evictions, hopDelayHours: 0 })];
    const ledgers = { register: [] };
    const { hops } = run(tiny({ tickHours, stack: 'none', ledgers, countermeasures }));
    const hours = new Set(hops.map(({ tick }) => tick * tickHours));
    // All three addresses lie with Nimbus and move to Homenet; from there nothing is left to rent.
    expect([...hours]).toEqual([20]);
    expect(hops).toHaveLength(3);
    expect(hops.every(({ to }) => inHomenet(to))).toBe(true);
  }
});
