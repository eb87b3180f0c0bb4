// Names are shown whole, shortened by their own brackets, cut behind a word, or not at all.
import { expect, test } from 'vitest';
import { fitCaption, shorterForms } from '../../../src/views/neighbourhoods/captions.ts';

const measure = (text: string) => 10 * text.length;
const cut = (name: string, letters: number) =>
  fitCaption(shorterForms(name), 10 * letters, measure);

test('a name that fits is shown whole', () => {
  expect(cut('N. Virginia (us-east-1)', 23)).toBe('N. Virginia (us-east-1)');
});
test('a bracket is left out first', () => {
  expect(cut('N. Virginia (us-east-1)', 22)).toBe('N. Virginia');
});
test('a name is cut behind a word, never in the middle of one', () => {
  expect(cut('Facebook and Instagram', 15)).toBe('Facebook and …');
  expect(cut('Facebook and Instagram', 10)).toBe('Facebook …');
});
test('what cannot be read is left out', () => {
  expect(cut('DigitalOcean', 8)).toBeUndefined();
  expect(cut('A longer name', 3)).toBeUndefined();
});
