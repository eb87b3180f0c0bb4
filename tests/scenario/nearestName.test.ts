import { expect, test } from 'vitest';
import { nearestName } from '../../src/scenario/nearestName.ts';

const known = ['addressBlocklist', 'flowClassifier', 'none', 'viber-calls'];

test('one wrong, missing, doubled or swapped letter finds the name that was meant', () => {
  for (const typed of [
    'addressBlocklest',
    'addressBloclist',
    'addressBlockklist',
    'addressBlcoklist',
  ]) {
    expect(nearestName(typed, known)).toBe('addressBlocklist');
  }
  expect(nearestName('NONE', known)).toBe('none');
});

test('the beginning of a name finds it', () => {
  expect(nearestName('viber', known)).toBe('viber-calls');
});

test('what is like no name finds none', () => {
  expect(nearestName('quantum', known)).toBeUndefined();
  expect(nearestName('', known)).toBeUndefined();
  expect(nearestName('x'.repeat(1_000_000), known)).toBeUndefined();
});

test('of two equally near names the first is taken', () => {
  expect(nearestName('bet', ['bat', 'bit'])).toBe('bat');
});
