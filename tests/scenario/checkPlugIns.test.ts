// Where a strategy or countermeasure applies: networks and regions that there are.
import { expect, test } from 'vitest';
import { applyEdits } from '../../src/scenario/edits.ts';
import { checkedScenario, problemsAfter } from './tinyShelf.ts';

test('networks and regions that exist are right', () => {
  const problems = problemsAfter((scenario) => {
    scenario.world.networks[1].region = 'north';
    scenario.stacks[2].strategies[0].networks = ['mobile', 'fixed'];
    scenario.stacks[1].strategies[0].regions = ['north'];
  });
  expect(problems).toEqual([]);
});

test('others name the nearest', () => {
  const problems = problemsAfter((scenario) => {
    scenario.world.networks[1].region = 'north';
    scenario.stacks[2].strategies[0].networks = ['mobile', 'fixd'];
    scenario.stacks[1].strategies[0].regions = ['nort', 'south'];
    scenario.stacks[1].strategies[0].networks = [];
    scenario.countermeasures[0].networks = ['mobile'];
  });
  expect(problems.map(({ path, nearest }) => [path, nearest])).toEqual([
    ['stacks[1].strategies[0].networks', undefined],
    ['countermeasures[0].networks', undefined],
    ['stacks[1].strategies[0].regions[0]', 'north'],
    ['stacks[1].strategies[0].regions[1]', undefined],
    ['stacks[2].strategies[0].networks[1]', 'fixed'],
  ]);
});

test('an edit reaches them by their own names', () => {
  const edit = { path: 'strategies.register.networks', value: ['mobile'] };
  const base = checkedScenario();
  const stacks = base.stacks.map((stack) => ({
    ...stack,
    strategies: stack.strategies.map((one) => ({ ...one, networks: ['fixed'] })),
  }));
  const reading = applyEdits({ ...base, stacks }, [edit]);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  expect(reading.scenario.stacks[1]?.strategies[0]?.networks).toEqual(['mobile']);
});

test('networks and regions that have nothing in common are refused: it would be in force nowhere', () => {
  const problems = problemsAfter((scenario) => {
    scenario.world.networks[1].region = 'north';
    scenario.stacks[1].strategies[0].networks = ['mobile'];
    scenario.stacks[1].strategies[0].regions = ['north'];
  });
  expect(problems).toEqual([
    {
      path: 'stacks[1].strategies[0].regions',
      found: '"north"',
      expected: 'no regions, since the named networks lie in none',
    },
  ]);
  const others = problemsAfter((scenario) => {
    scenario.world.networks[0].region = 'south';
    scenario.world.networks[1].region = 'north';
    scenario.stacks[1].strategies[0].networks = ['mobile'];
    scenario.stacks[1].strategies[0].regions = ['north'];
  });
  expect(others.map(({ expected }) => expected)).toEqual(['south, where the named networks lie']);
});

test('an edit narrows down to a region what named none before; a region that no network lies in names the nearest', () => {
  const base = checkedScenario();
  const networks = base.world.networks.map((one) => ({
    ...one,
    region: one.id === 'fixed' ? 'north' : 'south',
  }));
  const regional = { ...base, world: { ...base.world, networks } };
  const path = 'strategies.register.regions';
  const reading = applyEdits(regional, [{ path, value: ['north'] }]);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  expect(reading.scenario.stacks[1]?.strategies[0]?.regions).toEqual(['north']);
  expect(reading.scenario.world).toBe(regional.world);
  const wrong = applyEdits(regional, [{ path, value: ['nort'] }]);
  expect(wrong.ok ? [] : wrong.errors).toEqual([
    {
      path: `${path}[0]`,
      found: '"nort"',
      expected: 'a region that a network lies in: one of south, north',
      nearest: 'north',
    },
  ]);
});
