// The tornado as shapes, what turns a conclusion in words, and how many runs each method takes.
import { describe, expect, test } from 'vitest';
import { completeStudy, type Flips, metrics } from '../../../src/model/index.ts';
import { metricOf } from '../../../src/views/sureness/figures.ts';
import { flipSentences } from '../../../src/views/sureness/flipSentences.ts';
import { layoutGlobal } from '../../../src/views/sureness/globalRows.ts';
import {
  type InfluenceQuestion,
  influenceOf,
  runsOfInfluence,
} from '../../../src/views/sureness/influence.ts';
import { layoutTornado } from '../../../src/views/sureness/tornadoLayout.ts';
import { uncertainTiny } from '../../model/study/uncertainTiny.ts';
import { inputOf } from './handmade.ts';

const collateral = metricOf('collateral');

describe('the tornado', () => {
  const bars = [
    { input: inputOf('long', 1, 2, 4), atLow: 0.1, atHigh: 0.3 },
    { input: inputOf('short', 1, 2, 4), atLow: 0.22, atHigh: 0.18 },
    { input: inputOf('idle', 1, 2, 4), atLow: 0.2, atHigh: 0.2 },
  ];
  const layout = layoutTornado({ atModes: 0.2, bars }, collateral, 208);

  test('has bars from end to end over one scale, the line where all inputs are likeliest', () => {
    // 4 px at either edge leave 200 for 10 to 30 %: 10 px a hundredth.
    expect(layout.xMode).toBeCloseTo(104, 9);
    expect(layout.rows.map(({ xLow, xHigh }) => [xLow, xHigh].map(Math.round))).toEqual([
      [4, 204],
      [124, 84],
    ]);
    expect(layout.rows[0]).toMatchObject({
      title: 'The long',
      basis: 'assumed',
      low: '1',
      mode: '2',
      high: '4',
      atLow: '10 %',
      atHigh: '30 %',
    });
    expect(layout.atModes).toBe('20 %');
  });

  test('counts what it does not show', () => {
    expect([layout.weaker, layout.idle]).toEqual([0, 1]);
    const many = Array.from({ length: 15 }, (_, index) => {
      return { input: inputOf(`i${index}`, 0, 1, 2), atLow: 0.1, atHigh: 0.3 };
    });
    const { rows, weaker, idle } = layoutTornado({ atModes: 0.2, bars: many }, collateral, 208);
    expect([rows.length, weaker, idle]).toEqual([12, 3, 0]);
  });

  test('of inputs that move nothing has no bars, and a scale all the same', () => {
    const still = layoutTornado({ atModes: 0, bars: bars.slice(2) }, collateral, 208);
    expect(still.rows).toEqual([]);
    expect(still.xMode).toBe(104);
  });
});

describe('what turns a conclusion', () => {
  const sides = { metric: collateral, left: 'List', right: 'Boxes' };
  const flip = (id: string, values: number[], holdsAtLow = true, holdsAtHigh = true) => {
    return { input: inputOf(id, 1, 2, 4), holdsAtLow, holdsAtHigh, values };
  };
  const tell = (flips: Flips['flips'], holds = true) =>
    flipSentences({ holds, margin: holds ? 0.1 : -0.1, flips }, sides);

  test('is nothing, when no input does', () => {
    expect(tell([flip('a', []), flip('b', [])])).toEqual([
      'With every input at its likeliest value “List” hits more of everybody else than “Boxes”.',
      'None of 2 inputs turns that alone, from its lowest to its highest value.',
    ]);
  });
  test('is an input beyond a value, on the side on which it turns', () => {
    expect(tell([flip('a', [1.5], false), flip('b', [3], true, false)]).slice(1)).toEqual([
      'The a: it turns below 1.5 (likeliest: 2).',
      'The b: it turns above 3 (likeliest: 2).',
    ]);
    expect(tell([flip('c', [1.5, 3], false, false)])[1]).toBe(
      'The c: it turns below 1.5 and above 3 (likeliest: 2).',
    );
  });
  test('may be that there is no difference to begin with', () => {
    const [head] = flipSentences({ holds: false, margin: 0, flips: [] }, sides);
    expect(head).toMatch(/“Boxes” hits as much of everybody else as “List”\.$/);
  });
  test('is told of the side that really hits more', () => {
    const [head, first] = tell([flip('a', [1.5], true, false)], false);
    expect(head).toMatch(/“Boxes” hits more of everybody else than “List”\.$/);
    // It holds at the low end although it does not at the mode: it turns below.
    expect(first).toBe('The a: it turns below 1.5 (likeliest: 2).');
  });
});

describe('the table of a global method', () => {
  const inputs = [inputOf('weak', 0, 1, 2), inputOf('strong', 0, 1, 2)];
  const none = {
    inputs,
    tornado: undefined,
    flips: undefined,
    morris: undefined,
    sobol: undefined,
  };
  test('has the strongest input first, by Morris', () => {
    const effect = (meanSize: number) => ({ mean: -meanSize, meanSize, deviation: 0 });
    const { rows } = layoutGlobal({ ...none, morris: [effect(0.01), effect(0.2)] }, collateral);
    expect(rows).toEqual([
      { id: 'strong', title: 'The strong', cells: ['20 %', '−20 %', '0 %'] },
      { id: 'weak', title: 'The weak', cells: ['1 %', '−1 %', '0 %'] },
    ]);
  });
  test('and by Sobol’s total index, each with its range', () => {
    const index = (value: number) => ({ value, low: value - 0.1, high: value + 0.1 });
    const sobol = [
      { first: index(0.1), total: index(0.2) },
      { first: index(0.6), total: index(0.7) },
    ];
    const { rows } = layoutGlobal({ ...none, sobol }, collateral);
    expect(rows.map(({ id }) => id)).toEqual(['strong', 'weak']);
    expect(rows[0]?.cells).toEqual(['60 %', '50 % to 70 %', '70 %', '60 % to 80 %']);
  });
});

describe('the study', () => {
  const scenario = uncertainTiny();
  const usual = { metric: 'collateral', against: '', size: 1 };
  const questions: InfluenceQuestion[] = [
    { ...usual, method: 'tornado' },
    { ...usual, method: 'tornado', size: 2 },
    { ...usual, method: 'tornado', against: 'none' },
    { ...usual, method: 'morris', size: 2 },
    { ...usual, method: 'sobol' },
  ];
  test.each(questions)('takes as many runs as it says: %o', (question) => {
    let runs = 0;
    // Nothing ever moves, so nothing turns and nothing is searched for.
    completeStudy(influenceOf(scenario, question), () => {
      runs++;
      return Object.fromEntries(metrics.map(({ id }) => [id, 0]));
    });
    expect(runs).toBe(runsOfInfluence(scenario, question));
  });
});
