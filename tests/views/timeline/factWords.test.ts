import { expect, test } from 'vitest';
import {
  type Fact,
  metrics,
  run,
  type Scenario,
  scenarioSchema,
  serviceMetrics,
} from '../../../src/model/index.ts';
import { judgeFact } from '../../../src/scenario/judgeFact.ts';
import {
  factInWords,
  languageOf,
  toldInWords,
  valueNow,
} from '../../../src/views/timeline/factWords.ts';
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
    'A fifth fails: reported 15 %, simulated 0 %: outside (no check: used to set the model, or decided by what was typed in).',
  );
});

test('a step of the story is told with its note, in the language asked for as far as it is written', () => {
  const step = {
    id: 'listed',
    at: scenario.period.from,
    title: { en: 'It is listed', ru: 'Внесено в реестр' },
    note: { en: 'The hour is not known.' },
    assumed: 'made up',
  };
  expect(toldInWords(nothing, step, 'en')).toBe('It is listed. The hour is not known.');
  expect(toldInWords(nothing, step, 'ru')).toBe('Внесено в реестр. The hour is not known.');
});

test('a line is in one language: facts in English, a step in the one that it is written in', () => {
  const step = { id: 'listed', at: fact.at, title: { en: 'It is listed' }, assumed: 'made up' };
  const both = { ...step, title: { en: 'It is listed', ru: 'Внесено в реестр' } };
  expect([fact, step, both].map((told) => languageOf(told, 'ru'))).toEqual(['en', 'en', 'ru']);
  // What the story adds to a fact stands in the line of the fact.
  const note = { en: 'The hour is not known.', ru: 'Час неизвестен.' };
  const story = [{ ...both, id: fact.id, note }];
  const told = { ...nothing, scenario: { ...nothing.scenario, story } };
  expect(toldInWords(told, fact, 'ru')).toBe(`${factInWords(nothing, fact)} ${note.en}`);
});

test('where another stack stands for what happened, the report has no simulated figure beside it', () => {
  expect(factInWords(nothing, { ...fact, stack: 'registry' })).toBe('A fifth fails.');
});

test('a mean over some hours weighs them by their traffic; a figure of one service is its own', () => {
  // The day is flat, so the mean over ticks 6 … 17 weighs all twelve hours alike. The register covers both
  // of courier's addresses of 192.0.2.0/24 from tick 12 on: compare with the metric hour by hour.
  const listed = run(scenario);
  const courier = listed.plan.world.services.ids.indexOf('courier');
  const hours = Array.from({ length: 12 }, (_, hour) => 6 + hour);
  const lost = serviceMetrics.find(({ id }) => id === 'serviceLost')!;
  const sum = hours.reduce((all, tick) => all + lost.at(listed.tally, tick, courier), 0);
  const mean = judgeFact(listed, {
    ...fact,
    metric: 'serviceLost',
    service: 'courier',
    at: '2018-04-16T06:00+03:00',
    until: '2018-04-16T18:00+03:00',
  });
  expect(mean?.model).toBeCloseTo(sum / 12, 12);
  expect(sum).toBeGreaterThan(0);
});
