// Steps of a sweep, its curves and its trade-off, from points written down by hand.
import { describe, expect, test } from 'vitest';
import { completeStudy, createEvaluator } from '../../../src/model/index.ts';
import { knobsOfPage } from '../../../src/views/sureness/knobs.ts';
import {
  fewSteps,
  runsOfSweep,
  type Sweep,
  stepsOf,
  sweepOf,
} from '../../../src/views/sureness/sweep.ts';
import { isIdle, layoutAlong, layoutTradeOff } from '../../../src/views/sureness/sweepLayout.ts';
import { uncertainTiny } from '../../model/study/uncertainTiny.ts';
import { knobOf, pointOf } from './handmade.ts';

describe('steps', () => {
  test('go evenly from end to end, with the present value among them', () => {
    expect(stepsOf(knobOf({ value: 3 }), 5)).toEqual([0, 2.5, 3, 5, 7.5, 10]);
    expect(stepsOf(knobOf({ value: 5 }), 3)).toEqual([0, 5, 10]);
  });
  test('of a second number are both ends and the present value, or what lies between', () => {
    expect(fewSteps(knobOf({ value: 3 }))).toEqual([0, 3, 10]);
    expect(fewSteps(knobOf({ value: 10 }))).toEqual([0, 5, 10]);
  });
  test('are whole where only whole numbers are right, none twice', () => {
    expect(stepsOf(knobOf({ low: 0, high: 3, value: 1, isWhole: true }), 9)).toEqual([0, 1, 2, 3]);
  });
});

const sweep: Sweep = {
  first: knobOf({ value: 5 }),
  second: undefined,
  form: 'lines',
  leftOut: 0,
  lines: [
    {
      value: undefined,
      spots: [
        { at: 0, point: pointOf(0, 0, [], 0) },
        { at: 5, point: pointOf(0.2, 0.01, [], 0.1) },
        { at: 10, point: pointOf(0.4, 0.08, [], 0) },
      ],
    },
  ],
};

describe('the curve of a metric', () => {
  // 46 + 18 px of 364 leave 300, 14 + 24 of 138 leave 100.
  const { panel, lines, xNow } = layoutAlong(sweep, 'targetBlocked', 364, 138);
  test('runs through its points; the present value stands where it belongs', () => {
    // 0, 20 and 40 % on a scale to 40 %.
    expect(lines[0]?.path).toBe('M46,114L196,64L346,14');
    expect(xNow).toBe(196);
    expect(panel.yTicks.at(-1)?.words).toBe('40 %');
    expect(lines[0]?.dots[1]?.words).toBe('5: 20 %');
  });
  test('has a band from 5 to 95 % around it', () => {
    // Around 20 % from 10 to 30: 89 and 39 px.
    expect(lines[0]?.band).toBe('M46,114L196,39L346,14L346,14L196,89L46,114Z');
  });
});

describe('the trade-off', () => {
  test('goes from what is stopped to what is hit, and names the ends and the present value', () => {
    const { lines } = layoutTradeOff(sweep, 364, 138);
    // 0.01 and 0.08 of 0.08: an eighth, and all of 100 px.
    expect(lines[0]?.path).toBe('M46,114L196,101.5L346,14');
    const named = lines[0]?.dots.map(({ label, isNow }) => [label, isNow]);
    expect(named).toEqual([
      ['0', false],
      ['10', false],
      ['5', true],
    ]);
  });
  test('names no dot upon another', () => {
    const same = sweep.lines.map((one) => ({
      ...one,
      spots: [0, 5, 10].map((at) => ({ at, point: pointOf(0.2, 0.1) })),
    }));
    const { lines } = layoutTradeOff({ ...sweep, lines: same }, 364, 138);
    expect(lines[0]?.dots.map(({ label }) => label)).toEqual(['', '', '5']);
    expect(isIdle({ ...sweep, lines: same })).toBe(true);
    expect(isIdle(sweep)).toBe(false);
  });
});

describe('the study', () => {
  const scenario = uncertainTiny();
  const knobs = knobsOfPage(scenario);
  const idOf = (parameter: string) => {
    const id = knobs.find((knob) => knob.parameter.id === parameter)?.id;
    if (id === undefined) throw new Error(`there is no ${parameter}`);
    return id;
  };
  const first = idOf('discoveryPerHour');

  test('takes the runs that it says, and gives a point a value', () => {
    let runs = 0;
    const evaluate = createEvaluator(scenario);
    const question = { first, second: idOf('prefixLength'), form: 'lines' as const, size: 1 };
    const found = completeStudy(sweepOf(scenario, question), evaluate, () => runs++);
    expect(runs).toBe(runsOfSweep(scenario, question));
    expect(found.lines.length).toBe(fewSteps(found.second ?? knobOf()).length);
    for (const { spots } of found.lines) {
      expect(spots.map(({ at }) => at)).toEqual(stepsOf(found.first, 9));
    }
    expect(found.leftOut).toBe(0);
  });
  test('as a map walks both numbers through their ranges', () => {
    let runs = 0;
    const evaluate = createEvaluator(scenario);
    const question = { first, second: idOf('prefixLength'), form: 'map' as const, size: 1 };
    const found = completeStudy(sweepOf(scenario, question), evaluate, () => runs++);
    expect(runs).toBe(runsOfSweep(scenario, question));
    expect(found.form).toBe('map');
    expect(found.lines.map(({ value }) => value)).toEqual(stepsOf(found.second ?? knobOf(), 6));
    for (const { spots } of found.lines) {
      expect(spots.map(({ at }) => at)).toEqual(stepsOf(found.first, 6));
    }
  }, 30_000);
  test('is refused for a setting that is switched off by now', () => {
    const gone = sweepOf(scenario, {
      ...{ first: 'stacks.none.x', second: '', form: 'lines', size: 1 },
    });
    expect(() => gone.next()).toThrow('that setting is not in use any more');
  });
});
