import { describe, expect, test } from 'vitest';
import {
  knobsOfPage,
  knobsOfStack,
  leversOf,
  usualKnob,
} from '../../../src/views/sureness/knobs.ts';
import { uncertainTiny } from '../../model/study/uncertainTiny.ts';
import { knobOf } from './handmade.ts';

const scenario = uncertainTiny();

describe('numbers that a question can move', () => {
  test('are those of the chosen stack and of the answers, with their ends from the schema', () => {
    const knobs = knobsOfPage(scenario);
    const prefix = knobs.find(({ parameter }) => parameter.id === 'prefixLength');
    expect(prefix).toMatchObject({ low: 8, high: 32, isWhole: true, hasBasis: true });
    expect(knobs.some(({ path }) => path[0] === 'countermeasures')).toBe(true);
    expect(new Set(knobs.map(({ id }) => id)).size).toBe(knobs.length);
  });
  test('are none of what is switched off, and none of a stack that does nothing', () => {
    const stacks = scenario.stacks.map((stack) => ({
      ...stack,
      strategies: stack.strategies.map((entry) => ({ ...entry, off: true })),
    }));
    expect(knobsOfStack({ ...scenario, stacks }, 'adaptive')).toEqual([]);
    expect(knobsOfStack(scenario, 'none')).toEqual([]);
  });
  test('begin with the first that the file gives a reason for', () => {
    const [plain, known] = [knobOf(), knobOf({ hasBasis: true })];
    expect(usualKnob([plain, known])).toBe(known);
    expect(usualKnob([plain])).toBe(plain);
    expect(usualKnob([])).toBeUndefined();
  });
});

test('a lever chooses its stack first, and goes from end to end', () => {
  const levers = leversOf(scenario, 'dpi');
  const threshold = levers.find(({ knob }) => knob.parameter.id === 'threshold')?.lever;
  expect(threshold).toMatchObject({
    settings: [{ path: ['stack'], value: 'dpi' }],
    low: -4,
    high: 8,
    isWhole: false,
  });
});
