import { expect, test } from 'vitest';
import { layoutPanel, shareDomain } from '../../../src/views/sureness/panel.ts';

test('axes stand inside room for their words', () => {
  // 46 px to the left and 18 to the right leave 300; 14 above and 24 below leave 100.
  const panel = layoutPanel(
    364,
    138,
    { domain: [0, 10], words: String },
    { domain: [0, 0.4], words: (value) => `${100 * value} %` },
  );
  expect([panel.left, panel.right, panel.top, panel.bottom]).toEqual([46, 346, 14, 114]);
  expect(panel.x(5)).toBe(196);
  expect(panel.y(0.1)).toBe(89);
  // A tick every 76 px at most: three fit into 300.
  expect(panel.xTicks).toEqual([
    { at: 46, words: '0' },
    { at: 196, words: '5' },
    { at: 346, words: '10' },
  ]);
  expect(panel.yTicks.map(({ at }) => Math.round(at))).toEqual([114, 89, 64, 39, 14]);
});

test('has a drawing of some width even where there is no room', () => {
  const axis = { domain: [0, 1], words: String } as const;
  const { left, right } = layoutPanel(10, 100, axis, axis);
  expect(right).toBeGreaterThan(left);
});

test('a scale of shares ends at a round one that holds them all', () => {
  expect(shareDomain([0.05, 0.07])).toEqual([0, 0.08]);
  expect(shareDomain([0.97])).toEqual([0, 1]);
  expect(shareDomain([0, 0])).toEqual([0, 0.01]);
  expect(shareDomain([])).toEqual([0, 0.01]);
});
