import { expect, test } from 'vitest';
import { run, runEnsemble, type Scenario, scenarioSchema } from '../../../src/model/index.ts';
import { layoutScoreboard } from '../../../src/views/scoreboard/layout.ts';
import { tinyScenario, tinyWorld } from '../../tinyWorld.ts';

const scenario: Scenario = {
  ...scenarioSchema.parse(tinyScenario(tinyWorld())),
  world: tinyWorld(),
};

test('without a strategy nothing is stopped and nobody is hit, in so many words', () => {
  const { heroes, sentence } = layoutScoreboard(run({ ...scenario, stack: 'none' }), 0, undefined);
  expect(heroes.map((score) => score.figure)).toEqual(['0 %', 'none']);
  expect(sentence).toContain('0 % of Courier is stopped');
  expect(sentence).toContain('none is lost');
});

test('the range over seeds stands beside the figure of the whole period', () => {
  const seeds = [1, 2, 3];
  const tiny = run(scenario);
  const { heroes } = layoutScoreboard(tiny, 0, runEnsemble(scenario, seeds));
  expect(heroes[0]?.note).toMatch(/over 3 seeds$/);
});

test('counts the named services and never the target among those that are hit', () => {
  const tiny = run(scenario);
  const { others } = layoutScoreboard(tiny, tiny.plan.ticks - 1, undefined);
  expect(others.find((score) => score.id === 'servicesDown')?.note).toMatch(/of 4 named$/);
});
