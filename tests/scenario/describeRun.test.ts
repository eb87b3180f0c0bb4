// The report of the tiny world's register, worked out on paper (see tests/tinyWorld.ts).
import { expect, test } from 'vitest';
import { run } from '../../src/model/index.ts';
import { describeRun } from '../../src/scenario/describeRun.ts';
import { readScenario } from '../../src/scenario/readScenario.ts';
import { tinyScenario, tinyWorldWithoutTail } from '../tinyWorld.ts';
import { checkedScenario, tinyShelf } from './tinyShelf.ts';

const scenario = { ...checkedScenario(), countermeasures: [] };
const report = describeRun(run(scenario));
const serviceOf = (id: string) => report.services.find((service) => service.id === id);

test('has the keys of its published form', () => {
  expect(Object.keys(report)).toEqual(
    expect.arrayContaining(
      'overblock scenario scenarioHash seed tickHours ticks balanced totals costs strategies confusion byCategory networks providers services pools series events'.split(
        ' ',
      ),
    ),
  );
  expect(Object.keys(report.totals).sort()).toEqual(
    'collateral collateralByNeed collateralBytes collateralUserHours listEntries listedAddresses listedPeak overblockingRatio precision servicesDown servicesHit servicesMigrated sitesListed targetBlocked targetLeft targetTunnelled'.split(
      ' ',
    ),
  );
  expect(report).toMatchObject({
    scenario: 'tiny-days',
    seed: 7,
    stack: 'ledger',
    tickHours: 1,
    ticks: 72,
    balanced: true,
  });
  expect(report.overblock).toMatch(/^\d+\.\d+\.\d+$/);
  expect(report.scenarioHash).toMatch(/^[\da-f]{16}$/);
});

test('the target: half its sessions from tick 12 on, the other half in ticks 24 … 59', () => {
  // Mobile 0.6 at once; fixed lines 0.4 · 0.5, two ticks later: 60 and 58 ticks, then 36 and 36.
  const dedicated = (5000 / 24) * (0.6 * 60 + 0.2 * 58);
  const shared = (5000 / 24) * (0.6 * 36 + 0.2 * 36);
  const courier = serviceOf('courier');
  expect(courier).toMatchObject({
    role: 'target',
    category: 'messaging',
    demand: 30_000,
    hitAt: '2018-04-16T12:00+03:00',
  });
  expect(courier?.lost).toBeCloseTo(dedicated + shared, 6);
  expect(courier?.byCause.register).toBeCloseTo(dedicated + shared, 6);
  expect(report.totals.targetBlocked).toBeCloseTo((dedicated + shared) / 30_000, 12);
});

test('the neighbours: listed from tick 24 to the end by a nested entry', () => {
  const share = (0.6 * 48 + 0.2 * 46) / 72;
  expect(serviceOf('mapper')?.lostShare).toBeCloseTo(share, 12);
  expect(serviceOf('mapper')?.hitAt).toBe('2018-04-17T00:00+03:00');
  expect(serviceOf('radio')?.lostShare).toBeCloseTo(share / 4, 12);
  expect(serviceOf('lantern')).toMatchObject({ lost: 0, lostShare: 0, hitAt: null });
  expect(serviceOf('bank')).toMatchObject({ lost: 0, byCause: { register: 0 } });
});

test('the long tail is a bystander of its own category', () => {
  expect(serviceOf('nimbus-shared-tail')).toMatchObject({
    role: 'bystander',
    category: 'long-tail',
  });
  expect(serviceOf('nimbus-shared-tail')?.demand).toBeCloseTo(3000, 9);
  expect(serviceOf('nimbus-shared-tail')?.lost).toBeGreaterThan(0);
});

test('networks and providers: what courier loses on each, and that Homenet, which it does not use, has no such share', () => {
  // Of courier, half from tick 12 and all in ticks 24 … 59; on fixed lines half as much, two ticks later.
  const [mobile, fixed] = report.networks;
  expect(mobile).toMatchObject({ id: 'mobile', access: 'mobile', region: null, share: 0.6 });
  expect(mobile?.targetBlocked).toBeCloseTo((0.5 * 60 + 0.5 * 36) / 72, 12);
  expect(fixed?.targetBlocked).toBeCloseTo((0.5 * (0.5 * 58 + 0.5 * 36)) / 72, 12);
  const [nimbus, homenet] = report.providers;
  expect(nimbus?.targetDemand).toBeCloseTo(30_000, 6);
  expect(nimbus?.targetLost).toBeCloseTo(serviceOf('courier')?.lost ?? Number.NaN, 6);
  expect(homenet).toMatchObject({
    id: 'homenet',
    name: 'Homenet',
    targetBlocked: null,
    collateral: 0,
  });
});

test('pools at the end of the run, or at a tick', () => {
  const listed = (tick?: number) =>
    Object.fromEntries(
      describeRun(run(scenario), tick).pools.map((pool) => [pool.id, pool.listed]),
    );
  expect(listed()).toEqual({ 'nimbus-dedicated': 256, 'nimbus-shared': 16, homenet: 0 });
  expect(listed(36)).toEqual({ 'nimbus-dedicated': 256, 'nimbus-shared': 128, homenet: 0 });
  expect(report.pools[1]).toMatchObject({
    provider: 'nimbus',
    region: 'east',
    addresses: 256,
    listedShare: 1 / 16,
  });
  expect(report.pools[2]?.region).toBeNull();
});

test('series have a value a tick; nested addresses count once', () => {
  const { time, targetBlocked, collateral, listedAddresses } = report.series;
  expect([time.length, targetBlocked.length, collateral.length, listedAddresses.length]).toEqual([
    72, 72, 72, 72,
  ]);
  expect([
    listedAddresses[11],
    listedAddresses[12],
    listedAddresses[24],
    listedAddresses[30],
    listedAddresses[60],
  ]).toEqual([0, 256, 384, 384, 272]);
  expect(time[0]).toBe('2018-04-16T00:00+03:00');
  expect(targetBlocked[12]).toBeCloseTo(0.3, 12);
});

test('events are in order, and facts stand beside the model', () => {
  expect(report.events[0]).toMatchObject({
    time: '2018-04-16T00:00+03:00',
    kind: 'began',
    subject: 'register',
  });
  expect(report.events.map(({ time }) => time)).toEqual(
    report.events.map(({ time }) => time).toSorted(),
  );
  expect(report.checks).toMatchObject([
    {
      id: 'half-a-cloud',
      value: null,
      bounds: 'published',
      model: 384,
      isWithin: true,
      use: 'not used to set the model',
    },
  ]);
});

test('is JSON: what is written is read back the same', () => {
  expect(JSON.parse(JSON.stringify(report))).toEqual(report);
});

test('what a strategy took is told from what it would have taken alone', () => {
  // Both lists stand from the first hour on. The second lies within the first, so nothing is left to it.
  const entry = (prefix: string) => [{ prefix, from: scenario.period.from, assumed: 'By hand.' }];
  const list = (ledger: string) => ({
    id: ledger,
    technique: 'addressBlocklist',
    parameters: { entries: 'ledger', ledger },
  });
  const both = {
    ...tinyScenario(tinyWorldWithoutTail()),
    ledgers: { wide: entry('198.51.100.0/25'), narrow: entry('198.51.100.24/29') },
    stack: 'both',
    stacks: [
      { id: 'both', title: 'Both', summary: 'Both.', strategies: [list('wide'), list('narrow')] },
    ],
  };
  const reading = readScenario(JSON.stringify(both), tinyShelf);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  const { strategies, totals, services, confusion, byCategory } = describeRun(
    run(reading.scenario),
  );
  // Mobile lines (0.6) lose all, fixed ones (0.4) half of it, two hours later, of 72.
  const failing = 0.6 + 0.4 * 0.5 * (70 / 72);
  const [wide, narrow] = strategies;
  // Of 9,000 sessions a day: mapper 4,000 and a quarter of radio's 2,000.
  expect(wide?.taken.bystanders).toBeCloseTo(0.5 * failing, 12);
  expect(wide?.taken.target).toBeCloseTo(0.5 * failing, 12);
  expect(wide?.alone).toEqual(wide?.taken);
  expect(narrow).toMatchObject({ id: 'narrow', technique: 'addressBlocklist' });
  expect(narrow?.taken).toEqual({ target: 0, bystanders: 0 });
  // Alone it would have taken radio's quarter.
  expect(narrow?.alone.bystanders).toBeCloseTo((500 / 9000) * failing, 12);
  expect(narrow?.alone.target).toBe(0);
  expect((wide?.taken.target ?? 0) + (narrow?.taken.target ?? 0)).toBeCloseTo(
    totals.targetBlocked ?? 0,
    12,
  );
  expect(services[0]?.byCause.narrow).toBe(0);
  // In three days: 30,000 of courier, half of it listed; 27,000 of others, of whom 13,500 are.
  expect(confusion.truePositive).toBeCloseTo(15_000 * failing, 6);
  expect(confusion.falseNegative).toBeCloseTo(30_000 - 15_000 * failing, 6);
  expect(confusion.falsePositive).toBeCloseTo(13_500 * failing, 6);
  expect(confusion.trueNegative).toBeCloseTo(27_000 - 13_500 * failing, 6);
  expect(confusion.baseRate).toBeCloseTo(10 / 19, 12);
  // Everyday: lantern, mapper and radio, 7,000 a day; banking loses nothing of its 2,000.
  expect(byCategory).toEqual([
    {
      ...{ category: 'messaging', title: 'Messaging', role: 'target' },
      demand: expect.closeTo(30_000, 6),
      lost: expect.closeTo(15_000 * failing, 6),
      lostShare: expect.closeTo(0.5 * failing, 12),
    },
    {
      ...{ category: 'everyday', title: 'Everyday', role: 'bystander' },
      demand: expect.closeTo(21_000, 6),
      lost: expect.closeTo(13_500 * failing, 6),
      lostShare: expect.closeTo((13.5 / 21) * failing, 12),
    },
    {
      ...{ category: 'banking', title: 'Banking', role: 'bystander' },
      demand: expect.closeTo(6000, 6),
      ...{ lost: 0, lostShare: 0 },
    },
  ]);
});

test('stopped sessions of the target and of others are those that the metrics count', () => {
  const { confusion, byCategory, totals } = report;
  const { truePositive, falsePositive, trueNegative, falseNegative } = confusion;
  expect(truePositive / (truePositive + falsePositive)).toBeCloseTo(totals.precision ?? 0, 12);
  expect(falsePositive / (falsePositive + trueNegative)).toBeCloseTo(totals.collateral ?? 0, 12);
  expect(truePositive / (truePositive + falseNegative)).toBeCloseTo(totals.targetBlocked ?? 0, 12);
  // Unnamed sites come last: 1,000 sessions a day.
  expect(byCategory.at(-1)).toMatchObject({ category: 'long-tail', title: 'Unnamed sites' });
  expect(byCategory.at(-1)?.demand).toBeCloseTo(3000, 9);
});

test('costs stand side by side with their factors; a world without an economy has none', () => {
  expect(report.costs).toEqual([]);
  const figure = (value: number) => ({ value, assumed: 'x' });
  const economy = {
    currency: 'TAL',
    population: figure(100),
    gdpPerDay: figure(1000),
    gdpShareOfFullCut: figure(0.02),
    perHeadPerDayOfFullCut: figure(3),
    valuePerUserHour: figure(2),
  };
  const rich = { ...scenario, world: { ...scenario.world, economy } };
  const { costs, totals } = describeRun(run(rich));
  expect(costs.map(({ id }) => id)).toEqual(['userHours', 'perHead', 'gdpShare']);
  const { collateral = 0, collateralUserHours = 0 } = totals;
  expect(costs[0]?.value).toBeCloseTo(collateralUserHours * 2, 8);
  // Three days of 100 people at 3 each.
  expect(costs[1]?.value).toBeCloseTo(collateral * 3 * 300, 8);
  expect(costs[1]?.terms[0]?.factors.map(({ title }) => title)).toEqual([
    'share of the sessions of others lost',
    'days',
    'people',
    'cost of a full cut a head and day',
  ]);
});
