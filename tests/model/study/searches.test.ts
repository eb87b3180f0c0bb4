// Bisection and what is built on it: equal effect, break-even, flips. Levels solved by hand.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakEvenStudy } from '../../../src/model/study/breakEven.ts';
import { flipStudy } from '../../../src/model/study/conclusion.ts';
import { equalEffectStudy, type Lever } from '../../../src/model/study/equalEffect.ts';
import { numberBetween } from '../../arbitraryNumbers.ts';
import { answered, plainInput } from './closedStudy.ts';

const lever = (low: number, high: number, isWhole = false): Lever => ({
  settings: [],
  path: ['x'],
  low,
  high,
  isWhole,
});
const goal = (level: number, tolerance = 1e-6) => ({ metric: 'targetBlocked', level, tolerance });

test('a rising and a falling strategy are set to the same effect', () => {
  // x² = 0.25 at ½; 1 − x = 0.25 at ¾. The means over seeds 0 and 2 add 1 − 1 = 0.
  const rising = answered(
    equalEffectStudy([lever(0, 1)], goal(0.25), [0, 2]),
    (at, seed) => at('x') * at('x') + seed - 1,
  )[0];
  expect(rising).toMatchObject({ kind: 'found', value: 0.5, isWithin: true });
  const [falling] = answered(equalEffectStudy([lever(0, 1)], goal(0.25), [1]), (v) => 1 - v('x'));
  expect(falling).toMatchObject({ kind: 'found', value: 0.75, isWithin: true });
});

test('out of reach: there is none, and the reachable range is told', () => {
  const [found] = answered(equalEffectStudy([lever(0, 1)], goal(3), [1]), (v) => 2 * v('x'));
  expect(found).toEqual({ kind: 'none', atLow: 0, atHigh: 2 });
});

test('a whole lever ends on the nearer neighbour of the level, and says that it misses it', () => {
  // x/10 = 0.34 between 3 and 4; 3 is nearer.
  const [found] = answered(
    equalEffectStudy([lever(0, 10, true)], goal(0.34), [1]),
    (v) => v('x') / 10,
  );
  expect(found).toMatchObject({ kind: 'found', value: 3, isWithin: false });
  // 0.36 is nearer to 4.
  const [above] = answered(
    equalEffectStudy([lever(0, 10, true)], goal(0.36), [1]),
    (v) => v('x') / 10,
  );
  expect(above).toMatchObject({ kind: 'found', value: 4, isWithin: false });
});

test('a level that is met exactly at an end of the lever is found there, without any tolerance', () => {
  const at = (level: number) =>
    answered(equalEffectStudy([lever(0, 1)], goal(level, 0), [1]), (v) => v('x'))[0];
  expect(at(0)).toMatchObject({ kind: 'found', value: 0, isWithin: true });
  expect(at(1)).toMatchObject({ kind: 'found', value: 1, isWithin: true });
});

test('a jump is told apart from a hit', () => {
  const [found] = answered(equalEffectStudy([lever(0, 1)], goal(0.4), [1]), (v) =>
    v('x') < 0.3 ? 0 : 1,
  );
  expect(found).toMatchObject({ kind: 'found', isWithin: false });
  if (found?.kind === 'found') expect(found.value).toBeCloseTo(0.3, 5);
});

test('bisection finds the root of any line that has one', () => {
  const share = numberBetween(0.01, 0.99);
  const slope = numberBetween(0.5, 50);
  fc.assert(
    fc.property(share, slope, fc.boolean(), (root, steepness, isFalling) => {
      const k = isFalling ? -steepness : steepness;
      const [found] = answered(
        equalEffectStudy([lever(0, 1)], goal(0.2, 0), [1]),
        (v) => 0.2 + k * (v('x') - root),
      );
      // 20 halvings of a bracket of width 1.
      expect(found).toMatchObject({ kind: 'found' });
      if (found?.kind === 'found') expect(Math.abs(found.value - root)).toBeLessThan(2 ** -20);
    }),
  );
});

test('break-even: where a false-positive rate harms as much as the reference, or both ends', () => {
  // The boxes hit 0.5 · x, the list hits 0.02: break-even at x = 0.04, to 0.1 % of the harm.
  const formula = (at: (key: string) => number) => (at('list') === 1 ? 0.02 : 0.5 * at('x'));
  const reference = [{ path: ['list'], value: 1 }];
  const even = answered(breakEvenStudy(lever(0, 1), reference, [1, 2]), formula);
  expect(even.reference.means.collateral).toBe(0.02);
  expect(even.solution).toMatchObject({ kind: 'found', isWithin: true });
  if (even.solution.kind === 'found') {
    expect(Math.abs(even.solution.value - 0.04)).toBeLessThanOrEqual(0.00004);
  }
  const none = answered(breakEvenStudy(lever(0.1, 1), reference, [1]), formula);
  expect(none.solution).toEqual({ kind: 'none', atLow: 0.05, atHigh: 0.5 });
});

test('a conclusion flips where its margin crosses zero, on either side of the mode: y² < 1', () => {
  const conclusion = {
    left: { metric: 'collateral', settings: [] },
    relation: '<',
    right: { number: 1 },
  } as const;
  const inputs = [plainInput('y', -2, 0, 3), plainInput('z', -1, 0, 1)];
  const found = answered(flipStudy(inputs, conclusion, [4, 5]), (v) => v('y') * v('y'));
  expect(found).toMatchObject({ holds: true, margin: -1 });
  const [y, z] = found.flips;
  expect(y).toMatchObject({ holdsAtLow: false, holdsAtHigh: false });
  // 10 halvings of brackets of width 2 and 3.
  expect(Math.abs(y!.values[0]! + 1)).toBeLessThan(2 / 1024);
  expect(Math.abs(y!.values[1]! - 1)).toBeLessThan(3 / 1024);
  expect(z).toMatchObject({ holdsAtLow: true, holdsAtHigh: true, values: [] });
});

test('two sides that are equal are neither less nor more', () => {
  for (const relation of ['<', '>'] as const) {
    const conclusion = {
      left: { metric: 'collateral', settings: [] },
      relation,
      right: { number: 2 },
    } as const;
    const holdsAt = (value: number) => answered(flipStudy([], conclusion, [1]), () => value).holds;
    expect([1, 2, 3].map(holdsAt)).toEqual(
      relation === '<' ? [true, false, false] : [false, false, true],
    );
  }
});
