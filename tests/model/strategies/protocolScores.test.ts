import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalQuantile } from '../../../src/model/normal.ts';
import {
  classifierPresets,
  conditionsOf,
} from '../../../src/model/strategies/classifierPresets.ts';
import { aucOf, flagProbability } from '../../../src/model/strategies/classifierRates.ts';
import {
  type ClassifierChoice,
  scoresOfProtocols,
} from '../../../src/model/strategies/protocolScores.ts';
import { numberBetween } from '../../arbitraryNumbers.ts';

const looks = ['tls', 'mtproto'];
const rate = numberBetween(1e-6, 1 - 1e-6);
const preset = fc.constantFrom(...classifierPresets);
const way = numberBetween(0, 1);

/** FPR and TPR at θ = 0. */
function ratesOf(choice: ClassifierChoice) {
  return scoresOfProtocols(choice, looks).map((score) => flagProbability(score!, 0));
}

test('a published operating point is met at θ = 0', () => {
  fc.assert(
    fc.property(rate, rate, (truePositiveRate, falsePositiveRate) => {
      const operatingPoint = { protocols: ['mtproto'], truePositiveRate, falsePositiveRate };
      const [wrong, hit] = ratesOf({ operatingPoint });
      expect(wrong).toBeCloseTo(falsePositiveRate, 12);
      expect(hit).toBeCloseTo(truePositiveRate, 12);
    }),
  );
});

test('so are those of a preset, in the laboratory and in the field', () => {
  for (const one of classifierPresets) {
    for (const conditions of ['laboratory', 'field'] as const) {
      const [wrong, hit] = ratesOf({ preset: one.id, protocols: ['mtproto'], conditions });
      const point = conditionsOf(one)[conditions];
      expect(wrong).toBeCloseTo(point.falsePositiveRate, 14);
      expect(hit).toBeCloseTo(point.truePositiveRate, 14);
    }
  }
});

test('the probit of the AUC falls in a straight line from the laboratory to the field', () => {
  // AUC = Φ((μt − μo)/√2), and both μ are mixed in a straight line, so its probit is, too.
  fc.assert(
    fc.property(preset, way, ({ id }, fieldFall) => {
      const probit = (fall: number) => {
        const choice = { preset: id, protocols: ['mtproto'], fieldFall: fall };
        const [other, target] = scoresOfProtocols({ ...choice, conditions: 'field' }, looks);
        return normalQuantile(aucOf(target!, other!));
      };
      const expected = (1 - fieldFall) * probit(0) + fieldFall * probit(1);
      // An AUC of 1 − 1e-7 leaves its probit nine digits.
      expect(probit(fieldFall)).toBeCloseTo(expected, 7);
    }),
  );
});

test('the further into the field, the less of the target and the more of the others is flagged', () => {
  fc.assert(
    fc.property(rate, rate, way, way, (truePositiveRate, falsePositiveRate, a, b) => {
      const operatingPoint = { protocols: ['mtproto'], truePositiveRate, falsePositiveRate };
      const at = (fieldFall: number) => ratesOf({ operatingPoint, conditions: 'field', fieldFall });
      const [nearWrong, nearHit] = at(Math.min(a, b));
      const [farWrong, farHit] = at(Math.max(a, b));
      expect(farHit!).toBeLessThanOrEqual(nearHit! + 1e-14);
      expect(farWrong!).toBeGreaterThanOrEqual(nearWrong! - 1e-14);
    }),
  );
});

test('no way into the field is the laboratory, to the bit', () => {
  fc.assert(
    fc.property(preset, way, ({ id }, fieldFall) => {
      const choice = { preset: id, protocols: ['mtproto'] };
      const laboratory = scoresOfProtocols(choice, looks);
      const none = { ...choice, conditions: 'field', fieldFall: 0 } as const;
      expect(scoresOfProtocols(none, looks)).toEqual(laboratory);
      const unused = { ...choice, conditions: 'laboratory', fieldFall } as const;
      expect(scoresOfProtocols(unused, looks)).toEqual(laboratory);
    }),
  );
});

test('given scores are taken as they are, and a protocol without one is never flagged', () => {
  const tls = { mean: 0, deviation: 1 };
  expect(scoresOfProtocols({ scores: { tls } }, ['tls', 'quic'])).toEqual([tls, undefined]);
});
