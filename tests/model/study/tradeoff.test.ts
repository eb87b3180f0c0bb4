import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evenSteps, gridOf } from '../../../src/model/study/sweep.ts';
import { frontierStudy, paretoFront } from '../../../src/model/study/tradeoff.ts';
import { answered } from './closedStudy.ts';

type Place = { readonly gain: number; readonly harm: number };
const dominates = (a: Place, b: Place) =>
  a.gain >= b.gain && a.harm <= b.harm && (a.gain > b.gain || a.harm < b.harm);

test('the Pareto front is what no other point dominates, by brute force', () => {
  // Few different values, so that equal gains, equal harms and equal points are frequent.
  const place = fc.record({
    gain: fc.integer({ min: 0, max: 6 }),
    harm: fc.integer({ min: 0, max: 6 }),
  });
  fc.assert(
    fc.property(fc.array(place, { maxLength: 30 }), (points) => {
      expect(paretoFront(points)).toEqual(
        points.map((point) => !points.some((other) => dominates(other, point))),
      );
    }),
    { numRuns: 500 },
  );
});

test('a frontier comes in the order of its gain', () => {
  // The formula gives gain and harm the same number: more gain is more harm, so all lie on the front.
  const cases = [3, 1, 2].map((value) => [{ path: ['x'], value }]);
  const points = answered(frontierStudy(cases, [1, 2]), (at, seed) => at('x') + seed);
  expect(points.map(({ means }) => means.collateral)).toEqual([2.5, 3.5, 4.5]);
  expect(points.every(({ isOnFront }) => isOnFront)).toBe(true);
});

test('steps hit both ends to the bit', () => {
  expect(evenSteps(8, 24, 5)).toEqual([8, 12, 16, 20, 24]);
  expect(evenSteps(0.1, 0.7, 4).at(-1)).toBe(0.7);
  expect(evenSteps(0, 1, 1)).toEqual([0.5]);
});

test('a grid holds every combination, the last axis fastest', () => {
  const axes = [
    { path: ['x'], values: [1, 2] },
    { path: ['y'], values: ['a', 'b'] },
  ];
  const values = gridOf(axes).map((settings) => settings.map(({ value }) => value).join(''));
  expect(values).toEqual(['1a', '1b', '2a', '2b']);
  expect(gridOf([])).toEqual([[]]);
});
