import { expect, test } from 'vitest';
import type * as z from 'zod/mini';
import { basisKind, figure, uncertainFigure } from '../../src/model/basis.ts';

const assumed = 'for the test';
const accepts = (schema: z.ZodMiniType, value: unknown) => schema.safeParse(value).success;

test('a figure stands beside exactly one of its three bases', () => {
  expect(accepts(figure(), { value: 1, reported: 'gazette' })).toBe(true);
  expect(accepts(figure(), { value: 1, derived: 'half of 2' })).toBe(true);
  expect(accepts(figure(), { value: 1, assumed })).toBe(true);
  expect(accepts(figure(), { value: 1 })).toBe(false);
  expect(accepts(figure(), { value: 1, reported: 'gazette', assumed })).toBe(false);
  expect(accepts(uncertainFigure(), { low: 1, mode: 1, high: 1 })).toBe(false);
});

test('the kind of a basis is the one that is given', () => {
  expect(basisKind({ reported: 'gazette' })).toBe('reported');
  expect(basisKind({ derived: 'half of 2' })).toBe('derived');
  expect(basisKind({ assumed })).toBe('assumed');
});

test.each([
  [{ value: 2 }, true],
  [{ value: 2, low: 2, high: 2 }, true],
  [{ value: 2, low: 1 }, true],
  [{ value: 2, high: 3 }, true],
  [{ value: 2, low: 2.1 }, false],
  [{ value: 2, high: 1.9 }, false],
  [{ value: 2, low: 1, high: 1.9 }, false],
  [{ value: 2, low: 2.1, high: 3 }, false],
])('the ends of a figure lie around its value: %j', (ends, isRight) => {
  expect(accepts(figure(), { ...ends, assumed })).toBe(isRight);
});

test('neither a figure nor its ends lie beyond what the figure may be', () => {
  expect(accepts(figure(0, 1), { value: 1, low: 0, high: 1, assumed })).toBe(true);
  expect(accepts(figure(0, 1), { value: 1.1, assumed })).toBe(false);
  expect(accepts(figure(0, 1), { value: 1, high: 1.1, assumed })).toBe(false);
  expect(accepts(figure(0, 1), { value: 0, low: -0.1, assumed })).toBe(false);
  expect(accepts(uncertainFigure(0, 1), { low: 0, mode: 0, high: 1.1, assumed })).toBe(false);
});

test.each([
  [1, 1, 1, true],
  [1, 2, 3, true],
  [2, 1, 3, false],
  [1, 3, 2, false],
])('an uncertain figure has low ≤ mode ≤ high: %d, %d, %d', (low, mode, high, isRight) => {
  expect(accepts(uncertainFigure(), { low, mode, high, assumed })).toBe(isRight);
});

test('a figure that is wrong is told why', () => {
  const told = (schema: z.ZodMiniType, value: unknown) =>
    schema.safeParse(value).error?.issues.map(({ message }) => message);
  expect(told(figure(), { value: 1 })).toEqual([
    'exactly one of reported (a source id), derived (how) or assumed (why)',
  ]);
  expect(told(figure(), { value: 1, low: 2, assumed })).toEqual(['low ≤ value ≤ high']);
  expect(told(uncertainFigure(), { low: 2, mode: 1, high: 3, assumed })).toEqual([
    'low ≤ mode ≤ high',
  ]);
});
