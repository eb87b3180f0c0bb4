import { expect, test } from 'vitest';
import {
  entryOf,
  fineFigure,
  fineNumber,
  fineShare,
  metricOf,
} from '../../../src/views/sureness/figures.ts';

test.each([
  [0, '0 %'],
  [0.000167, '0.0167 %'],
  [0.010612, '1.06 %'],
  [0.5, '50 %'],
  [0.99949, '99.9 %'],
  [1, '100 %'],
  [-0.0123, '−1.23 %'],
])('a share of %f is %s: three digits', (share, words) => {
  expect(fineShare(share)).toBe(words);
});

test.each([
  [0.04388, '0.0439'],
  [112.46, '112'],
  [3210.4, '3,210'],
  [17_780_480, '17.8 million'],
  [-17_780_480, '−17.8 million'],
])('%f is %s', (value, words) => {
  expect(fineNumber(value)).toBe(words);
});

test('a metric gives the unit, and one that is not there is an error', () => {
  expect(fineFigure(metricOf('collateral'), 0.5)).toBe('50 %');
  expect(fineFigure(metricOf('servicesDown'), 21.5)).toBe('21.5');
  expect(() => metricOf('joy')).toThrow('there is no metric "joy"');
  expect(() => entryOf({}, 'joy')).toThrow('there is no metric "joy"');
});
