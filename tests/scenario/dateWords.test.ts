import { expect, test } from 'vitest';
import { dateInWords } from '../../src/scenario/dateWords.ts';

test('a moment is told by the clock of its place, in the language of the reader', () => {
  expect(dateInWords('en', '2018-04-13T12:00+03:00')).toBe('13 April 2018, 12:00');
  expect(dateInWords('ru', '2018-04-13T23:30+03:00')).toBe('13 апреля 2018 г., 23:30');
});

test('midnight stands for a day without an hour', () => {
  expect(dateInWords('en', '2020-06-18T00:00+03:00')).toBe('18 June 2020');
});
