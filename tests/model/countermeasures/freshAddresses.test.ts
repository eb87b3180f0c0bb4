// A fresh address is nobody else's who hops: otherwise the formulas, which draw different addresses, are wrong.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Run, run } from '../../../src/model/run/run.ts';
import { addressesOfPlacement } from '../../../src/model/world/placeServices.ts';
import { randomScenario } from '../../oracle/randomScenario.ts';
import { tinyHopping } from '../../tinyWorld.ts';
import { tiny } from '../run/tinyRun.ts';

const assumed = 'for the test';

/** The addresses of the placements that hop, by placement, before the first tick. */
function startOf({ plan, placed, scenario }: Run): Map<number, number[]> {
  const { services, placements, profiles } = plan.world;
  const start = new Map<number, number[]>();
  for (const { technique, parameters, off } of scenario.countermeasures) {
    if (technique !== 'addressHopping' || off) continue;
    const service = services.ids.indexOf(parameters.service as string);
    const end = services.firstPlacementOfService[service + 1]!;
    for (let p = services.firstPlacementOfService[service]!; p < end; p++) {
      const profile = profiles.ids[placements.profileOfPlacement[p]!];
      if (parameters.profile !== undefined && parameters.profile !== profile) continue;
      start.set(p, [...addressesOfPlacement(placed, p)]);
    }
  }
  return start;
}

test('a hop goes to an address that nobody who hops uses; a placement always has different ones', () => {
  let hops = 0;
  fc.assert(
    fc.property(randomScenario, (scenario) => {
      const result = run(scenario);
      const inUse = startOf(result);
      for (const { placement, slot, from, to, why } of result.hops) {
        // Businesses share hosts.
        if (why === 'migrated') continue;
        const own = inUse.get(placement)!;
        expect(own[slot]).toBe(from);
        expect([...inUse.values()].flat()).not.toContain(to);
        own[slot] = to;
        expect(new Set(own).size).toBe(own.length);
        hops++;
      }
    }),
    { numRuns: 300 },
  );
  expect(hops).toBeGreaterThan(20);
}, 60_000);

/** Courier's two dedicated addresses are listed at noon; of 198.51.100.0/24 so much is left to rent. */
function withLeft(lists: readonly string[]) {
  const entries = ['192.0.2.0/24', ...lists].map((prefix) => ({
    prefix,
    from: '2018-04-16T12:00+03:00',
    assumed,
  }));
  const hopping = tinyHopping();
  const parameters = { ...hopping.parameters, hopDelayHours: 0 };
  return run(
    tiny({ ledgers: { register: entries }, countermeasures: [{ ...hopping, parameters }] }),
  );
}

test('in a pool with two addresses left, two move side by side; with one left, one stays where it is', () => {
  // All but 198.51.100.254/31, then all but 198.51.100.255; courier's own address there, .10, is listed
  // as well and wants to move too.
  const halves = ['0/25', '128/26', '192/27', '224/28', '240/29', '248/30', '252/31'];
  const most = halves.map((rest) => `198.51.100.${rest}`);
  const two = withLeft(most);
  expect(two.hops.map(({ to }) => to).sort()).toEqual([0xc63364fe, 0xc63364ff]);
  const one = withLeft([...most, '198.51.100.254/32']);
  expect(one.hops.map(({ tick, to }) => [tick, to])).toEqual([[12, 0xc63364ff]]);
});
