import fc from 'fast-check';
import { expect, test } from 'vitest';
import { momentOfTick, run, type Scenario, scenarioSchema } from '../../src/model/index.ts';
import { openingTick } from '../../src/store/openingTick.ts';
import { tinyScenario, tinyWorld } from '../tinyWorld.ts';

const scenario: Scenario = {
  ...scenarioSchema.parse(tinyScenario(tinyWorld())),
  world: tinyWorld(),
};
const openingOf = (changed: Scenario) => {
  const tiny = run(changed);
  return momentOfTick(tiny.plan, openingTick(tiny));
};

test('the tiny days open at the first noon with the longest list', () => {
  // 384 addresses are listed from midnight of 17 April on.
  expect(openingOf(scenario)).toBe('2018-04-17T12:00+03:00');
});

test('a scenario that names a moment opens in the hour that holds it', () => {
  expect(openingOf({ ...scenario, opensAt: '2018-04-18T20:30+03:00' })).toBe(
    '2018-04-18T20:00+03:00',
  );
});

test('a run without a strategy opens at the first noon of its second half', () => {
  // 72 hours: halfway is noon of the second day.
  expect(openingOf({ ...scenario, stack: 'none' })).toBe('2018-04-17T12:00+03:00');
});

test('where nothing ever changes, halfway from the block to the end shows what is switched on then', () => {
  const block = { id: 'block', title: 'The block', kind: 'block' as const, assumed: 'A morning.' };
  const openingWith = (at: string) =>
    openingOf({ ...scenario, stack: 'none', ladder: [{ ...block, at }] });
  // From hour 33 to hour 72: halfway is 4 in the morning of the third day.
  expect(openingWith('2018-04-17T09:00+03:00')).toBe('2018-04-18T12:00+03:00');
  // A block years later is none of this run.
  expect(openingWith('2020-04-17T09:00+03:00')).toBe('2018-04-17T12:00+03:00');
});

test('a run that begins in the evening opens at a noon as well', () => {
  // 54 hours from 18:00 on: halfway is 21:00 of the next day.
  const period = { ...scenario.period, from: '2018-04-16T18:00+03:00' };
  expect(openingOf({ ...scenario, ledgers: {}, stack: 'none', period })).toBe(
    '2018-04-18T12:00+03:00',
  );
});

test('every opening is a tick of its run', () => {
  const hour = fc.integer({ min: 0, max: 47 });
  fc.assert(
    fc.property(hour, fc.integer({ min: 1, max: 30 }), (from, length) => {
      const at = (hours: number) => {
        const day = 16 + Math.floor(hours / 24);
        return `2018-04-${day}T${String(hours % 24).padStart(2, '0')}:00+03:00`;
      };
      const period = { from: at(from), to: at(from + length) };
      const tiny = run({ ...scenario, ledgers: {}, stack: 'none', period });
      const tick = openingTick(tiny);
      expect(tick).toBeGreaterThanOrEqual(0);
      expect(tick).toBeLessThan(tiny.plan.ticks);
    }),
    { numRuns: 30 },
  );
});
