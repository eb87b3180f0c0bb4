// Bundles are bookkeeping: they hold each placement of a service once, and what is taken of them is what is
// taken of their placements one by one.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { streamsOf } from '../../../src/model/rng.ts';
import { fillCell, takenOfCell } from '../../../src/model/run/cellLosses.ts';
import { planRun } from '../../../src/model/run/plan.ts';
import { beginRun } from '../../../src/model/run/run.ts';
import type { RunState } from '../../../src/model/run/runState.ts';
import type { Scenario } from '../../../src/model/run/scenarioSchema.ts';
import { step } from '../../../src/model/run/step.ts';
import { placeServices } from '../../../src/model/world/placeServices.ts';
import { randomScenario } from '../../oracle/randomScenario.ts';
import { tinyUnder } from './tinyRun.ts';

function begin(scenario: Scenario): RunState {
  const plan = planRun(scenario);
  const placed = placeServices(plan.world, streamsOf(scenario.seed));
  return beginRun(scenario, scenario.seed, plan, placed);
}

/** The bundles of a service, each with the numbers of its placements. */
function bundlesOf({ bundles, plan }: RunState, service: number): number[][] {
  const first = plan.world.services.firstPlacementOfService[service]!;
  return Array.from({ length: bundles.bundlesOfService[service]! }, (_, index) => {
    const bundle = first + index;
    const { memberOfBundle, firstMemberOfBundle, endOfBundle } = bundles;
    return [...memberOfBundle.subarray(firstMemberOfBundle[bundle], endOfBundle[bundle])];
  });
}

function expectWhole(state: RunState): void {
  const { bundles, looks, plan } = state;
  const { shareOfPlacement } = plan.world.placements;
  const { ids, firstPlacementOfService } = plan.world.services;
  ids.forEach((_, service) => {
    const found = bundlesOf(state, service);
    const first = firstPlacementOfService[service]!;
    const all = Array.from(
      { length: firstPlacementOfService[service + 1]! - first },
      (_one, index) => first + index,
    );
    expect(found.flat().sort((a, b) => a - b)).toEqual(all);
    found.forEach((members, index) => {
      const bundle = first + index;
      const ofMembers = members.map((p) => looks.lookOfPlacement[p]);
      expect(new Set(ofMembers)).toEqual(new Set([bundles.lookOfBundle[bundle]]));
      expect(members.map((p) => bundles.bundleOfPlacement[p])).toEqual(members.map(() => bundle));
      const share = members.reduce((sum, p) => sum + shareOfPlacement[p]!, 0);
      expect(bundles.shareOfBundle[bundle]).toBe(share);
    });
    const lookOf = (index: number) => bundles.lookOfBundle[first + index];
    expect(new Set(found.map((_one, index) => lookOf(index))).size).toBe(found.length);
  });
}

/** Of an audience that needs nothing, what is taken of it is taken of its cells. */
function expectSumOfCells(state: RunState): void {
  const { audiences, plan, stack } = state;
  const { networks } = plan.cells;
  const { firstPlacementOfService, needsOfService } = plan.world.services;
  const { shareOfPlacement } = plan.world.placements;
  const cell = { lost: new Float64Array(stack.length), alone: new Float64Array(stack.length) };
  needsOfService.forEach((needs, service) => {
    if (needs.length > 0) return;
    for (let network = 0; network < networks; network++) {
      for (let s = 0; s < stack.length; s++) {
        let lost = 0;
        let alone = 0;
        for (
          let p = firstPlacementOfService[service]!;
          p < firstPlacementOfService[service + 1]!;
          p++
        ) {
          expect(Math.abs(fillCell(state, p, network, cell))).toBeLessThan(1e-12);
          expect(Math.abs(cell.lost[s]! - takenOfCell(state, p, network, s))).toBeLessThan(1e-12);
          lost += shareOfPlacement[p]! * cell.lost[s]!;
          alone += shareOfPlacement[p]! * cell.alone[s]!;
        }
        const at = (service * networks + network) * stack.length + s;
        expect(Math.abs(audiences.lost[at]! - lost)).toBeLessThan(1e-12);
        expect(Math.abs(audiences.alone[at]! - alone)).toBeLessThan(1e-12);
      }
    }
  });
}

test('every placement stands in the one bundle of its look, and the bundles lose what their cells lose', () => {
  let summed = 0;
  fc.assert(
    fc.property(randomScenario, (scenario) => {
      const state = begin(scenario);
      expectWhole(state);
      for (let tick = 0; tick < state.plan.ticks; tick++) step(state, tick);
      expectWhole(state);
      // Hours of a load that was met before leave the state at another one.
      if (state.loadKey !== state.workedLoadKey) return;
      expectSumOfCells(state);
      summed++;
    }),
    { numRuns: 120 },
  );
  expect(summed).toBeGreaterThan(0);
}, 60_000);

const boxes = (parameters: object) => ({
  id: 'boxes',
  technique: 'flowClassifier',
  parameters: { scores: { tls: { mean: 2, deviation: 1 } }, ...parameters },
});

/** Radio has one address in 198.51.100.0/24, a quarter of its sessions, and one elsewhere; both serve web pages. */
test.each([
  ['that looks at no address', {}, 1],
  ['that looks where one of them is', { ranges: ['198.51.100.0/24'] }, 2],
  ['that looks where none of them is', { ranges: ['240.0.0.0/8'] }, 1],
  ['that looks where both are', { ranges: ['198.51.100.0/24', '203.0.113.0/24'] }, 1],
  [
    'that looks where one of them is, but stands nowhere',
    { ranges: ['198.51.100.0/24'], coverageMobile: 0, coverageFixed: 0 },
    1,
  ],
  [
    'that looks where one of them is, and lets through what anybody needs',
    { ranges: ['198.51.100.0/24'], action: 'throttle', kilobitsPerSecond: 8192 },
    1,
  ],
])('a box %s makes the placements of radio so many bundles', (_, parameters, expected) => {
  const state = begin(tinyUnder([boxes(parameters)]));
  const radio = state.plan.world.services.ids.indexOf('radio');
  expect(bundlesOf(state, radio).length).toBe(expected);
});

test('networks are of one kind where the boxes do the same on them', () => {
  const kindsUnder = (parameters: object, scope: object = {}) =>
    begin(tinyUnder([{ ...boxes(parameters), ...scope }])).kinds.count;
  expect(kindsUnder({ coverageMobile: 0.5, coverageFixed: 0.5 })).toBe(1);
  expect(kindsUnder({ coverageMobile: 0.5, coverageFixed: 0.4 })).toBe(2);
  expect(kindsUnder({ coverageMobile: 0.5, coverageFixed: 0.5 }, { networks: ['mobile'] })).toBe(2);
  // A cut needs no box, and covers mobile networks and fixed lines by a share each.
  const cut = (mobile: number) =>
    begin(tinyUnder([{ id: 'cut', technique: 'shutdown', parameters: { mobile, fixed: 0.3 } }]));
  expect(cut(0.3).kinds.count).toBe(1);
  expect(cut(0.4).kinds.count).toBe(2);
});

test('a target that hops out of the ranges of a box is bundled anew, and looks different to it from then on', () => {
  const list = {
    id: 'list',
    technique: 'addressBlocklist',
    parameters: { entries: 'adaptive', prefixLength: 32, discoveryPerHour: 2 },
  };
  const hops = {
    id: 'hops',
    technique: 'addressHopping',
    parameters: {
      service: 'courier',
      hopDelayHours: 0,
      pools: [{ pool: 'homenet', weight: 1 }],
    },
  };
  const ranges = ['192.0.2.0/24', '198.51.100.0/24'];
  const state = begin(tinyUnder([list, boxes({ ranges })], { countermeasures: [hops] }));
  const courier = state.plan.world.services.ids.indexOf('courier');
  const before = state.looks.count;
  for (let tick = 0; tick < state.plan.ticks; tick++) step(state, tick);
  expect(state.hops.length).toBeGreaterThan(0);
  expect(state.looks.count).toBeGreaterThan(before);
  expectWhole(state);
  expectSumOfCells(state);
  // Of the addresses that it uses now, the share in the ranges is what the box sees of the look.
  const [look] = bundlesOf(state, courier).map(([p]) => state.looks.lookOfPlacement[p!]!);
  const used = state.movers.flatMap((mover) =>
    mover.placements.map((_, i) => mover.addressesOf(i)),
  );
  const inside = used[0]!.filter((address) => address < 0xcb000000).length / used[0]!.length;
  const tls = state.plan.world.protocols.ids.indexOf('tls');
  expect(state.looks.matchesOfLook[look!]![tls]).toBe(inside);
});
