import { describe, expect, test } from 'vitest';
import { metrics, planRun, type Run } from '../../src/model/index.ts';
import {
  amount,
  count,
  figureOf,
  listInWords,
  momentInWords,
  oneIn,
  percent,
  poolInWords,
  roughly,
  stateOfLoss,
} from '../../src/scenario/words.ts';
import { checkedScenario } from './tinyShelf.ts';

describe('percent', () => {
  test.each([
    [0, '0 %'],
    [0.0004, '< 0.1 %'],
    [0.0118, '1.2 %'],
    [0.0999, '10.0 %'],
    [0.19, '19 %'],
    [0.9949, '99 %'],
    [0.996, '99.6 %'],
    [0.9995, '> 99.9 %'],
    [1, '100 %'],
  ])(
    'of %d is %s: a small share is never shown as none, a large one never as all',
    (share, text) => {
      expect(percent(share)).toBe(text);
    },
  );
});

describe('one in so many', () => {
  test.each([
    [0, 'none'],
    [1.4e-22, '< 1 in a million'],
    [0.0118, '1 in 85'],
    [0.25, '1 in 4'],
    [0.33, '1 in 3'],
    [0.5, '1 in 2'],
    [0.28, '3 in 10'],
    [0.4, '4 in 10'],
    [0.41, '4 in 10'],
    [0.6, '6 in 10'],
    [0.667, '2 in 3'],
    [0.8, '8 in 10'],
    [0.96, '> 9 in 10'],
    [0.9999, '> 9 in 10'],
    [1, 'all'],
  ])('%d is %s', (share, text) => {
    expect(oneIn(share)).toBe(text);
  });
});

test('large numbers are rounded to three digits with their word', () => {
  expect([512, 9_999, 655_360, 17_780_480, 2_400_000_000].map(roughly)).toEqual([
    '512',
    '9,999',
    '655 thousand',
    '17.8 million',
    '2.4 billion',
  ]);
});

test('counts have their thousands apart', () => {
  expect(count(17_780_480.4)).toBe('17,780,480');
});

test('a moment is read as day, month and hour', () => {
  expect(momentInWords('2018-04-07T09:05+03:00')).toBe('7 April, 09:05');
});

test('names are joined as in a sentence, and the rest is counted', () => {
  expect(listInWords([])).toBe('');
  expect(listInWords(['a'])).toBe('a');
  expect(listInWords(['a', 'b', 'c'])).toBe('a, b and c');
  expect(listInWords(['a', 'b', 'c', 'd'], 2)).toBe('a, b and 2 more');
});

test('names with commas of their own are kept apart by semicolons', () => {
  expect(listInWords(['Nimbus, shared', 'Homenet'])).toBe('Nimbus, shared; Homenet');
  expect(listInWords(['a, b', 'c', 'd', 'e'], 2)).toBe('a, b; c; and 2 more');
});

test('small amounts keep two decimals, large ones none; shares of metrics are percent', () => {
  expect([0.346, 43.256, 1234.5].map(amount)).toEqual(['0.35', '43.26', '1,235']);
  const shown = (id: string, value: number) => {
    const metric = metrics.find((one) => one.id === id);
    return metric && figureOf(metric, value);
  };
  expect(shown('collateral', 0.8597)).toBe('86 %');
  expect(shown('listedAddresses', 17_780_480)).toBe('17,780,480');
});

test('a pool is named after its provider', () => {
  const run = { plan: planRun(checkedScenario()) } as Run;
  expect([0, 1, 2].map((pool) => poolInWords(run, pool))).toEqual([
    'Nimbus, dedicated',
    'Nimbus, shared',
    'Homenet, all of it',
  ]);
});

test('a service is hit from 5 % of its sessions and down from half of them', () => {
  expect([0, 0.0499, 0.05, 0.4999, 0.5, 1].map(stateOfLoss)).toEqual([
    'works',
    'works',
    'hit',
    'hit',
    'down',
    'down',
  ]);
});
