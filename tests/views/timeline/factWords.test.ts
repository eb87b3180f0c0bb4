import { expect, test } from 'vitest';
import { type Fact, run, type Scenario, scenarioSchema } from '../../../src/model/index.ts';
import { factInWords, sourceOfFact } from '../../../src/views/timeline/factWords.ts';
import { tinyScenario, tinyWorld } from '../../tinyWorld.ts';

const scenario: Scenario = {
  ...scenarioSchema.parse(tinyScenario(tinyWorld())),
  world: tinyWorld(),
};
const nothing = run({ ...scenario, stack: 'none' });
const fact: Fact = {
  id: 'worse',
  title: 'A fifth fails',
  at: scenario.period.from,
  metric: 'targetBlocked',
  low: 0.15,
  high: 0.4,
  role: 'check',
  reported: 'gazette',
};

test('a reported range stands beside the simulated figure, and says that it is a check', () => {
  expect(factInWords(nothing, fact)).toBe(
    'A fifth fails: reported 15 % to 40 %, simulated 0 % (kept as a check).',
  );
});

test('a single figure is not written as a range', () => {
  expect(factInWords(nothing, { ...fact, high: 0.15, role: 'calibration' })).toBe(
    'A fifth fails: reported 15 %, simulated 0 % (used for calibration).',
  );
});

test('an event is told with its note', () => {
  const event: Fact = { ...fact, metric: undefined, note: 'The hour is not known.' };
  expect(factInWords(nothing, event)).toBe('A fifth fails. The hour is not known.');
});

test('a fact on a metric without a figure still shows the simulated one', () => {
  expect(factInWords(nothing, { ...fact, low: undefined, high: undefined })).toBe(
    'A fifth fails. Simulated 0 %.',
  );
});

test('its source is found in the scenario or in the world', () => {
  expect(sourceOfFact(nothing, fact).title).toBe('The Gazette');
});
