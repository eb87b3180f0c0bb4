import { expect, test } from 'vitest';
import { figuresInWords } from '../../src/scenario/factFigures.ts';
import type { FactJudgement } from '../../src/scenario/judgeFact.ts';

const share = { id: 'targetBlocked', title: 'Target blocked', unit: 'share' } as const;
const between = (low: number, high: number, model: number): FactJudgement => {
  const isWithin = low <= model && model <= high;
  return { metric: share, model, value: undefined, low, high, isWithin, isExact: false };
};

test('a share outside of its bounds has as many digits as it takes to see that', () => {
  const { reported, simulated } = figuresInWords(between(0.62, 0.64, 0.6424));
  expect([reported, simulated]).toEqual(['62 % to 64 %', '64.2 %']);
  // One digit would round to the bound again.
  expect(figuresInWords(between(0.62, 0.64, 0.6401)).simulated).toBe('64.01 %');
  expect(figuresInWords(between(0.62, 0.64, 0.61996)).simulated).toBe('61.996 %');
  expect(figuresInWords(between(0.0007, 0.2, 0.0006))).toMatchObject({
    reported: '0.07 % to 20 %',
    simulated: '0.06 %',
  });
});

test('a share within its bounds, or plainly outside, is rounded', () => {
  expect(figuresInWords(between(0.62, 0.64, 0.6399)).simulated).toBe('64 %');
  expect(figuresInWords(between(0.62, 0.64, 0.6601)).simulated).toBe('66 %');
});

test('the figure beside accepted bounds has the same digits', () => {
  const judged = { ...between(0.62, 0.64, 0.6424), value: 0.6333 };
  expect(figuresInWords(judged)).toEqual({
    reported: '63.3 %',
    accepted: '62 % to 64 %',
    simulated: '64.2 %',
  });
});
