// Questions put to a finished run: one address, one service, the pools. Ticks are hours of the tiny days.
import { describe, expect, test } from 'vitest';
import { daysOfRows } from '../../../src/model/metrics/metric.ts';
import { parseAddress } from '../../../src/model/net/address.ts';
import { formatPrefix } from '../../../src/model/net/prefix.ts';
import { addressesInUse } from '../../../src/model/run/addressesInUse.ts';
import { explainService } from '../../../src/model/run/explain.ts';
import { listedOfPools, lookUpAddress } from '../../../src/model/run/lookUp.ts';
import { run } from '../../../src/model/run/run.ts';
import { scenarioSchema } from '../../../src/model/run/scenarioSchema.ts';
import { hitSince, serviceTotals } from '../../../src/model/run/serviceHistory.ts';
import { tinyHopping, tinyScenario, tinyWorld } from '../../tinyWorld.ts';

const tiny = run({ ...scenarioSchema.parse(tinyScenario(tinyWorld())), world: tinyWorld() });
const { services, pools } = tiny.plan.world;
const address = (text: string) => parseAddress(text) as number;
const service = (id: string) => services.ids.indexOf(id);
const namesOf = (numbers: readonly number[]) => numbers.map((number) => services.ids[number]);

describe('an address', () => {
  test('has its entries at the time, the narrowest first', () => {
    const at = (tick: number) =>
      lookUpAddress(tiny, address('198.51.100.20'), tick).listings.map(({ first, last }) =>
        formatPrefix(first, last),
      );
    expect(at(23)).toEqual([]);
    expect(at(24)).toEqual(['198.51.100.0/25']);
    expect(at(30)).toEqual(['198.51.100.16/28', '198.51.100.0/25']);
    expect(at(60)).toEqual(['198.51.100.16/28']);
  });

  test('has the services on it, and those of the widest entry as neighbours, the nearest first', () => {
    // Within 198.51.100.0/25 lie courier's .10 and radio's .30; lantern's .200 lies outside.
    const report = lookUpAddress(tiny, address('198.51.100.22'), 40);
    expect(report.services).toEqual([]);
    expect(namesOf(report.neighbours.map((one) => one.service))).toEqual([
      'mapper',
      'radio',
      'courier',
    ]);
    const onIt = lookUpAddress(tiny, address('198.51.100.20'), 40);
    expect(onIt.services).toEqual([
      {
        service: service('mapper'),
        address: address('198.51.100.20'),
        origin: 'documented',
        hosting: 'assumed',
      },
    ]);
    expect(namesOf(onIt.neighbours.map((one) => one.service))).toEqual(['courier', 'radio']);
  });

  test('has its registered prefix as neighbourhood while it is not listed', () => {
    const report = lookUpAddress(tiny, address('198.51.100.199'), 0);
    expect(report.registered).toBe('198.51.100.0/24');
    expect(pools.ids[report.pool ?? -1]).toBe('nimbus-shared');
    expect(namesOf(report.neighbours.map((one) => one.service))[0]).toBe('lantern');
  });

  test('that the target has left is no longer its; the one it moved to is', () => {
    // 192.0.2.0/24 is listed at tick 12; courier leaves .10 and .20 an hour later.
    const hopping = run({
      ...scenarioSchema.parse(tinyScenario(tinyWorld())),
      world: tinyWorld(),
      countermeasures: [tinyHopping()],
    });
    const at = (text: string, tick: number) => lookUpAddress(hopping, address(text), tick).services;
    expect(at('192.0.2.10', 11).map(({ origin }) => origin)).toEqual(['documented']);
    expect(at('192.0.2.10', 14)).toEqual([]);
    const { to } = hopping.hops[0]!;
    expect(lookUpAddress(hopping, to, 14).services).toEqual([
      { service: service('courier'), address: to, origin: 'moved', hosting: 'assumed' },
    ]);
  });

  test('of nobody has neither pool nor neighbours', () => {
    expect(lookUpAddress(tiny, address('8.8.8.8'), 40)).toMatchObject({
      pool: undefined,
      registered: undefined,
      listings: [],
      services: [],
      neighbours: [],
    });
  });
});

describe('a service', () => {
  test('loses to the entries that cover its addresses, as far as the networks apply them', () => {
    // Mapper has one address, listed from tick 24. Mobile (0.6) applies at once and wholly, fixed
    // lines (0.4) for half of their users and 2 hours later: 0.6, then 0.6 + 0.4 · 0.5 = 0.8.
    expect(explainService(tiny, service('mapper'), 24).lost).toBeCloseTo(0.6, 12);
    const later = explainService(tiny, service('mapper'), 40);
    expect(later.lost).toBeCloseTo(0.8, 12);
    expect([later.addresses, later.listedAddresses]).toEqual([1, 1]);
    expect(later.losses.map(({ strategy }) => strategy)).toEqual([0]);
    expect(later.losses[0]?.entries.map(({ addresses }) => addresses)).toEqual([1, 1]);
  });

  test('that loses nothing has nobody to blame', () => {
    expect(explainService(tiny, service('bank'), 40)).toEqual({
      lost: 0,
      addresses: 1,
      listedAddresses: 0,
      losses: [],
      throughNeed: 0,
      saved: 0,
      gone: 0,
      needs: [],
    });
  });

  test('is hit since the hour in which it began to lose', () => {
    expect(hitSince(tiny, service('mapper'), 71, 'current')).toBe(24);
    expect(hitSince(tiny, service('mapper'), 23, 'current')).toBeUndefined();
    expect(hitSince(tiny, service('bank'), 71, 'first')).toBeUndefined();
  });

  test('adds up over the run by hand', () => {
    // A flat day of 4,000 sessions: 166.67 an hour, 12,000 in three days. Lost from tick 24 on: two
    // hours at 0.6, the other 46 at 0.8 = 38 hours' worth of sessions.
    const totals = serviceTotals(tiny, daysOfRows(tiny.tally), service('mapper'));
    expect(totals.demand).toBeCloseTo(12_000, 6);
    expect(totals.lost).toBeCloseTo(38 * (4000 / 24), 6);
    expect(totals.lostByStrategy).toHaveLength(1);
    expect(totals.hitAtTick).toBe(24);
  });

  test('uses its documented addresses', () => {
    expect(addressesInUse(tiny, service('courier'), 0)).toEqual(
      ['192.0.2.10', '192.0.2.20', '198.51.100.10'].map(address),
    );
  });
});

test('listed addresses of the pools follow the entries, nested ones once', () => {
  const at = (tick: number) => Array.from(listedOfPools(tiny, tick));
  // nimbus-dedicated is 192.0.2.0/24, nimbus-shared 198.51.100.0/24, homenet 203.0.113.0/24.
  expect(at(0)).toEqual([0, 0, 0]);
  expect(at(12)).toEqual([256, 0, 0]);
  expect(at(40)).toEqual([256, 128, 0]);
  expect(at(60)).toEqual([256, 16, 0]);
});
