import { expect, test } from 'vitest';
import { noBreak } from '../../src/views/noBreak.ts';

test('no figure is parted from its per cent, and all else may break', () => {
  expect(noBreak('15 % to 40 % of it')).toBe('15\u00a0% to 40\u00a0% of it');
});
