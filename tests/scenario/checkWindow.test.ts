// The ladder, and windows that hang on its steps. The tiny period is 16 to 19 April 2018.
import { describe, expect, test } from 'vitest';
import { problemsAfter, type Spoilt } from './tinyShelf.ts';

const step = (id: string, at: string) => ({ id, at, title: id, kind: 'order', assumed: 'x' });

/** Its road begins half a year before the period, and it is lifted two years later. */
const ladder = () => [
  step('demand', '2017-10-16T00:00+03:00'),
  step('order', '2018-04-16T09:00+03:00'),
  step('block', '2018-04-17T00:00+03:00'),
  step('lift', '2020-06-18T00:00+03:00'),
];

const found = (spoil: (scenario: Spoilt) => void) =>
  problemsAfter((scenario) => {
    scenario.ladder = ladder();
    spoil(scenario);
  });
const withWindow = (window: object) =>
  found((scenario) => {
    scenario.stacks[2].strategies[0].window = window;
  }).filter(({ path }) => path.startsWith('stacks[2]'));
const at = 'stacks[2].strategies[0].window';

describe('a ladder', () => {
  test('may begin before the period and end after it', () => {
    expect(found(() => {})).toEqual([]);
    expect(found((scenario) => Object.assign(scenario, { compliesAt: 'demand' }))).toEqual([]);
  });
  test('has each step once, in order; steps may share a moment', () => {
    const problems = found(({ ladder }) => {
      ladder[1].id = 'demand';
      ladder[2].at = '2018-04-16T08:59+03:00';
      ladder.push(step('again', '2020-06-18T00:00+03:00'));
    });
    expect(problems.map(({ path, expected }) => [path, expected])).toEqual([
      ['ladder[1].id', 'an id that no other step has'],
      ['ladder[2].at', 'a moment not before 2018-04-16T06:00+00:00, that of the step before'],
    ]);
  });
  test('has moments that exist and a basis that names a source', () => {
    const problems = found(({ ladder }) => {
      ladder[0].at = '2017-10-16';
      delete ladder[1].assumed;
      ladder[1].reported = 'gazete';
      delete ladder[2].assumed;
    });
    expect(problems.map(({ path, nearest }) => [path, nearest])).toEqual([
      ['ladder[2]', undefined],
      ['ladder[1].reported', 'gazette'],
      ['ladder[0].at', '2017-10-16T00:00Z'],
    ]);
  });
  test('is complied with at a step that it has, or never', () => {
    expect(found((scenario) => Object.assign(scenario, { compliesAt: null }))).toEqual([]);
    expect(found((scenario) => Object.assign(scenario, { compliesAt: 'blok' }))).toMatchObject([
      { path: 'compliesAt', found: '"blok"', nearest: 'block' },
    ]);
  });
});

describe('a window', () => {
  test('may hang on steps, on moments or on one of each', () => {
    for (const window of [
      { fromStep: 'demand' },
      { fromStep: 'order', untilStep: 'lift' },
      { from: '2018-04-16T01:00+03:00', untilStep: 'block' },
      { fromStep: 'order', to: '2018-04-16T10:00+03:00' },
      { weekly: [{ days: ['sat', 'sun'], from: '18:30', to: '02:00' }] },
    ]) {
      expect(withWindow(window)).toEqual([]);
    }
  });
  test('names steps of the ladder', () => {
    expect(withWindow({ fromStep: 'ordre', untilStep: 'nothing' })).toMatchObject([
      { path: `${at}.fromStep`, found: '"ordre"', nearest: 'order' },
      { path: `${at}.untilStep`, found: '"nothing"' },
    ]);
  });
  test('begins once and ends once', () => {
    const problems = withWindow({
      ...{ from: '2018-04-16T10:00+03:00', fromStep: 'order' },
      ...{ to: '2018-04-17T10:00+03:00', untilStep: 'lift' },
    });
    expect(problems.map(({ path, found, expected }) => [path, found, expected])).toEqual([
      [`${at}.fromStep`, 'both', 'either from or fromStep, and not both'],
      [`${at}.untilStep`, 'both', 'either to or untilStep, and not both'],
    ]);
  });
  test('ends after it begins, whichever of the two is a step', () => {
    for (const [window, key] of [
      [{ fromStep: 'block', untilStep: 'order' }, 'untilStep'],
      [{ from: '2018-04-17T00:00+03:00', untilStep: 'block' }, 'untilStep'],
      [{ fromStep: 'block', to: '2018-04-16T23:00+03:00' }, 'to'],
    ] as const) {
      expect(withWindow(window).map(({ path }) => path)).toEqual([`${at}.${key}`]);
    }
  });
  test('has an effect within the period', () => {
    expect(withWindow({ fromStep: 'lift' })).toMatchObject([
      { path: `${at}.fromStep`, expected: expect.stringContaining('a step before the end of') },
    ]);
    expect(withWindow({ untilStep: 'demand' })).toMatchObject([
      { path: `${at}.untilStep`, expected: expect.stringContaining('a step after the beginning') },
    ]);
  });
  test('has clock times and days of the week', () => {
    const problems = withWindow({ weekly: [{ days: ['sunday'], from: '7:00', to: '24:30' }] });
    expect(problems.map(({ path }) => path).sort()).toEqual([
      `${at}.weekly[0].days[0]`,
      `${at}.weekly[0].from`,
      `${at}.weekly[0].to`,
    ]);
  });
});
