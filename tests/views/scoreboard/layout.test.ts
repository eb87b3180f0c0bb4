import { expect, test } from 'vitest';
import {
  type Fact,
  run,
  runEnsemble,
  type Scenario,
  scenarioSchema,
} from '../../../src/model/index.ts';
import { layoutScoreboard } from '../../../src/views/scoreboard/layout.ts';
import { reportedRange } from '../../../src/views/scoreboard/reportedRange.ts';
import { tinyScenario, tinyWorld } from '../../tinyWorld.ts';

const scenario: Scenario = {
  ...scenarioSchema.parse(tinyScenario(tinyWorld())),
  world: tinyWorld(),
};

test('without a strategy nothing is stopped and nobody is hit, in so many words', () => {
  const { heroes, sentence } = layoutScoreboard(run({ ...scenario, stack: 'none' }), 0, undefined);
  expect(heroes.map((score) => score.figure)).toEqual(['0 %', 'none']);
  expect(sentence).toContain('0 % of Courier is stopped');
  expect(sentence).toContain('sessions: none.');
});

test('the range over seeds stands beside the figure of the whole period', () => {
  const seeds = [1, 2, 3];
  const tiny = run(scenario);
  const { heroes } = layoutScoreboard(tiny, 0, runEnsemble(scenario, seeds));
  expect(heroes[0]?.notes[0]).toMatch(/3 seeds\)$/);
});

test('counts the named services and never the target among those that are hit', () => {
  const tiny = run(scenario);
  const { others } = layoutScoreboard(tiny, tiny.plan.ticks - 1, undefined);
  expect(others.find((score) => score.id === 'servicesDown')?.notes[0]).toMatch(/of 4$/);
});

test('documented entries are told from simulated ones', () => {
  const notesUnder = (stack: string) => {
    const tiny = run({ ...scenario, stack });
    return layoutScoreboard(tiny, tiny.plan.ticks - 1, undefined).others[0]?.notes[0];
  };
  expect(notesUnder('ledger')).toMatch(/documented entries$/);
  expect(notesUnder('adaptive')).toMatch(/simulated entries$/);
});

test('what was reported stands under the simulated figure, from the lowest to the highest', () => {
  const fact = (id: string, low: number, high: number): Fact => ({
    id,
    title: id,
    at: scenario.period.from,
    metric: 'targetBlocked',
    low,
    high,
    role: 'check',
    reported: 'gazette',
  });
  const facts = [fact('a', 0.15, 0.4), fact('b', 0.25, 0.35)];
  expect(reportedRange(facts, 'targetBlocked')).toBe('reported then: 15 % to 40 %');
  expect(reportedRange(facts, 'collateral')).toBe('reported then: nothing');
});
