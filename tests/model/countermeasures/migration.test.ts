// Businesses that move away: when, where to, and that nobody else notices.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type {
  CountermeasureSetting,
  Hop,
  LastTick,
  Mover,
  Published,
} from '../../../src/model/countermeasures/countermeasure.ts';
import { migration } from '../../../src/model/countermeasures/migration/migration.ts';
import { streamsOf } from '../../../src/model/rng.ts';
import { type Run, run } from '../../../src/model/run/run.ts';
import { compileWorld } from '../../../src/model/world/compileWorld.ts';
import { addressesOfPlacement, placeServices } from '../../../src/model/world/placeServices.ts';
import { problemsAfter } from '../../scenario/tinyShelf.ts';
import { tinyHopping, tinyWorld } from '../../tinyWorld.ts';
import { lossesOf, lostShareOf, tiny } from '../run/tinyRun.ts';
import { serviceNumber } from './tinyPeople.ts';

type Chosen = Readonly<Record<string, unknown>>;
const assumed = 'for the test';
const toHomenet = [{ pool: 'homenet', weight: 1 }];
const inHomenet = (address: number) => address >>> 8 === 0xcb0071; // 203.0.113.0/24

/** All businesses with the same patience, all willing. */
function sure(patience: number, moveHours: number, more: Chosen = {}): Chosen {
  return {
    pools: toHomenet,
    patienceLowHours: patience,
    patienceHours: patience,
    patienceHighHours: patience,
    moveHours,
    movers: 1,
    ...more,
  };
}

const { world, roles } = compileWorld(tinyWorld());

/** The mover by itself: no list, and every loss is given. */
function begin(chosen: Chosen, seed = 1, changes: Partial<CountermeasureSetting> = {}): Mover {
  const streams = streamsOf(seed);
  const placed = placeServices(world, streams);
  const setting = {
    ...{ world, streams, ticks: 5000, tickHours: 1, fromTick: 0, untilTick: 5000 },
    ...{ networks: 2, lists: 0, levels: 0, blames: () => false },
    isTargetOfService: roles.isTargetOfService,
    inUse: new Map(),
    isMovedOfPlacement: new Uint8Array(world.placements.count),
    numberOfPool: (id: string) => world.pools.ids.indexOf(id),
    numberOfService: serviceNumber,
    addressesOfPlacement: (placement: number) => addressesOfPlacement(placed, placement),
    ...changes,
  } as CountermeasureSetting;
  return migration.begin(migration.parameters.parse(chosen), setting) as Mover;
}

const noList: Published = {
  versions: [{ came: [], went: [] }],
  oldestInUse: () => 0,
  listed: () => undefined,
  firstListInUse: () => 0,
  listedInPool: () => 0,
};

/** The moves up to a tick, when mapper loses a share in each tick. */
function movesUntil(mover: Mover, end: number, lostIn: (tick: number) => number): Hop[] {
  const hops: Hop[] = [];
  for (let tick = 0; tick < end; tick++) {
    const lost = tick === 0 ? 0 : lostIn(tick - 1);
    const of = (service: number) => (service === serviceNumber('mapper') ? lost : 0);
    const last: LastTick = { blockedShare: of, lostShare: of, lostToAddressRules: of };
    mover.hop(tick, noList, hops, last);
  }
  return hops;
}

test('hit without a break from t0 on, it moves at t0 + ⌈patience/Δ⌉ + round(time to move/Δ)', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(0.25, 0.3, 1, 2, 24),
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: 0, max: 60 }),
      fc.nat(30),
      fc.integer({ min: 1, max: 100 }),
      fc.integer({ min: 1, max: 100 }),
      (tickHours, patienceTenths, moveHours, t0, lostPercent, hitPercent) => {
        const patience = patienceTenths / 10;
        const chosen = sure(patience, moveHours, { hitShare: hitPercent / 100 });
        const mover = begin(chosen, 1, { tickHours });
        const end = 800;
        const hops = movesUntil(mover, end, (tick) => (tick < t0 ? 0 : lostPercent / 100));
        // What tick t0 takes is known in t0 + 1; the k-th such tick is t0 + k, and k · Δ is at least the
        // patience. In tenths of an hour, since 0.3 has no exact binary fraction. Half a tick rounds up.
        const ticks = Math.max(1, Math.ceil((patienceTenths / Math.round(tickHours * 100)) * 10));
        const expected = t0 + ticks + Math.round((moveHours * 100) / Math.round(tickHours * 100));
        expect(hops.map(({ tick }) => tick)).toEqual(lostPercent < hitPercent ? [] : [expected]);
      },
    ),
    { numRuns: 300 },
  );
});

test('a single tick that is not so bad starts the count anew', () => {
  // Patience of 5 ticks: ticks 0 … 3 are not enough, 4 is good, and 5 … 9 are: it moves at 5 + 5.
  const hops = movesUntil(begin(sure(5, 0)), 50, (tick) => (tick === 4 ? 0.19 : 0.2));
  expect(hops.map(({ tick, why }) => [tick, why])).toEqual([[10, 'migrated']]);
});

test('what is decided is done, though the block is over; and it is done once', () => {
  const hops = movesUntil(begin(sure(5, 10)), 300, (tick) => (tick < 5 || tick > 30 ? 1 : 0));
  expect(hops.map(({ tick }) => tick)).toEqual([15]);
});

test('out of the window nobody counts, decides or moves', () => {
  // From tick 20 on, when the loss of tick 19 is seen: five losses seen at 24.
  const late = begin(sure(5, 0), 1, { fromTick: 20 });
  expect(movesUntil(late, 50, () => 1).map(({ tick }) => tick)).toEqual([24]);
  const over = begin(sure(5, 10), 1, { untilTick: 15 });
  expect(movesUntil(over, 50, () => 1)).toEqual([]);
});

test('patience lies between the least and the most, with the mean of a triangle', () => {
  const patience = { patienceLowHours: 10, patienceHours: 20, patienceHighHours: 60 };
  const seeds = 600;
  let sum = 0;
  for (let seed = 0; seed < seeds; seed++) {
    const [hop] = movesUntil(begin(sure(0, 0, patience), seed, { tickHours: 0.25 }), 300, () => 1);
    const hours = hop!.tick * 0.25;
    expect(hours).toBeGreaterThanOrEqual(10);
    expect(hours).toBeLessThanOrEqual(60.25);
    sum += hours;
  }
  // (10 + 20 + 60)/3 = 30, and an eighth of an hour of rounding up; the deviation is √(10² + 20² + 60² −
  // 200 − 600 − 1200)/√18 = 10.8, of the mean of 600 it is 0.44.
  expect(Math.abs(sum / seeds - 30.125)).toBeLessThan(4 * 0.44);
});

test('as many move as would, and their pools follow the weights', () => {
  const pools = [
    { pool: 'homenet', weight: 3 },
    { pool: 'nimbus-dedicated', weight: 1 },
  ];
  const seeds = 1000;
  const hops = Array.from({ length: seeds }, (_, seed) =>
    movesUntil(begin(sure(1, 0, { movers: 0.4, pools }), seed), 5, () => 1),
  ).flat();
  // Binomial: 400 ± 15.5 move, of these 3/4 ± 0.022 to Homenet.
  expect(Math.abs(hops.length - 400)).toBeLessThan(4 * 15.5);
  const share = hops.filter(({ to }) => inHomenet(to)).length / hops.length;
  expect(Math.abs(share - 0.75)).toBeLessThan(4 * 0.022);
  expect(movesUntil(begin(sure(1, 0, { movers: 0 })), 50, () => 1)).toEqual([]);
});

/** 198.51.100.0/25 (mapper, a quarter of radio, an address of courier) is listed from tick 24 on. */
function blocked(chosen: Chosen, changes: Chosen = {}, also: readonly object[] = []): Run {
  const list = { prefix: '198.51.100.0/25', from: '2018-04-17T00:00+03:00', assumed };
  const moves = { id: 'moves', technique: 'migration', parameters: chosen };
  const register = [list, ...((changes.register as Chosen[] | undefined) ?? [])];
  const { register: _, ...rest } = changes;
  return run(tiny({ ledgers: { register }, countermeasures: [moves, ...also], ...rest }));
}
const whoMoved = ({ plan, hops }: Run) =>
  hops.map(({ tick, placement, why }) => {
    const service = plan.world.placements.serviceOfPlacement[placement]!;
    return [tick, plan.world.services.ids[service], why];
  });

test('a service that the list takes moves after its patience, and then loses nothing', () => {
  // Mapper loses 0.6 on mobile from 24 on, and 0.2 on fixed lines from 26 on: 0.8 are too much.
  const result = blocked(sure(10, 2, { hitShare: 0.7 }));
  expect(whoMoved(result)).toEqual([[38, 'mapper', 'migrated']]);
  expect(lostShareOf(result, 'mapper', 37)).toBeCloseTo(0.8, 14);
  for (let tick = 38; tick < 72; tick++) expect(lostShareOf(result, 'mapper', tick)).toBe(0);
});

test('all placements go, to as many different addresses as there were', () => {
  // Radio loses a quarter of 0.6 on mobile: 0.15. Its other address was never listed, and goes as well.
  const result = blocked(sure(1, 0, { hitShare: 0.15, services: ['radio'] }));
  expect(whoMoved(result)).toEqual([
    [25, 'radio', 'migrated'],
    [25, 'radio', 'migrated'],
  ]);
  const [one, other] = result.hops.map(({ to }) => to);
  expect(one).not.toBe(other);
  expect([one, other].every((address) => inHomenet(address!))).toBe(true);
});

test('who has moved to a place that is listed later is lost again, and stays', () => {
  const later = { prefix: '203.0.113.0/24', from: '2018-04-18T00:00+03:00', assumed };
  const result = blocked(sure(1, 0, { services: ['mapper'] }), { register: [later] });
  expect(whoMoved(result)).toHaveLength(1);
  expect(lostShareOf(result, 'mapper', 47)).toBe(0);
  expect(lostShareOf(result, 'mapper', 49)).toBeCloseTo(0.6, 14);
  expect(lostShareOf(result, 'mapper', 71)).toBeCloseTo(0.8, 14);
});

test('without a pool that has room for all, a business waits until one has', () => {
  const until = '2018-04-17T21:00+03:00';
  const all = { prefix: '203.0.113.0/24', from: '2018-04-17T00:00+03:00', until, assumed };
  const waiting = blocked(sure(1, 0, { services: ['mapper'] }), { register: [all] });
  expect(whoMoved(waiting)).toEqual([[45, 'mapper', 'migrated']]);
  // One address left is enough for mapper, but not for radio, which has two.
  const halves = ['0/25', '128/26', '192/27', '224/28', '240/29', '248/30', '252/31', '254/32'];
  const register = halves.map((rest) => ({ ...all, prefix: `203.0.113.${rest}` }));
  const narrow = blocked(sure(1, 0, { hitShare: 0.1, services: ['mapper', 'radio'] }), {
    register,
  });
  expect(narrow.hops.find(({ tick }) => tick === 25)?.to).toBe(0xcb0071ff);
  // Radio's own address at Homenet is listed as well.
  expect(whoMoved(narrow).filter(([, id]) => id === 'radio')).toEqual([
    [45, 'radio', 'migrated'],
    [45, 'radio', 'migrated'],
  ]);
});

test('neither the target, nor a long tail, nor who hops by itself moves in this way', () => {
  const tinyOne = tinyHopping();
  const parameters = { ...tinyOne.parameters, service: 'mapper', hopDelayHours: 60 };
  const result = blocked(sure(1, 0, { hitShare: 0.01 }), {}, [{ ...tinyOne, parameters }]);
  expect(new Set(whoMoved(result).map(([, id]) => id))).toEqual(new Set(['radio']));
});

test('one more business that moves changes nothing for anybody else', () => {
  const file = tinyWorld();
  const mapper = file.services.find(({ id }) => id === 'mapper')!;
  const placements = [{ ...mapper.placements[0]!, known: ['198.51.100.21'] }];
  const more = { ...file, services: [{ ...mapper, id: 'atlas', placements }, ...file.services] };
  const hunt = { stack: 'adaptive', seed: 0 };
  const chosen = sure(3, 1, {
    movers: 0.7,
    pools: [...toHomenet, { pool: 'nimbus-shared', weight: 1 }],
  });
  let moved = 0;
  fc.assert(
    fc.property(fc.nat(1000), (seed) => {
      const few = blocked(chosen, { ...hunt, seed, world: file }, [tinyHopping()]);
      const many = blocked(chosen, { ...hunt, seed, world: more }, [tinyHopping()]);
      const losses = lossesOf(many);
      moved += whoMoved(many).filter(([, id]) => id === 'atlas').length;
      losses.delete('atlas');
      expect(losses).toEqual(lossesOf(few));
      expect(many.listings).toEqual(few.listings);
      const others = whoMoved(many).filter(([, id]) => id !== 'atlas');
      expect(others).toEqual(whoMoved(few));
    }),
    { numRuns: 60 },
  );
  expect(moved).toBeGreaterThan(5);
});

test('the books balance while businesses and the target move', () => {
  const result = blocked(sure(2, 1, { hitShare: 0.01 }), { stack: 'adaptive' }, [tinyHopping()]);
  expect(result.balanced).toBe(true);
});

test('the target is no business, and the least patience is at most the likely one', () => {
  const problems = problemsAfter((scenario) => {
    const parameters = sure(5, 1, { services: ['bank', 'courier'], patienceHighHours: 4 });
    scenario.countermeasures.push({ id: 'moves', technique: 'migration', parameters });
  });
  expect(problems.map(({ path, expected }) => [path, expected]).sort()).toEqual([
    ['countermeasures[1].parameters.patienceHours', 'at most the greatest patience of 4'],
    ['countermeasures[1].parameters.services[1]', 'a service that is not the target'],
  ]);
});
