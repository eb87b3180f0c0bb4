import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type ClassifierPreset,
  classifierPresets,
  conditionsOf,
  fallenFrom,
  movedConditions,
} from '../../../src/model/strategies/classifierPresets.ts';
import { numberBetween } from '../../arbitraryNumbers.ts';

test('every preset has a name of its own, rates that a score can have, and a paper with its year', () => {
  const presets: readonly ClassifierPreset[] = classifierPresets;
  expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
  expect(new Set(presets.map(({ title }) => title)).size).toBe(presets.length);
  for (const preset of presets) {
    const { laboratory, field } = conditionsOf(preset);
    for (const point of [laboratory, field]) {
      for (const rate of Object.values(point)) expect(rate > 0 && rate < 1).toBe(true);
      expect(point.truePositiveRate).toBeGreaterThan(point.falsePositiveRate);
    }
    expect(preset.source).toMatch(/\(.* 20\d\d\)$/);
  }
});

test('a laboratory figure without one from the field falls as the published one fell', () => {
  const laboratory = { truePositiveRate: 0.9, falsePositiveRate: 0.01 };
  const source = 'A paper (2020)';
  expect(conditionsOf({ laboratory, source, note: '' }).field).toEqual(movedConditions);
  const field = { truePositiveRate: 0.8, falsePositiveRate: 0.02 };
  expect(conditionsOf({ laboratory, field, source, note: '' })).toEqual({ laboratory, field });
  expect(conditionsOf({ field, source, note: '' })).toEqual({ laboratory: field, field });
  expect(() => conditionsOf({ source, note: '' })).toThrow('gives no operating point');
});

test('nothing gains by a fall', () => {
  const rate = numberBetween(0.001, 0.999);
  fc.assert(
    fc.property(rate, rate, (truePositiveRate, falsePositiveRate) => {
      const fallen = fallenFrom({ truePositiveRate, falsePositiveRate });
      expect(fallen.truePositiveRate).toBe(Math.min(truePositiveRate, 0.52));
      expect(fallen.falsePositiveRate).toBe(Math.max(falsePositiveRate, 0.12));
    }),
  );
});

test('a random first packet escapes "looks random" by six printable bytes in 0.26 % of cases', () => {
  // 95 of the 256 bytes are printable (0x20 … 0x7e): (95/256)⁶ = 0.002611.
  const preset = classifierPresets.find(({ id }) => id === 'looks-random')!;
  expect(conditionsOf(preset).laboratory.truePositiveRate).toBeCloseTo(1 - (95 / 256) ** 6, 4);
});
