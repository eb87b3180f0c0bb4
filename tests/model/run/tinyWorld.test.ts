// The tiny world worked out on paper. Mobile (0.6 of the users) enforces at once and wholly; fixed
// lines (0.4) two hours later and for half: a blocked address costs 0.6 of the demand, then 0.8.
import { expect, test } from 'vitest';
import { metrics } from '../../../src/model/metrics/index.ts';
import { daysOfRows } from '../../../src/model/metrics/metric.ts';
import { run } from '../../../src/model/run/run.ts';
import { serviceTotals } from '../../../src/model/run/serviceHistory.ts';
import { storyOf } from '../../../src/model/run/story.ts';
import { lostShareOf, tiny, tinyUnder } from './tinyRun.ts';

const metric = (id: string) => metrics.find((one) => one.id === id)!;
const register = run(tiny());
const at = (id: string, tick: number) => metric(id).at(register.tally, tick);
const total = (id: string) => metric(id).total(register.tally);

test('the register costs the target half of its traffic from noon on, and the rest a day later', () => {
  // 192.0.2.0/24 from tick 12 takes both dedicated addresses, half of the traffic: 0.5 · 0.6 = 0.3,
  // with fixed lines 0.5 · 0.8 = 0.4. 198.51.100.0/25 takes the other half in ticks 24 … 59: 0.4 + 0.3
  // = 0.7, then 0.8; mobile gives it back at 60 (0.4 + 0.5 · 0.4 · 0.5 = 0.5), fixed lines at 62.
  const expected = [
    [11, 0],
    [12, 0.3],
    [13, 0.3],
    [14, 0.4],
    [23, 0.4],
    [24, 0.7],
    [25, 0.7],
  ];
  expected.push([26, 0.8], [59, 0.8], [60, 0.5], [61, 0.5], [62, 0.4], [71, 0.4]);
  for (const [tick, share] of expected) {
    expect(at('targetBlocked', tick!)).toBeCloseTo(share!, 14);
    expect(lostShareOf(register, 'courier', tick!)).toBeCloseTo(share!, 14);
  }
  // Ticks × share: 2 · 0.3 + 10 · 0.4 + 2 · 0.7 + 34 · 0.8 + 2 · 0.5 + 10 · 0.4 = 38.2 of 72.
  expect(total('targetBlocked')).toBeCloseTo(38.2 / 72, 14);
});

test('neighbours in the listed half of the cloud are hit, and the nested entry keeps them down', () => {
  // Mapper .20 and a quarter of radio, .30, lie in the /25 and in the nested /28 that stays.
  const expected = [
    [23, 0],
    [24, 0.6],
    [26, 0.8],
    [59, 0.8],
    [60, 0.8],
    [71, 0.8],
  ];
  for (const [tick, share] of expected) {
    expect(lostShareOf(register, 'mapper', tick!)).toBeCloseTo(share!, 14);
    expect(lostShareOf(register, 'radio', tick!)).toBeCloseTo(share! / 4, 14);
    expect(lostShareOf(register, 'lantern', tick!)).toBe(0);
    expect(lostShareOf(register, 'bank', tick!)).toBe(0);
  }
});

test('of the sites of a long tail as many lie in listed ranges as the listed share of their pool', () => {
  // The shared pool of 256 addresses has 1,000 sites. Its /25 is listed in ticks 24 … 59: 500 sites, with
  // the nested /28 no more; the /28 alone: 1000 · 16/256 = 62.5. The dedicated pool has none.
  const expected = [
    [0, 0],
    [12, 0],
    [24, 500],
    [30, 500],
    [59, 500],
    [60, 62.5],
    [71, 62.5],
  ];
  for (const [tick, sites] of expected) expect(at('sitesListed', tick!)).toBe(sites);
  expect(total('sitesListed')).toBe(62.5);
});

test('the list is counted as a union, its entries one by one', () => {
  // 256; + 128 = 384; the /28 lies inside and adds an entry only; without the /25: 256 + 16.
  const expected = [
    [11, 0, 0],
    [12, 256, 1],
    [24, 384, 2],
    [30, 384, 3],
    [60, 272, 2],
  ];
  for (const [tick, listed, entries] of expected) {
    expect([at('listedAddresses', tick!), at('listEntries', tick!)]).toEqual([listed, entries]);
  }
  expect(total('listedPeak')).toBe(384);
  expect(total('listedAddresses')).toBe(272);
});

test('mapper and radio are hit, mapper is down', () => {
  expect([at('servicesHit', 23), at('servicesHit', 24), total('servicesHit')]).toEqual([0, 2, 2]);
  expect([at('servicesDown', 23), at('servicesDown', 24), total('servicesDown')]).toEqual([
    0, 1, 1,
  ]);
});

test('totals of a service count its sessions over the three days and name the strategy', () => {
  // Mapper: 4000 a day; 2 ticks at 0.6 and 46 at 0.8 are 38 ticks of a 24th of a day each.
  const totals = serviceTotals(register, daysOfRows(register.tally), 2);
  expect(totals.demand).toBeCloseTo(12_000, 9);
  expect(totals.lost).toBeCloseTo((4000 / 24) * 38, 9);
  expect(totals.lostByStrategy).toHaveLength(1);
  expect(totals.hitAtTick).toBe(24);
});

test('user-hours follow the sessions of mapper, radio and the tail', () => {
  // Named ones at tick 24: (4000 · 0.6 + 2000 · 0.15) · ½ hour / 24 = 56.25. The tail has 1000 sessions
  // a day in all, so that it adds at most 1000 · 0.6 · ½ / 24 = 12.5.
  const hours = at('collateralUserHours', 24);
  const named = ((4000 * 0.6 + 2000 * 0.15) * 0.5) / 24;
  expect(hours).toBeGreaterThanOrEqual(named - 1e-9);
  expect(hours).toBeLessThanOrEqual(named + 12.5);
});

test('the even part of the tail loses the listed share of its pool', () => {
  // With every head site outside or inside by chance, the even part is what changes between the /25
  // (128 of 256) and the /28 (16 of 256) beyond whole sites: its share is 1 − H(8)/H(1000).
  const { tally, plan, placed } = register;
  const tail = plan.world.services.ids.indexOf('nimbus-shared-tail');
  const harmonic = (n: number) =>
    Array.from({ length: n }, (_, k) => 1 / (k + 1)).reduce((a, b) => a + b);
  const first = plan.world.services.firstPlacementOfService[tail]!;
  const cost = (tick: number) => (tick < 24 ? 0 : tick < 26 ? 0.6 : 0.8);
  for (const [tick, low, high] of [
    [24, 0, 127],
    [40, 0, 127],
    [70, 16, 31],
  ] as const) {
    let share = (1 - harmonic(8) / harmonic(1000)) * ((high - low + 1) / 256);
    placed.address.forEach((address, index) => {
      const rank = placed.placementOfAddress[index]! - first;
      const offset = address - 0xc6336400; // 198.51.100.0
      if (rank >= 0 && offset >= low && offset <= high) share += 1 / (rank + 1) / harmonic(1000);
    });
    expect(lostShareOf(register, 'nimbus-shared-tail', tick)).toBeCloseTo(cost(tick) * share, 12);
  }
  expect(tally.demandOfService[tail]).toBeCloseTo(1000, 9);
});

test('the story tells the same in words', () => {
  const lines = storyOf(register).map(({ tick, kind, subject }) => `${tick} ${kind} ${subject}`);
  expect(lines.filter((line) => !/tail/.test(line))).toEqual([
    '0 began register',
    '12 listed 192.0.2.0/24',
    '12 hit courier',
    '24 listed 198.51.100.0/25',
    '24 hit radio',
    '24 down courier',
    '24 down mapper',
    '30 listed 198.51.100.16/28',
    '60 unlisted 198.51.100.0/25',
  ]);
});

test('within an hour causes come before effects: what ends, ends before others recover of it', () => {
  const kindsAtEnd = (stack: string) => {
    const [strategy] = tiny().stacks.find(({ id }) => id === stack)!.strategies;
    const ending = { ...strategy!, window: { to: '2018-04-17T12:00+03:00' } };
    const events = storyOf(run(tinyUnder([ending]))).filter(({ tick }) => tick === 36);
    return [...new Set(events.map(({ kind }) => kind))];
  };
  expect(kindsAtEnd('dpi')).toEqual(['ended', 'recovered']);
  // The networks take the register off hours later.
  expect(kindsAtEnd('ledger')).toEqual(['ended', 'unlisted']);
});

const scores = { mtproto: { mean: 2, deviation: 1 }, tls: { mean: -2, deviation: 1 } };
const flagTarget = 0.9772498680518208; // Φ(2)
const flagOther = 0.0227501319481792; // Φ(−2)

test('the classifier takes Φ(2) of MTProto and Φ(−2) of TLS on the inspected 0.8 of the traffic', () => {
  // Coverage 1 on mobile and 0.5 on fixed lines: 0.6 + 0.2. Courier is three quarters MTProto.
  const { tally } = run(tiny({ stack: 'dpi' }));
  const stopped = 0.8 * (0.75 * flagTarget + 0.25 * flagOther);
  expect(metric('targetBlocked').total(tally)).toBeCloseTo(stopped, 14);
  expect(metric('collateral').total(tally)).toBeCloseTo(0.8 * flagOther, 14);
  // Both sides have 10,000 sessions a day: precision = TPR/(TPR + FPR) at p = ½.
  const precision = stopped / (stopped + 0.8 * flagOther);
  expect(metric('precision').total(tally)).toBeCloseTo(precision, 14);
  expect(metric('overblockingRatio').total(tally)).toBeCloseTo((0.8 * flagOther) / stopped, 14);
});

test('in a stack, each strategy takes its share of what is left, in order', () => {
  const list = {
    id: 'list',
    technique: 'addressBlocklist',
    parameters: { entries: 'ledger', ledger: 'register' },
  };
  const box = { id: 'box', technique: 'flowClassifier', parameters: { scores } };
  const listFirst = run(tinyUnder([list, box]));
  const boxFirst = run(tinyUnder([box, list]));
  // Mapper at tick 40. Mobile: list 1, box Φ(−2); fixed: list ½, box ½ Φ(−2). List first takes 0.8 and
  // leaves the box 0.4 · ½ · ½ Φ(−2); box first takes 0.8 Φ(−2) and leaves 0.6 (1 − Φ) + 0.2 (1 − Φ/2).
  const f = flagOther;
  expect(lostShareOf(listFirst, 'mapper', 40, 0)).toBeCloseTo(0.8, 14);
  expect(lostShareOf(listFirst, 'mapper', 40, 1)).toBeCloseTo(0.1 * f, 14);
  expect(lostShareOf(boxFirst, 'mapper', 40, 0)).toBeCloseTo(0.8 * f, 14);
  expect(lostShareOf(boxFirst, 'mapper', 40, 1)).toBeCloseTo(0.6 * (1 - f) + 0.2 * (1 - f / 2), 14);
  expect(lostShareOf(listFirst, 'mapper', 40)).toBeCloseTo(lostShareOf(boxFirst, 'mapper', 40), 14);
});

test('a window opens with its first tick and closes before its last, to exactly nothing', () => {
  const window = { from: '2018-04-16T10:00+03:00', to: '2018-04-16T20:00+03:00' };
  const box = { id: 'box', technique: 'flowClassifier', window, parameters: { scores } };
  const { tally } = run(tinyUnder([box]));
  const blocked = [9, 10, 19, 20].map((tick) => metric('targetBlocked').at(tally, tick));
  expect(blocked[0]).toBe(0);
  expect(blocked[1]).toBeGreaterThan(0);
  expect(blocked[2]).toBe(blocked[1]);
  expect(blocked[3]).toBe(0);
});

test('what is unlisted works again, to exactly nothing lost, on each network after its lag', () => {
  const entry = {
    prefix: '198.51.100.0/24',
    from: '2018-04-16T05:00+03:00',
    until: '2018-04-16T10:00+03:00',
    assumed: 'for the test',
  };
  const result = run(tiny({ ledgers: { register: [entry] } }));
  const collateral = (tick: number) => metric('collateral').at(result.tally, tick);
  // Everybody on nimbus-shared: mapper 4000, lantern 1000, radio 500, tail 1000 = 6500 of 10,000.
  expect(collateral(4)).toBe(0);
  expect(collateral(5)).toBeCloseTo(0.6 * 0.65, 14);
  expect(collateral(7)).toBeCloseTo(0.8 * 0.65, 14);
  expect(collateral(10)).toBeCloseTo(0.2 * 0.65, 14);
  expect(collateral(12)).toBe(0);
});

test('entries that ended before the run are never listed, whatever window their strategy names', () => {
  const entry = {
    prefix: '198.51.100.0/24',
    from: '2018-04-10T00:00+03:00',
    until: '2018-04-12T00:00+03:00',
    assumed: 'for the test',
  };
  const list = {
    id: 'list',
    technique: 'addressBlocklist',
    window: { from: '2018-04-01T00:00+03:00' },
    parameters: { entries: 'ledger', ledger: 'register' },
  };
  const result = run(tinyUnder([list], { ledgers: { register: [entry] } }));
  expect(result.listings).toEqual([]);
  expect(metric('collateral').total(result.tally)).toBe(0);
});
