// The lever that reaches a level is found and solved; figures by hand.
import { expect, test } from 'vitest';
import type { Lever } from '../../../src/model/study/equalEffect.ts';
import { reachStudy } from '../../../src/model/study/reach.ts';
import { answered } from './closedStudy.ts';

const lever = (key: string, low: number, high: number, isWhole = false): Lever => ({
  settings: [],
  path: [key],
  low,
  high,
  isWhole,
});
const goal = { metric: 'targetBlocked', level: 0.25, tolerance: 1e-6 };
/** x alone gives at most 0.1; y gives its half; n a tenth of itself. */
const formula = (at: (key: string) => number) => at('x') / 10 + at('y') / 2 + at('n') / 10;

test('the first lever with the level between its ends is moved', () => {
  // y/2 = 0.25 at ½; z would do as well if it did anything.
  const levers = [lever('x', 0, 1), lever('y', 0, 1), lever('z', 0, 1)];
  const found = answered(reachStudy(levers, goal, [1]), formula);
  expect(found).toMatchObject({ lever: 1, solution: { kind: 'found', value: 0.5 } });
});

test('a lever of real numbers goes before one of whole numbers, which jumps', () => {
  const levers = [lever('n', 0, 9, true), lever('y', 0, 1)];
  expect(answered(reachStudy(levers, goal, [1]), formula)?.lever).toBe(1);
  // Alone it has to do: 2 gives 0.2 and 3 gives 0.3, either misses 0.25 by as much.
  const [whole] = levers;
  const found = answered(reachStudy([whole!], goal, [1]), formula);
  expect(found).toMatchObject({ lever: 0, solution: { kind: 'found', isWithin: false } });
});

test('an end that meets the level will do', () => {
  // y = ½ is the high end, and the low one is on the same side.
  const found = answered(reachStudy([lever('y', 0, 0.5)], goal, [1]), formula);
  expect(found).toMatchObject({ lever: 0, solution: { kind: 'found', value: 0.5 } });
});

test('out of reach of all: the one that comes nearest tells how near', () => {
  const levers = [lever('x', 0, 1), lever('y', 0, 0.4)];
  const found = answered(reachStudy(levers, goal, [1]), formula);
  // x comes to 0.1, y to 0.2.
  expect(found).toEqual({ lever: 1, solution: { kind: 'none', atLow: 0, atHigh: 0.2 } });
});

test('without levers nothing is moved', () => {
  expect(answered(reachStudy([], goal, [1]), formula)).toBeUndefined();
});
