// Names are shown whole, in a shorter form of their own, or not at all.
import { expect, test } from 'vitest';
import { captionForms, fitCaption } from '../../../src/views/neighbourhoods/captions.ts';

const measure = (text: string) => 10 * text.length;
const caption = (name: string, letters: number) =>
  fitCaption(captionForms(name), 10 * letters, measure);

test('a name that fits is shown whole', () => {
  expect(caption('N. Virginia (us-east-1)', 23)).toBe('N. Virginia (us-east-1)');
});
test('a bracket is left out first', () => {
  expect(caption('N. Virginia (us-east-1)', 22)).toBe('N. Virginia');
});
test('then the last parts of a name that has several', () => {
  expect(caption('Customer netblocks, all regions', 20)).toBe('Customer netblocks');
  expect(caption('Meta: WhatsApp, Instagram', 20)).toBe('Meta: WhatsApp');
  expect(caption('Meta: WhatsApp, Instagram', 6)).toBe('Meta');
  expect(caption('Facebook and Instagram', 15)).toBe('Facebook');
  expect(caption('Yandex and Yandex Cloud', 20)).toBe('Yandex');
  expect(caption('Online / Scaleway', 9)).toBe('Online');
});
test('a firm is known without the name of its product', () => {
  expect(caption('Amazon Web Services', 18)).toBe('Amazon');
  expect(caption('IBM Cloud (SoftLayer)', 5)).toBe('IBM');
});
test('what fits in no form is left out, not cut', () => {
  expect(caption('DigitalOcean', 8)).toBeUndefined();
  expect(caption('Holders not identified', 12)).toBeUndefined();
});
