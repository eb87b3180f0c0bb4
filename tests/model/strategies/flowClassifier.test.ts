import fc from 'fast-check';
import { expect, test } from 'vitest';
import { metrics } from '../../../src/model/metrics/index.ts';
import { normalCdf } from '../../../src/model/normal.ts';
import { run } from '../../../src/model/run/run.ts';
import {
  flagProbability,
  flowClassifier,
  scoresOfProtocols,
} from '../../../src/model/strategies/flowClassifier.ts';
import { tiny, tinyUnder } from '../run/tinyRun.ts';

const metric = (id: string) => metrics.find((one) => one.id === id)!;
const score = fc.record({
  mean: fc.double({ min: -4, max: 4, noNaN: true }),
  deviation: fc.double({ min: 0.3, max: 3, noNaN: true }),
});

test('the threshold walks the ROC curve, whose area is Φ((μt − μo)/√(σt² + σo²))', () => {
  fc.assert(
    fc.property(score, score, (target, other) => {
      // Area = ∫ TPR dFPR by trapezia over θ. A step of 0.005 errs by step²/12 · (range) · max|f''|,
      // and f'' is at most about 1/σ³ = 37: below 2e-3 · 25e-6 · … < 1e-4.
      let area = 0;
      const step = 0.005;
      for (let theta = -20; theta < 20; theta += step) {
        const hit = (flagProbability(target, theta) + flagProbability(target, theta + step)) / 2;
        area += hit * (flagProbability(other, theta) - flagProbability(other, theta + step));
      }
      const spread = Math.sqrt(target.deviation ** 2 + other.deviation ** 2);
      expect(Math.abs(area - normalCdf((target.mean - other.mean) / spread))).toBeLessThan(1e-4);
    }),
    { numRuns: 25 },
  );
});

test('precision is p · TPR / (p · TPR + (1 − p) · FPR): the base-rate effect in the totals of a run', () => {
  fc.assert(
    fc.property(score, score, fc.integer({ min: 1, max: 1e9 }), (target, other, users) => {
      const { world } = tiny();
      const scenario = tinyUnder(
        [
          {
            id: 'box',
            technique: 'flowClassifier',
            parameters: { coverageFixed: 1, scores: { mtproto: target, tls: other } },
          },
        ],
        {
          world: {
            ...world,
            profiles: world.profiles.map((profile) =>
              profile.id === 'messenger' ? { ...profile, mix: { mtproto: 1 } } : profile,
            ),
            services: world.services.map((service) =>
              service.id === 'courier'
                ? { ...service, users: { value: users, assumed: 'x' } }
                : service,
            ),
          },
        },
      );
      // Courier has 10 sessions a user and day, everybody else 10,000 a day together.
      const p = (10 * users) / (10 * users + 10_000);
      const [hit, wrong] = [flagProbability(target, 0), flagProbability(other, 0)];
      const { tally } = run(scenario);
      expect(metric('targetBlocked').total(tally)).toBeCloseTo(hit, 12);
      expect(metric('collateral').total(tally)).toBeCloseTo(wrong, 12);
      const expected = (p * hit) / (p * hit + (1 - p) * wrong);
      expect(metric('precision').total(tally)).toBeCloseTo(expected, 10);
    }),
    { numRuns: 100 },
  );
});

test('a published operating point is met at θ = 0', () => {
  const rate = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
  fc.assert(
    fc.property(rate, rate, (truePositiveRate, falsePositiveRate) => {
      const point = { protocols: ['mtproto'], truePositiveRate, falsePositiveRate };
      const scores = scoresOfProtocols({ operatingPoint: point }, ['tls', 'mtproto']);
      expect(flagProbability(scores[0]!, 0)).toBeCloseTo(falsePositiveRate, 12);
      expect(flagProbability(scores[1]!, 0)).toBeCloseTo(truePositiveRate, 12);
    }),
  );
});

test('a protocol without a score is never flagged', () => {
  const scores = scoresOfProtocols({ scores: { tls: { mean: 0, deviation: 1 } } }, ['tls', 'quic']);
  expect(scores[1]).toBeUndefined();
});

test('above its capacity a box lets the rest pass, or drops it', () => {
  // Hour 20 has twice the demand of the others: load 1 there and ½ elsewhere. A box for ¼ of the
  // busiest hour inspects ¼ of hour 20 and ½ of the others. Flags: Φ(0) = ½ of all that is inspected.
  const hourly = Array.from({ length: 24 }, (_, hour) => (hour === 20 ? 2 : 1));
  const { world } = tiny();
  const blocked = (overload: string, tick: number) => {
    const scores = { mtproto: { mean: 0, deviation: 1 }, tls: { mean: 0, deviation: 1 } };
    const parameters = { capacity: 0.25, coverageFixed: 1, overload, scores };
    const box = { id: 'box', technique: 'flowClassifier', parameters };
    const diurnal = { hourly, assumed: 'for the test' };
    const { tally } = run(tinyUnder([box], { world: { ...world, diurnal } }));
    return metric('collateral').at(tally, tick);
  };
  expect(blocked('fail-open', 20)).toBeCloseTo(0.25 * 0.5, 14);
  expect(blocked('fail-open', 19)).toBeCloseTo(0.5 * 0.5, 14);
  expect(blocked('fail-closed', 20)).toBeCloseTo(0.25 * 0.5 + 0.75, 14);
  expect(blocked('fail-closed', 19)).toBeCloseTo(0.5 * 0.5 + 0.5, 14);
});

test('the load is that of the day, also when the run is one quiet hour long', () => {
  const hourly = Array.from({ length: 24 }, (_, hour) => (hour === 3 ? 0.5 : 1));
  const { world } = tiny();
  const scores = { tls: { mean: 0, deviation: 1 } };
  const parameters = { capacity: 0.25, coverageFixed: 1, scores };
  const scenario = tinyUnder([{ id: 'box', technique: 'flowClassifier', parameters }], {
    world: { ...world, diurnal: { hourly, assumed: 'for the test' } },
    period: { from: '2018-04-16T03:00+03:00', to: '2018-04-16T04:00+03:00' },
  });
  // At load ½ a box for ¼ inspects half, of which half is flagged.
  expect(metric('collateral').total(run(scenario).tally)).toBeCloseTo(0.25, 14);
});

test('its parameters have the defaults that a file may leave out', () => {
  expect(flowClassifier.parameters.parse({ scores: {} })).toEqual({
    scores: {},
    threshold: 0,
    coverageMobile: 1,
    coverageFixed: 0.5,
    capacity: 1,
    overload: 'fail-open',
  });
});
