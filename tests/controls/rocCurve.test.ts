import { expect, test } from 'vitest';
import { layoutRoc } from '../../src/controls/rocCurve.ts';
import type { TrafficMix } from '../../src/scenario/errorRates.ts';

const protocols = ['web', 'hunted'];
const mix: TrafficMix = { target: Float64Array.of(0, 1), others: Float64Array.of(1, 0) };

test('two scores of the same shape lie on the diagonal', () => {
  const scores = { web: { mean: 0, deviation: 1 }, hunted: { mean: 0, deviation: 1 } };
  const roc = layoutRoc({ threshold: 0.5, scores }, protocols, mix, 100);
  expect(roc.truePositiveRate).toBeCloseTo(roc.falsePositiveRate, 12);
  expect(roc.point.x).toBeCloseTo(100 - roc.point.y, 9);
});

test('at a threshold of its mean a protocol is flagged half of the time', () => {
  const scores = { web: { mean: -2, deviation: 1 }, hunted: { mean: 1, deviation: 1 } };
  const roc = layoutRoc({ threshold: 1, scores }, protocols, mix, 100);
  expect(roc.truePositiveRate).toBeCloseTo(0.5, 12);
  expect(roc.point.y).toBeCloseTo(50, 9);
  // Φ(−3) = 0.001349898…
  expect(roc.falsePositiveRate).toBeCloseTo(0.001349898, 9);
});

test('a protocol without a score is never flagged', () => {
  const roc = layoutRoc({ threshold: -8, scores: {} }, protocols, mix, 100);
  expect([roc.truePositiveRate, roc.falsePositiveRate]).toEqual([0, 0]);
});

test('others are weighted by their sessions', () => {
  const scores = { web: { mean: 0, deviation: 1 }, hunted: { mean: 0, deviation: 1 } };
  const half = { ...mix, others: Float64Array.of(3, 1) };
  const onlyWeb = { web: scores.web };
  // A quarter of the others' sessions has no score; the rest is flagged half of the time at θ = 0.
  expect(
    layoutRoc({ threshold: 0, scores: onlyWeb }, protocols, half, 1).falsePositiveRate,
  ).toBeCloseTo(0.375, 12);
});

test('a preset has its published rates at θ = 0, and those of the field in the field', () => {
  const parameters = { threshold: 0, preset: 'decision-trees', protocols: ['hunted'] };
  const laboratory = layoutRoc(parameters, protocols, mix, 100);
  expect(laboratory.truePositiveRate).toBeCloseTo(0.98, 12);
  expect(laboratory.falsePositiveRate).toBeCloseTo(0.0002, 12);
  const moved = { ...parameters, conditions: 'field', fieldFall: 1 };
  const field = layoutRoc(moved, protocols, mix, 100);
  expect(field.truePositiveRate).toBeCloseTo(0.52, 12);
  expect([field.point.x, field.point.y]).toEqual([expect.closeTo(12, 9), expect.closeTo(48, 9)]);
});

test('a box that acts on a share of what it flags ends its curve at that share', () => {
  const scores = { web: { mean: 0, deviation: 1 }, hunted: { mean: 0, deviation: 1 } };
  const roc = layoutRoc({ threshold: -8, scores, share: 0.25 }, protocols, mix, 100);
  // Φ(8) = 1 − 6e-16: all are flagged, a quarter is acted on.
  expect(roc.truePositiveRate).toBeCloseTo(0.25, 12);
  expect(roc.path.endsWith('L25,75')).toBe(true);
});
