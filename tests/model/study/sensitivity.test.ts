// The methods on functions of the unit cube whose indices are known.
import { expect, test } from 'vitest';
import { streamsOf } from '../../../src/model/rng.ts';
import { elementaryEffects, morrisDesign } from '../../../src/model/study/morris.ts';
import { morrisStudy, sobolStudy } from '../../../src/model/study/sensitivity.ts';
import { sobolDesign, sobolIndices } from '../../../src/model/study/sobol.ts';
import { tornadoStudy } from '../../../src/model/study/tornado.ts';
import { answered, plainInput } from './closedStudy.ts';

type Function = (x: readonly number[]) => number;
const streams = streamsOf(2018);
const names = (count: number) => Array.from({ length: count }, (_, i) => `x${i + 1}`);

function morrisOf(f: Function, inputs: number, trajectories: number) {
  const design = morrisDesign(names(inputs), trajectories, streams);
  return elementaryEffects(
    design,
    design.map(({ places }) => places.map(f)),
  );
}

function sobolOf(f: Function, inputs: number, samples: number) {
  const { a, b, mixed } = sobolDesign(names(inputs), samples, streams);
  return sobolIndices({ a: a.map(f), b: b.map(f), mixed: mixed.map((one) => one.map(f)) }, streams);
}

test('a trajectory moves each input once, by two thirds, and stays in the cube', () => {
  for (const { places, order } of morrisDesign(names(5), 20, streams)) {
    expect(order.toSorted()).toEqual([0, 1, 2, 3, 4]);
    order.forEach((input, step) => {
      const moves = places[step + 1]!.map((value, i) => Math.abs(value - places[step]![i]!));
      moves.forEach((move, i) => {
        expect(move).toBeCloseTo(i === input ? 2 / 3 : 0, 12);
      });
    });
    for (const value of places.flat()) expect([0, 1 / 3, 2 / 3, 1]).toContain(value);
  }
});

test('Morris on a line: every effect is the slope, so μ* = |slope| and σ = 0', () => {
  const effects = morrisOf(([x = 0, y = 0, z = 0]) => 3 * x - 2 * y + 0 * z, 3, 10);
  [3, 2, 0].forEach((size, i) => {
    expect(effects[i]!.meanSize).toBeCloseTo(size, 12);
  });
  expect(effects[1]!.mean).toBeCloseTo(-2, 12);
  for (const { deviation } of effects) expect(deviation).toBeCloseTo(0, 12);
});

test('Morris on a product: the effect of x is y, of which half of the levels lie on either side', () => {
  // y is 0, ⅓, ⅔ or 1 with equal chance: mean ½, variance (0 + 1 + 4 + 9)/36 − ¼ = 5/36.
  const [x] = morrisOf(([a = 0, b = 0]) => a * b, 2, 2000);
  expect(x!.meanSize).toBeCloseTo(0.5, 1);
  expect(x!.deviation).toBeCloseTo(Math.sqrt(5 / 36), 1);
});

test('effects of both signs cancel in the mean, not in μ*', () => {
  // f = 1 for x in the middle, 0 at 0 and 1: steps 0 → ⅔ and 1 → ⅓ raise it, those back lower it.
  const bump: Function = ([x = 0]) => (x > 0.1 && x < 0.9 ? 1 : 0);
  const [x] = morrisOf(bump, 1, 400);
  expect(x!.meanSize).toBeCloseTo(1.5, 12);
  expect(Math.abs(x!.mean)).toBeLessThan(0.2);
});

test('Sobol on a line: S = ST = a² / Σ a²', () => {
  // Uniform inputs have variance 1/12 each, so the shares are 16, 4, 1 and 0 of 21.
  const indices = sobolOf(([a = 0, b = 0, c = 0, d = 0]) => 4 * a + 2 * b + c + 0 * d, 4, 1024);
  [16 / 21, 4 / 21, 1 / 21, 0].forEach((share, i) => {
    expect(Math.abs(indices[i]!.first.value - share)).toBeLessThan(0.06);
    expect(Math.abs(indices[i]!.total.value - share)).toBeLessThan(0.06);
  });
  expect(indices[3]!.total).toEqual({ value: 0, low: 0, high: 0 });
});

test('Sobol on the g-function: V_i = 1/(3 (1 + a_i)²), total by the product', () => {
  // g = Π (|4x − 2| + a)/(1 + a); V = Π (1 + V_i) − 1; S_i = V_i/V; ST_i = V_i Π_{j≠i} (1 + V_j)/V.
  const a = [0, 1, 4.5, 9];
  const g: Function = (x) =>
    x.reduce((product, value, i) => (product * (Math.abs(4 * value - 2) + a[i]!)) / (1 + a[i]!), 1);
  const parts = a.map((one) => 1 / (3 * (1 + one) * (1 + one)));
  const variance = parts.reduce((product, part) => product * (1 + part), 1) - 1;
  const indices = sobolOf(g, 4, 4096);
  parts.forEach((part, i) => {
    const others = (1 + variance) / (1 + part);
    expect(Math.abs(indices[i]!.first.value - part / variance)).toBeLessThan(0.04);
    expect(Math.abs(indices[i]!.total.value - (part * others) / variance)).toBeLessThan(0.04);
  });
}, 20_000);

test('Sobol on the Ishigami function: what acts only with another has a total but no first', () => {
  // sin x + 7 sin² y + 0.1 z⁴ sin x over (−π, π)³. V = 49/8 + π⁴/50 + π⁸/1800 + ½;
  // V₁ = ½ (1 + π⁴/50)², V₂ = 49/8, V₃ = 0, V₁₃ = 8π⁸/22500 (Ishigami and Homma 1990).
  const f: Function = (u) => {
    const [x = 0, y = 0, z = 0] = u.map((value) => Math.PI * (2 * value - 1));
    return Math.sin(x) * (1 + 0.1 * z ** 4) + 7 * Math.sin(y) ** 2;
  };
  const [v1, v2, v13] = [0.5 * (1 + Math.PI ** 4 / 50) ** 2, 49 / 8, (8 * Math.PI ** 8) / 22500];
  const variance = v1 + v2 + v13;
  const indices = sobolOf(f, 3, 4096);
  [v1, v2, 0].forEach((part, i) => {
    expect(Math.abs(indices[i]!.first.value - part / variance)).toBeLessThan(0.04);
  });
  [v1 + v13, v2, v13].forEach((part, i) => {
    expect(Math.abs(indices[i]!.total.value - part / variance)).toBeLessThan(0.04);
  });
  for (const { first } of indices) expect(first.low).toBeLessThanOrEqual(first.value);
}, 20_000);

test('one more input shifts none of the others', () => {
  const fewer = morrisDesign(['a', 'b'], 3, streams);
  const more = morrisDesign(['a', 'new', 'b'], 3, streams);
  fewer.forEach(({ places: [start] }, t) => {
    const other = more[t]!.places[0]!;
    expect([other[0], other[2]]).toEqual(start);
  });
  const small = sobolDesign(['a', 'b'], 8, streams);
  const large = sobolDesign(['a', 'new', 'b'], 8, streams);
  small.a.forEach((place, row) => {
    expect([large.a[row]![0], large.a[row]![2]]).toEqual(place);
  });
});

test('a column of a Latin hypercube has one value in each slice', () => {
  const { a } = sobolDesign(['a'], 50, streams);
  const slices = a.map(([value = 0]) => Math.floor(value * 50)).toSorted((x, y) => x - y);
  expect(slices).toEqual(Array.from({ length: 50 }, (_, slice) => slice));
});

test('a tornado has the longest bar first', () => {
  const inputs = [plainInput('small', -1, 0, 1), plainInput('large', 0, 1, 5)];
  const tornado = answered(
    tornadoStudy(inputs, 'collateral', [3]),
    (at, seed) => seed + at('small') - 2 * at('large'),
  );
  expect(tornado.atModes).toBe(3);
  expect(tornado.bars.map(({ input, atLow, atHigh }) => [input.id, atLow, atHigh])).toEqual([
    ['large', 3, -7],
    ['small', 2, 4],
  ]);
});

test('the unit cube becomes the triangle of each input', () => {
  // A line over one input of variance v: (l² + m² + h² − lm − lh − mh)/18. For (0, 0, 6): 36/18 = 2;
  // for (0, 3, 6): (9 + 36 − 18)/18 = 1.5. So the shares are 2/3.5 and 1.5/3.5.
  const inputs = [plainInput('skew', 0, 0, 6), plainInput('even', 0, 3, 6)];
  const about = { metric: 'collateral', seeds: [1], streams };
  const indices = answered(sobolStudy(inputs, 2048, about), (v) => v('skew') + v('even'));
  expect(Math.abs(indices[0]!.first.value - 2 / 3.5)).toBeLessThan(0.04);
  expect(Math.abs(indices[1]!.total.value - 1.5 / 3.5)).toBeLessThan(0.04);
  // Morris: 0 → ⅔ of the even input is 0 → 6 − 3·√(2·⅓)… the same for both directions, by symmetry.
  const [, even] = answered(morrisStudy(inputs, 40, about), (v) => v('even'));
  const atTwoThirds = 6 - Math.sqrt((1 / 3) * 6 * 3);
  expect(even!.meanSize).toBeCloseTo(atTwoThirds / (2 / 3), 10);
  expect(even!.deviation).toBeCloseTo(0, 10);
});
