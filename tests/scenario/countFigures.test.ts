import { expect, test } from 'vitest';
import type { Scenario } from '../../src/model/index.ts';
import { addCounts, countFigures } from '../../src/scenario/countFigures.ts';
import { checkedScenario } from './tinyShelf.ts';

const tiny = checkedScenario();
const of = (scenario: Scenario, about: string) =>
  countFigures(scenario).find((one) => one.about === about);

test('figures are counted by kind of thing and by what vouches for them', () => {
  // Ledger: two entries reported, one assumed; one fact; networks: share, completeness and lag of two; the
  // tail's sites and sessions; of five services users and sessions; placements 2 + 1 + 1 + 2 + 1.
  expect(of(tiny, 'listed entries')?.counts).toEqual({ reported: 2, derived: 0, assumed: 1 });
  expect(of(tiny, 'published figures')?.counts).toEqual({ reported: 1, derived: 0, assumed: 0 });
  for (const [about, assumed] of [
    ['networks', 6],
    ['sites of long tails', 2],
    ['services', 10],
    ['placements', 7],
    ['profiles', 2],
    ['address ranges', 2],
    ['hours of the day', 1],
  ] as const) {
    expect([about, of(tiny, about)?.counts]).toEqual([about, { reported: 0, derived: 0, assumed }]);
  }
  const world = countFigures(tiny).filter((one) => one.of === 'world');
  expect(addCounts(world)).toEqual({ reported: 0, derived: 0, assumed: 30 });
});

test('what has no figure has no line', () => {
  expect(of(tiny, 'story')).toBeUndefined();
  expect(of(tiny, 'shares of names')).toBeUndefined();
});

test('a number, or a table of them, that differs from its default and says nothing is named by its path', () => {
  // The hunt sets 26 and 0.2, and leaves releaseHours at its default; the classifier's θ is the default, its
  // scores are a table, as are the weights of pools; both delays of the hops are the defaults.
  expect(of(tiny, 'parameters')?.without).toEqual([
    'stacks[2].strategies[0].parameters.prefixLength',
    'stacks[2].strategies[0].parameters.discoveryPerHour',
    'stacks[3].strategies[0].parameters.scores',
    'countermeasures[0].parameters.pools',
  ]);
});

test('with a basis it is counted', () => {
  const [hopping] = tiny.countermeasures;
  const bases = { pools: { assumed: 'x' }, hopDelayHours: { low: 1, derived: 'y' } };
  const told = { ...tiny, countermeasures: [{ ...hopping!, bases }] };
  expect(of(told, 'parameters')?.counts).toEqual({ reported: 0, derived: 1, assumed: 1 });
  expect(of(told, 'parameters')?.without).toHaveLength(3);
});

test('shares of names ask the world for one word on all of them', () => {
  const [first, ...others] = tiny.world.services;
  const named = { ...first!, domains: [{ name: 'courier.example', share: 1 }] };
  const world = { ...tiny.world, services: [named, ...others] };
  expect(of({ ...tiny, world }, 'shares of names')?.without).toEqual(['world.nameShares']);
  const told = { ...world, nameShares: { assumed: 'x' } };
  expect(of({ ...tiny, world: told }, 'shares of names')).toMatchObject({
    counts: { assumed: 1 },
    without: [],
  });
});
