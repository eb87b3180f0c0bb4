// Where sessions are lost: networks, pools and providers by hand, and books that balance.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BYSTANDERS, daysOfRows, lostInRow, TARGET } from '../../../src/model/metrics/metric.ts';
import { breakDown } from '../../../src/model/run/breakdown.ts';
import { type PlaceLoss, placeLosses } from '../../../src/model/run/placeLosses.ts';
import { type Run, run } from '../../../src/model/run/run.ts';
import { randomScenario } from '../../oracle/randomScenario.ts';
import { tinyHopping, tinyWorldWithoutTail } from '../../tinyWorld.ts';
import { tiny } from './tinyRun.ts';

const HOURS = 24; // the tiny day is flat, so a tick of an hour is a 24th of each day's figures

/** Sessions a day in the hour of one tick. */
function inTick(found: Run, tick: number) {
  const { networks, pools, providers } = placeLosses(found, breakDown(found), tick, tick + 1);
  const daily = (losses: readonly PlaceLoss[]) =>
    losses.map((one) =>
      Object.fromEntries(Object.entries(one).map(([key, value]) => [key, value * HOURS])),
    );
  return { networks: daily(networks), pools: daily(pools), providers: daily(providers) };
}

function near(demand: number, lost: number, targetDemand: number, targetLost: number) {
  const about = (value: number) => expect.closeTo(value, 8);
  return {
    demand: about(demand),
    lost: about(lost),
    targetDemand: about(targetDemand),
    targetLost: about(targetLost),
  };
}

test('a tick of the register is told by network and by provider as worked out on paper', () => {
  // At tick 36 all entries apply on both networks. They take all of courier, mapper (4,000) and the
  // part of radio in the cloud (500); not lantern (1,000), bank (2,000) and the rest of radio (1,500).
  // Mobile has 0.6 of everybody and enforces for all, fixed lines 0.4 and for half of them.
  const found = inTick(run(tiny({ world: tinyWorldWithoutTail() })), 36);
  expect(found.networks).toEqual([
    near(5400, 2700, 6000, 6000), // mobile: 0.6 · 9,000, of it 0.6 · 4,500
    near(3600, 900, 4000, 2000), // fixed: 0.4 · 9,000, of it 0.4 · 0.5 · 4,500
  ]);
  // 0.6 + 0.4 · 0.5 = 0.8 of what the entries cover; half of courier is in each pool of Nimbus.
  expect(found.pools).toEqual([
    near(0, 0, 5000, 4000),
    near(5500, 3600, 5000, 4000),
    near(3500, 0, 0, 0),
  ]);
  expect(found.providers).toEqual([near(5500, 3600, 10_000, 8000), near(3500, 0, 0, 0)]);
});

test('who hops counts in the pool that it has gone to, from the tick of the hop on', () => {
  // 192.0.2.0/24 is listed in tick 12; both addresses of courier in it go to the shared pool in tick 13.
  const found = run(tiny({ world: tinyWorldWithoutTail(), countermeasures: [tinyHopping()] }));
  expect(found.hops.slice(0, 2).map(({ tick, placement }) => [tick, placement])).toEqual([
    [13, 0],
    [13, 0],
  ]);
  const targetIn = (tick: number) => inTick(found, tick).pools.map((one) => one.targetDemand);
  expect(targetIn(12)).toEqual([5000, 5000, 0].map((value) => expect.closeTo(value, 8)));
  expect(targetIn(13)).toEqual([0, 10_000, 0].map((value) => expect.closeTo(value, 8)));
});

test('networks, pools and providers each add up to all that is lost, whatever acts', () => {
  fc.assert(
    fc.property(randomScenario, (scenario) => {
      const found = run(scenario);
      const { networks, pools, providers } = placeLosses(found, breakDown(found));
      const days = daysOfRows(found.tally);
      for (const [role, demandKey, lostKey] of [
        [BYSTANDERS, 'demand', 'lost'],
        [TARGET, 'targetDemand', 'targetLost'],
      ] as const) {
        const allDays = days.reduce((sum, one) => sum + one, 0);
        const demand = found.tally.roleDemand[role]! * allDays;
        const lost = days.reduce(
          (sum, one, row) => sum + one * lostInRow(found.tally, row, role),
          0,
        );
        for (const places of [networks, pools, providers]) {
          const sum = (key: keyof PlaceLoss) => places.reduce((all, one) => all + one[key], 0);
          expect(Math.abs(sum(demandKey) - demand)).toBeLessThanOrEqual(1e-9 * demand);
          expect(Math.abs(sum(lostKey) - lost)).toBeLessThanOrEqual(1e-9 * demand);
        }
      }
    }),
    { numRuns: 200 },
  );
}, 60_000);

test('a run that is done once more to be watched leaves no trace, and gives the same rows', () => {
  const found = run(tiny({ countermeasures: [tinyHopping()] }));
  const before = structuredClone(found.tally);
  expect(breakDown(found)).toEqual(breakDown(found));
  expect(found.tally).toEqual(before);
});
