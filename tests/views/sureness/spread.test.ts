import { describe, expect, test } from 'vitest';
import { metrics, type Uncertainty } from '../../../src/model/index.ts';
import { layoutSpread, runsOfSpread, spreadOf } from '../../../src/views/sureness/spread.ts';
import { uncertainTiny } from '../../model/study/uncertainTiny.ts';

const quantiles = { q5: 0.02, q25: 0.03, q50: 0.04, q75: 0.05, q95: 0.07 };

/** The same figures for every metric. */
function uncertain(input: number, chance: number, q = quantiles): Uncertainty {
  const all = <T>(value: T) => Object.fromEntries(metrics.map(({ id }) => [id, value]));
  const variances = all({ input, chance, total: input + chance });
  return { settings: [], draws: 2, seeds: [1, 2], means: all(0.041), quantiles: all(q), variances };
}

const rowOf = (...about: Parameters<typeof uncertain>) => {
  const row = layoutSpread(uncertain(...about)).find(({ id }) => id === 'collateral');
  if (!row) throw new Error('no row');
  return row;
};

describe('a range', () => {
  test('stands on a scale from nothing to a round end', () => {
    // 0.07 on a scale to 0.08: 7/8; the median 0.04 in the middle.
    const { places, scaleEnd, mean, low, high } = rowOf(1, 1);
    expect([mean, low, high, scaleEnd]).toEqual(['4.1 %', '2 %', '7 %', '8 %']);
    expect(places.q5).toBeCloseTo(0.25, 12);
    expect(places.q50).toBeCloseTo(0.5, 12);
    expect(places.q95).toBeCloseTo(0.875, 12);
  });

  test.each([
    [9, 1, 'nearly all of it because inputs are not known (90 % of the variance)'],
    [6, 4, 'more of it because inputs are not known (60 % of the variance) than by chance'],
    [4, 6, 'more of it by chance than because inputs are not known (40 % of the variance)'],
    [0, 6, 'nearly all of it by chance; inputs that are not known bring 0 % of the variance'],
  ])('with variances %i and %i comes from: %s', (input, chance, why) => {
    const { sentence, inputShare } = rowOf(input, chance);
    expect(sentence).toBe(`Nine runs in ten lie between 2 % and 7 %; ${why}.`);
    expect(inputShare).toBe(input / (input + chance));
  });

  test('of nothing that varies is said to be so', () => {
    const same = { q5: 0.04, q25: 0.04, q50: 0.04, q75: 0.04, q95: 0.04 };
    const row = rowOf(0, 0, same);
    expect(row.inputShare).toBeUndefined();
    expect(row.sentence).toBe('4 % in every run: neither chance nor inputs move it.');
  });
});

test('the study takes as many runs as it says', () => {
  const scenario = uncertainTiny();
  for (const size of [1, 2]) {
    const step = spreadOf(scenario, { size }).next();
    expect(step.done ? 0 : step.value.length).toBe(runsOfSpread({ size }));
  }
});
