import { expect, test } from 'vitest';
import {
  type Fact,
  metrics,
  run,
  type Scenario,
  scenarioSchema,
} from '../../../src/model/index.ts';
import { factInWords, sourceOfFact, valueNow } from '../../../src/views/timeline/factWords.ts';
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

test('the lane of the lists says so when there is no list, and else how many addresses', () => {
  const listed = metrics.find(({ id }) => id === 'listedAddresses')!;
  expect(valueNow(nothing, listed, 0)).toBe('no list in use');
  // Nothing is listed before tick 12, but somebody keeps a list.
  expect(valueNow(run(scenario), listed, 0)).toBe('0');
});

test('a published range stands beside the simulated figure, with what became of it', () => {
  expect(factInWords(nothing, fact)).toBe(
    'A fifth fails: reported 15 % to 40 %, simulated 0 %: outside (not used to set the model).',
  );
});

test('a published figure stands apart from the range that we accept; the note follows', () => {
  const five = { ...fact, value: 0.2, low: 0, note: 'Said without a method.' };
  expect(factInWords(nothing, five)).toBe(
    'A fifth fails: reported 20 % (accepted: 0 % to 40 %), simulated 0 %: within ' +
      '(not used to set the model). Said without a method.',
  );
});

test('figures of one unit name it once; those published to the last digit are shown so', () => {
  const listed = { ...fact, title: 'Listed', metric: 'listedAddresses' };
  expect(
    factInWords(nothing, { ...listed, value: 11_000_000, low: 9_900_000, high: 12_100_000 }),
  ).toContain('reported 11 million (accepted: 9.9 to 12.1 million), simulated 0: outside');
  expect(
    factInWords(nothing, { ...listed, value: 1_835_008, low: 1_835_008, high: 1_853_358 }),
  ).toContain('reported 1,835,008 (accepted: 1,835,008 to 1,853,358), simulated 0: outside');
});

test('a single figure is not written as a range', () => {
  expect(factInWords(nothing, { ...fact, high: 0.15, role: 'calibration' })).toBe(
    'A fifth fails: reported 15 %, simulated 0 %: outside (used to set the model).',
  );
});

test('an event is told with its note', () => {
  const event: Fact = { ...fact, metric: undefined, note: 'The hour is not known.' };
  expect(factInWords(nothing, event)).toBe('A fifth fails. The hour is not known.');
});

test('a fact on a metric without a figure still shows the simulated one', () => {
  expect(factInWords(nothing, { ...fact, low: undefined, high: undefined })).toBe(
    'A fifth fails. Simulated 0 % (not used to set the model).',
  );
});

test('its source is found in the scenario or in the world', () => {
  expect(sourceOfFact(nothing, fact).title).toBe('The Gazette');
});
