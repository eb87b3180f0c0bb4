// Costs of runs of the tiny world (tests/tinyWorld.ts), which lasts three days of 24 equal hours.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WorldFile } from '../../../src/model/index.ts';
import { costsOf } from '../../../src/model/run/costs.ts';
import { type Run, run } from '../../../src/model/run/run.ts';
import { numberBetween } from '../../arbitraryNumbers.ts';
import { tinyWorld } from '../../tinyWorld.ts';
import { tiny, tinyUnder } from './tinyRun.ts';

const assumed = 'x';
const economy = {
  currency: 'TAL',
  population: { value: 1000, low: 900, high: 1200, assumed },
  gdpPerDay: { value: 50_000, assumed },
  gdpShareOfFullCut: { value: 0.019, low: 0.01, assumed },
  perHeadPerDayOfFullCut: { value: 2, low: 1, assumed },
  valuePerUserHour: { value: 3, high: 5, assumed },
};

/** Everyday sessions are worth 4, between 1 and 10, banking 100; messaging has no value. */
function world(changes: Partial<WorldFile> = {}): WorldFile {
  const bare = tinyWorld();
  const values: Record<string, object> = {
    everyday: { value: 4, low: 1, high: 10, assumed },
    banking: { value: 100, assumed },
  };
  const categories = bare.categories.map((category) => {
    const valuePerSession = values[category.id];
    return { ...category, ...(valuePerSession && { valuePerSession }) };
  });
  return { ...bare, economy, categories, ...changes } as WorldFile;
}

const cut = [{ id: 'cut', technique: 'shutdown', parameters: { mobile: 1, fixed: 1 } }];
const costOf = (done: Run, id: string) => {
  const cost = costsOf(done).find((one) => one.id === id);
  if (!cost) throw new Error(`no cost ${id}`);
  return cost;
};

describe('a cut of everything for three days', () => {
  const done = run(tinyUnder(cut, { world: world() }));
  test('costs three times each yardstick of a day', () => {
    // 1,000 people at 2; 50,000 at 1.9 %.
    expect(costOf(done, 'perHead').value).toBeCloseTo(3 * 1000 * 2, 8);
    expect(costOf(done, 'gdpShare').value).toBeCloseTo(3 * 50_000 * 0.019, 8);
  });
  test('is worth between the products of the low and of the high ends', () => {
    // A missing end is the value: people 900 … 1,200, a head 1 … 2.
    expect(costOf(done, 'perHead').low).toBeCloseTo(3 * 900 * 1, 8);
    expect(costOf(done, 'perHead').high).toBeCloseTo(3 * 1200 * 2, 8);
    expect(costOf(done, 'gdpShare').low).toBeCloseTo(3 * 50_000 * 0.01, 8);
  });
  test('loses all user-hours of the others and all their business', () => {
    // 10,000 sessions of half an hour a day. Everyday: 1,000 + 4,000 + 2,000; banking 2,000.
    const hours = costOf(done, 'userHours');
    expect(hours.value).toBeCloseTo(3 * 5000 * 3, 6);
    expect(hours.high).toBeCloseTo(3 * 5000 * 5, 6);
    const business = costOf(done, 'businessLoss');
    expect(business.terms.map(({ title, value }) => [title, Math.round(value)])).toEqual([
      ['Everyday', 3 * 7000 * 4],
      ['Banking', 3 * 2000 * 100],
    ]);
    expect(business.value).toBeCloseTo(3 * 7000 * 4 + 3 * 2000 * 100, 4);
    expect(business.low).toBeCloseTo(3 * 7000 * 1 + 3 * 2000 * 100, 4);
    expect(business.high).toBeCloseTo(3 * 7000 * 10 + 3 * 2000 * 100, 4);
  });
  test('costs half when it lasts half the time', () => {
    const period = { from: '2018-04-16T00:00+03:00', to: '2018-04-17T12:00+03:00' };
    const half = run(tinyUnder(cut, { world: world(), period, ledgers: {}, facts: [] }));
    for (const { id, value } of costsOf(done)) {
      expect(costOf(half, id).value / value).toBeCloseTo(0.5, 12);
    }
  });
});

test('nothing is lost: nothing is paid, and every yardstick says so', () => {
  const costs = costsOf(run(tinyUnder([], { world: world() })));
  expect(costs.map(({ id, value, low, high }) => [id, value, low, high])).toEqual(
    ['userHours', 'perHead', 'gdpShare', 'businessLoss'].map((id) => [id, 0, 0, 0]),
  );
});

test('a world without an economy has no costs; without values there is no business to lose', () => {
  expect(costsOf(run(tinyUnder(cut)))).toEqual([]);
  const bare = { ...world(), categories: tinyWorld().categories };
  expect(costsOf(run(tinyUnder(cut, { world: bare }))).map(({ id }) => id)).toEqual([
    'userHours',
    'perHead',
    'gdpShare',
  ]);
});

test('the register: mapper and a quarter of radio, on two networks for two days', () => {
  // Mobile 0.6 for 48 hours, fixed lines 0.4 · 0.5 for 46, of 4,000 / 24 and 500 / 24 sessions an hour.
  // The long tail is no named service.
  const done = run(tiny({ world: world() }));
  const hours = 0.6 * 48 + 0.2 * 46;
  expect(costOf(done, 'businessLoss').value).toBeCloseTo((4500 / 24) * hours * 4, 6);
});

test('twice the users: twice the hours and business, the same part of a full cut', () => {
  const once = run(tiny({ world: world() }));
  fc.assert(
    fc.property(numberBetween(0.1, 50), (times) => {
      const bare = world();
      const scaled = (figure: { value: number }) => ({ value: figure.value * times, assumed });
      const services = bare.services.map((one) => ({ ...one, users: scaled(one.users) }));
      const providers = bare.providers.map((provider) => ({
        ...provider,
        pools: provider.pools.map(({ tail, ...pool }) =>
          tail ? { ...pool, tail: { ...tail, sessionsPerDay: scaled(tail.sessionsPerDay) } } : pool,
        ),
      }));
      const more = run(tiny({ world: world({ services, providers }) }));
      for (const { id, value } of costsOf(once)) {
        const factor = id === 'perHead' || id === 'gdpShare' ? 1 : times;
        expect(costOf(more, id).value / value / factor).toBeCloseTo(1, 10);
      }
    }),
    { seed: 2018, numRuns: 20 },
  );
});

test('every figure of the economy scales its own yardstick and no other', () => {
  const before = run(tiny({ world: world() }));
  for (const [key, moved] of [
    ['population', ['perHead']],
    ['perHeadPerDayOfFullCut', ['perHead']],
    ['gdpPerDay', ['gdpShare']],
    ['gdpShareOfFullCut', ['gdpShare']],
    ['valuePerUserHour', ['userHours']],
  ] as const) {
    const figure = { value: economy[key].value * 3, assumed };
    const after = run(tiny({ world: world({ economy: { ...economy, [key]: figure } }) }));
    for (const { id, value } of costsOf(before)) {
      const factor = (moved as readonly string[]).includes(id) ? 3 : 1;
      expect(costOf(after, id).value / value).toBeCloseTo(factor, 12);
    }
  }
});

test('a cost is the sum of the products of its factors, and each figure says where it comes from', () => {
  for (const cost of costsOf(run(tiny({ world: world() })))) {
    let sum = 0;
    for (const { factors } of cost.terms) {
      sum += factors.reduce((product, { value }) => product * value, 1);
      expect(factors.filter(({ basis }) => basis).length).toBeGreaterThan(0);
    }
    expect(cost.value).toBeCloseTo(sum, 8);
    expect(cost.currency).toBe('TAL');
    expect(cost.formula).not.toBe('');
    expect(cost.limits).toMatch(/\.$/);
  }
});

describe('moving elsewhere', () => {
  const entry = (id: string, parameters: object, more: object = {}) => ({
    id,
    technique: 'migration',
    parameters: { pools: [{ pool: 'homenet', weight: 1 }], ...parameters },
    ...more,
  });
  /**
   * Lantern's one address and radio's two placements move; later radio again; courier hops.
   * @param radioBy and lanternBy: which entry moved them
   */
  function moved(countermeasures: readonly object[], radioBy = 'all', lanternBy = radioBy): Run {
    const done = run(tinyUnder([], { world: world(), countermeasures }));
    const hop = { slot: 0, from: 1, to: 2, why: 'migrated' as const };
    const numberOf = (id: string, nth = 0) => {
      const { services } = done.plan.world;
      return services.firstPlacementOfService[services.ids.indexOf(id)]! + nth;
    };
    const hops = [
      { ...hop, tick: 5, placement: numberOf('lantern') },
      { ...hop, tick: 5, placement: numberOf('radio') },
      { ...hop, tick: 5, placement: numberOf('radio', 1) },
      { ...hop, tick: 40, placement: numberOf('radio') },
      { ...hop, tick: 41, placement: numberOf('courier'), why: 'listed' as const },
    ];
    const entryOfHop = [lanternBy, radioBy, radioBy, radioBy, 'hops'];
    return { ...done, hops, entryOfHop };
  }
  test('costs as much as was said, once a business and move', () => {
    const bases = { costPerMove: { low: 100, high: 700, assumed } };
    const cost = costOf(moved([entry('all', { costPerMove: 500 }, { bases })]), 'migration');
    expect([cost.low, cost.value, cost.high]).toEqual([3 * 100, 3 * 500, 3 * 700]);
  });
  test('costs what the entry says that moves the business', () => {
    const cost = costOf(
      moved(
        [
          entry('radios', { costPerMove: 10, services: ['radio'] }),
          entry('off', { costPerMove: 9 }, { off: true }),
          entry('others', { costPerMove: 1000, services: ['lantern', 'mapper'] }),
        ],
        'radios',
        'others',
      ),
      'migration',
    );
    expect(cost.terms.map(({ title, value }) => [title, value])).toEqual([
      ['radios', 20],
      ['others', 1000],
    ]);
  });
  test('has no figure where none was said', () => {
    expect(costsOf(moved([entry('all', {})])).map(({ id }) => id)).not.toContain('migration');
  });
});
