import { expect, test } from 'vitest';
import { layoutRoc } from '../../src/controls/rocCurve.ts';
import { aucInWords, rocInWords } from '../../src/controls/rocWords.ts';
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

const even = { web: { mean: 0, deviation: 1 }, hunted: { mean: 0, deviation: 1 } };

test('the area under the curve is that of all pairs of protocols, by their sessions', () => {
  const area = (scores: object, traffic = mix) =>
    layoutRoc({ threshold: 0, scores }, protocols, traffic, 1).auc;
  expect(area(even)).toBeCloseTo(0.5, 12);
  // Φ((3 − 0)/√(3² + 4²)) = Φ(0.6) = 0.725746882…
  const apart = { web: { mean: 0, deviation: 4 }, hunted: { mean: 3, deviation: 3 } };
  expect(area(apart)).toBeCloseTo(0.725746882, 8);
  // A fifth of the others look like the target: 0.8 · Φ(0.6) + 0.2 · ½.
  const mixed = { ...mix, others: Float64Array.of(4, 1) };
  expect(area(apart, mixed)).toBeCloseTo(0.8 * 0.725746882 + 0.1, 8);
  // What has no score lies below all others; two without one are a draw.
  expect(area({ hunted: even.hunted })).toBe(1);
  expect(area({ web: even.web })).toBe(0);
  expect(area({})).toBe(0.5);
  // Acting on a quarter of what it flags does not make its scores worse.
  const rarely = layoutRoc({ threshold: 0, scores: apart, share: 0.25 }, protocols, mix, 1);
  expect(rarely.auc).toBeCloseTo(0.725746882, 8);
});

test('a rare target leaves few of the flagged flows its own, and the caption says so', () => {
  // Base rate 1 %; half of the target and Φ(−2) = 0.0227501 of the others are flagged:
  // 0.005 / (0.005 + 0.99 · 0.0227501) = 0.18167.
  const rare = { target: Float64Array.of(0, 1), others: Float64Array.of(99, 0) };
  const scores = { web: { mean: -2, deviation: 1 }, hunted: { mean: 0, deviation: 1 } };
  const roc = layoutRoc({ threshold: 0, scores }, protocols, rare, 100);
  expect(roc.baseRate).toBeCloseTo(0.01, 12);
  expect(roc.precision).toBeCloseTo(0.18167, 5);
  expect(rocInWords(roc)).toBe(
    'At this θ an inspecting box acts on 50 % of the target’s sessions and 2.3 % of everybody else’s. ' +
      'Of 100 flows that it would flag, 18 are the target’s, since the target has 1.0 % of all sessions.',
  );
  // Φ(2/√2) = Φ(1.41421) = 0.92135.
  expect(aucInWords(roc)).toBe(
    'AUC 0.921: how often a flow of the target scores above one of the others.',
  );
});

test('one flow of a hundred, less than one and none have words of their own', () => {
  const saying = (precision: number) =>
    rocInWords({ ...layoutRoc({ threshold: 0, scores: even }, protocols, mix, 1), precision });
  expect(saying(0.012)).toContain('would flag, 1 is the target’s');
  expect(saying(0.004)).toContain('would flag, less than one is the target’s');
  expect(saying(Number.NaN)).toMatch(/It would flag nothing\.$/);
  const blind = layoutRoc({ threshold: 0, scores: {} }, protocols, mix, 1);
  expect(rocInWords(blind)).toMatch(/It would flag nothing\.$/);
});

test('without a target there is no area', () => {
  const nobody = { ...mix, target: Float64Array.of(0, 0) };
  expect(aucInWords(layoutRoc({ threshold: 0, scores: even }, protocols, nobody, 1))).toBe('');
});
