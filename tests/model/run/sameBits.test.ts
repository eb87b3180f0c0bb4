// What must not matter: running twice, names of things that nobody draws by, a strategy that is idle.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planRun } from '../../../src/model/run/plan.ts';
import { run } from '../../../src/model/run/run.ts';
import type { Scenario } from '../../../src/model/run/scenarioSchema.ts';
import { randomScenario, scenarioWithoutAppeal } from '../../oracle/randomScenario.ts';
import { lossesOf } from './tinyRun.ts';

const runs = { numRuns: 100 };

test('the same scenario and seed give the same bits, with a plan of its own or a used one', () => {
  fc.assert(
    fc.property(randomScenario, (scenario) => {
      const plan = planRun(scenario);
      const first = run(scenario, scenario.seed, plan);
      run(scenario, scenario.seed + 1, plan);
      for (const again of [run(scenario, scenario.seed, plan), run(scenario)]) {
        expect(lossesOf(again)).toEqual(lossesOf(first));
        expect(again.listings).toEqual(first.listings);
        expect(again.hops).toEqual(first.hops);
        expect(again.classesTouched).toBe(first.classesTouched);
        expect(again.tally.worstImbalance).toBe(first.tally.worstImbalance);
      }
    }),
    runs,
  );
}, 60_000);

test('another seed draws other addresses', () => {
  const [scenario] = fc.sample(
    randomScenario.filter((one) =>
      one.world.services.some((service) => service.placements.some(({ known }) => !known)),
    ),
    { numRuns: 1, seed: 1 },
  ) as [Scenario];
  const { placed } = run(scenario, 1);
  expect(run(scenario, 2).placed.address).not.toEqual(placed.address);
});

test('renaming profiles, pools without a tail, categories and titles changes nothing', () => {
  fc.assert(
    fc.property(randomScenario, (scenario) => {
      const rename = (text: string): string =>
        text
          .replaceAll('"one"', '"uno"')
          .replaceAll('"any"', '"all"')
          .replaceAll('"Service ', '"S ');
      const renamed = JSON.parse(rename(JSON.stringify(scenario))) as Scenario;
      expect(lossesOf(run(renamed))).toEqual(lossesOf(run(scenario)));
    }),
    runs,
  );
}, 60_000);

test('renaming a bystander moves no other service', () => {
  fc.assert(
    fc.property(scenarioWithoutAppeal, fc.nat(4), (scenario, at) => {
      const service = scenario.world.services[at % scenario.world.services.length]!;
      // One that moves, carries news or is needed has an effect on others by what it is.
      const needed = scenario.world.services.flatMap(({ dependsOn = [] }) => dependsOn);
      const involved = JSON.stringify([scenario.countermeasures, needed]);
      const isInvolved = involved.includes(`"${service.id}"`);
      if (service.role === 'target' || isInvolved) return;
      const text = JSON.stringify(scenario).replaceAll(`"${service.id}"`, '"somebody-else"');
      const before = lossesOf(run(scenario));
      const after = lossesOf(run(JSON.parse(text) as Scenario));
      before.delete(service.id);
      after.delete('somebody-else');
      expect(after).toEqual(before);
    }),
    runs,
  );
}, 60_000);

test('an idle strategy in the stack takes nothing and shifts no draw', () => {
  fc.assert(
    fc.property(randomScenario, (scenario) => {
      const [stack] = scenario.stacks;
      const idle = { id: 'idle', technique: 'none', parameters: {} };
      const stacks = [{ ...stack!, strategies: [idle, ...stack!.strategies] }];
      const before = run(scenario);
      const after = run({ ...scenario, stacks });
      const columns = before.tally.strategies + 1;
      const losses = lossesOf(before);
      for (const [id, lost] of lossesOf(after)) {
        expect(lost.every((one, i) => i % columns !== 0 || one === 0)).toBe(true);
        expect(lost.filter((_, i) => i % columns !== 0)).toEqual(losses.get(id));
      }
    }),
    runs,
  );
}, 60_000);
