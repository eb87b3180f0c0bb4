import { expect, test } from 'vitest';
import { linearScale } from '../../../src/views/timeline/linearScale.ts';

test('both ends and the middle stand where they must, also where pixels run the other way', () => {
  const up = linearScale([10, 30], [100, 0]);
  expect([10, 20, 30].map(up)).toEqual([100, 50, 0]);
  expect(up.domain).toEqual([10, 30]);
});

test('what stands beyond the ends is drawn beyond them', () => {
  expect(linearScale([0, 4], [0, 8])(-1)).toBe(-2);
});

test('the way back leads to where one came from', () => {
  const x = linearScale([0, 72], [8, 720]);
  for (const tick of [0, 1, 35.5, 72]) expect(x.invert(x(tick))).toBeCloseTo(tick, 10);
});
