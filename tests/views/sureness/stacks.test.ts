// All strategies side by side, from points written down by hand, and on the tiny world.
import { describe, expect, test } from 'vitest';
import { completeStudy, createEvaluator } from '../../../src/model/index.ts';
import { usualPair } from '../../../src/views/sureness/breakEven.ts';
import { type Brought, type StackFound, stacksOf } from '../../../src/views/sureness/stacks.ts';
import { layoutEqual, layoutPlane } from '../../../src/views/sureness/stacksLayout.ts';
import { uncertainTiny } from '../../model/study/uncertainTiny.ts';
import { knobOf, pointOf } from './handmade.ts';

function stack(
  id: string,
  stopped: number,
  hit: number,
  isOnFront: boolean,
  brought?: Brought,
): StackFound {
  const asItIs = { ...pointOf(stopped, hit), isOnFront };
  return { id, title: id.toUpperCase(), asItIs, brought };
}

const found = (value: number, hit: number, isWithin = true): Brought => ({
  knob: knobOf(),
  solution: { kind: 'found', value, isWithin, point: pointOf(0.2, hit) },
});

const outOfReach = (atLow: number, atHigh: number): Brought => ({
  knob: knobOf({ group: 'LIST' }),
  solution: { kind: 'none', atLow, atHigh },
});

const result = {
  level: 0.2,
  stacks: [
    stack('list', 0.4, 0.08, true, outOfReach(0.07, 0.05)),
    stack('boxes', 0.2, 0.01, true, found(1.2345, 0.04)),
    stack('hunt', 0.1, 0.04, false, found(3, 0.01, false)),
    stack('none', 0, 0, true),
  ],
};

test('the plane has a number a strategy, and a line from front to front', () => {
  // 300 px for 0 … 40 %, 100 px for 0 … 8 %.
  const { dots, frontPath } = layoutPlane(result, 364, 138);
  expect(dots.map(({ number, x, y }) => [number, x, y])).toEqual([
    [1, 346, 14],
    [2, 196, 101.5],
    [3, 121, 64],
    [4, 46, 114],
  ]);
  expect(frontPath).toBe('M46,114L196,101.5L346,14');
  expect(dots[1]).toMatchObject({ stopped: '20 %', hit: '1 %', isOnFront: true });
});

test('at equal effect the least harm stands first, and who cannot at the end with the reason', () => {
  expect(layoutEqual(result)).toEqual([
    {
      id: 'hunt',
      title: 'HUNT',
      set: 'Boxes: Threshold at 3. It jumps over 20 % there; this is the nearer side.',
      stopped: '20 %',
      hit: '1 %',
      share: 0.25,
    },
    {
      id: 'boxes',
      title: 'BOXES',
      set: 'Boxes: Threshold at 1.23.',
      stopped: '20 %',
      hit: '4 %',
      share: 1,
    },
    {
      id: 'list',
      title: 'LIST',
      set: 'Out of reach: Threshold brings it from 5 % to 7 %.',
      stopped: '–',
      hit: '–',
      share: undefined,
    },
    {
      id: 'none',
      title: 'NONE',
      set: 'Has no number that can be set.',
      stopped: '–',
      hit: '–',
      share: undefined,
    },
  ]);
});

test('what no number changes is said to be so', () => {
  const [row] = layoutEqual({
    level: 0.2,
    stacks: [stack('list', 0, 0, true, outOfReach(0.07, 0.07))],
  });
  expect(row?.set).toBe('Out of reach: none of its numbers changes the 7 % that it stops.');
});

describe('on the tiny world', () => {
  const scenario = uncertainTiny();
  const { stacks } = completeStudy(
    stacksOf(scenario, { level: 0.05, size: 1 }),
    createEvaluator(scenario),
  );
  test('each strategy is there as it is, in the order of the scenario', () => {
    expect(stacks.map(({ id }) => id)).toEqual(scenario.stacks.map(({ id }) => id));
    const none = stacks.find(({ id }) => id === 'none');
    expect(none?.asItIs.means.targetBlocked).toBe(0);
    expect(none?.brought).toBeUndefined();
  });
  test('the hunt is brought to the level by a number of its own', () => {
    const hunt = stacks.find(({ id }) => id === 'adaptive')?.brought;
    if (hunt?.solution.kind !== 'found') throw new Error('out of reach');
    expect(hunt.solution.isWithin).toBe(true);
    expect(Math.abs((hunt.solution.point.means.targetBlocked ?? 0) - 0.05)).toBeLessThanOrEqual(
      0.005,
    );
  });
  test('a classifier is held against the first other strategy', () => {
    const { stack: own, reference } = usualPair(scenario);
    expect([own, reference]).toEqual(['dpi', 'ledger']);
    const without = scenario.stacks.filter(({ id }) => id === 'none');
    expect(usualPair({ ...scenario, stacks: without })).toEqual({
      stack: 'none',
      reference: 'none',
    });
  });
});
