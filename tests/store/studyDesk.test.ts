import { expect, test } from 'vitest';
import { settingsKey } from '../../src/store/studyDesk.ts';

const [stack, length] = [
  { path: 'stack', value: 'adaptive' },
  { path: 'stacks.adaptive.strategies.hunt.parameters.prefixLength', value: 12 },
];

test('settings are the same in whatever order they were made', () => {
  expect(settingsKey([stack, length])).toBe(settingsKey([length, stack]));
  expect(settingsKey([stack, length])).not.toBe(settingsKey([stack, { ...length, value: 13 }]));
  expect(settingsKey([])).not.toBe(settingsKey([stack]));
});

test('what makes no difference to an answer is left out', () => {
  expect(settingsKey([stack, length], ['stack'])).toBe(settingsKey([length]));
});
