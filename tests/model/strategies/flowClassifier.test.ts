import fc from 'fast-check';
import { expect, test } from 'vitest';
import { metrics } from '../../../src/model/metrics/index.ts';
import { parsePrefix } from '../../../src/model/net/prefix.ts';
import { run } from '../../../src/model/run/run.ts';
import { flagProbability, precisionAt } from '../../../src/model/strategies/classifierRates.ts';
import { flowClassifier } from '../../../src/model/strategies/flowClassifier.ts';
import { numberBetween } from '../../arbitraryNumbers.ts';
import { tiny, tinyUnder } from '../run/tinyRun.ts';
import {
  boxOf,
  chanceCaught,
  fixed,
  mobile,
  mtproto,
  refusals,
  tls,
  voice,
} from './flowSetting.ts';

const metric = (id: string) => metrics.find((one) => one.id === id)!;
const score = fc.record({
  mean: numberBetween(-4, 4),
  deviation: numberBetween(0.3, 3),
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
      expect(metric('precision').total(tally)).toBeCloseTo(precisionAt(p, hit, wrong), 10);
    }),
    { numRuns: 100 },
  );
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

const share = numberBetween(0.001, 1);
const theta = numberBetween(-4, 8);

test('a box that acts on a share of what it flags scales both rates alike: precision stays', () => {
  fc.assert(
    fc.property(score, score, share, theta, share, (target, other, part, threshold, p) => {
      const scores = { mtproto: target, tls: other };
      const all = boxOf(flowClassifier, { scores, threshold });
      const some = boxOf(flowClassifier, { scores, threshold, share: part });
      for (const protocol of [tls, mtproto, voice]) {
        expect(some.flagged(protocol)).toBe(part * all.flagged(protocol));
      }
      // s·p·TPR / (s·p·TPR + s·(1 − p)·FPR): s cancels. Below 1e-290 the products lose digits.
      const precision = (box: typeof all) => precisionAt(p, box.flagged(mtproto), box.flagged(tls));
      fc.pre(some.flagged(mtproto) > 1e-290);
      expect(precision(some)).toBeCloseTo(precision(all), 12);
    }),
  );
});

test('a share of nothing catches nothing', () => {
  const box = boxOf(flowClassifier, { scores: { tls: { mean: 9, deviation: 1 } }, share: 0 });
  expect(box.flagged(tls)).toBe(0);
});

test('with ranges it is about flows to them only, without it is about all', () => {
  const scores = { tls: { mean: 0, deviation: 1 } };
  const caught = (box: ReturnType<typeof boxOf>, address: string) => {
    const parsed = parsePrefix(address);
    const at = parsed.ok ? parsed.prefix.first : 0;
    return chanceCaught(box, { name: '', address: at, protocol: tls }, mobile);
  };
  const ranges = ['192.0.2.0/25', '198.51.100.0/24'];
  const ranged = boxOf(flowClassifier, { scores, ranges });
  // Φ(0) = ½ within the ranges.
  const addresses = ['192.0.2.127', '192.0.2.128', '198.51.100.9', '203.0.113.1'];
  expect(addresses.map((address) => caught(ranged, address))).toEqual([0.5, 0, 0.5, 0]);
  expect(boxOf(flowClassifier, { scores }).selection).toBeUndefined();
});

test('a preset hunts the named protocols and takes all others for them at its false-positive rate', () => {
  const parameters = { preset: 'signature-and-probe', protocols: ['mtproto'] };
  const box = boxOf(flowClassifier, parameters);
  expect(box.flagged(mtproto)).toBeCloseTo(0.859, 12);
  expect(box.flagged(tls)).toBeCloseTo(3.9e-5, 12);
  expect(box.flagged(voice)).toBe(box.flagged(tls));
});

test('it hands over coverage, action and residual blocking as they were chosen', () => {
  const box = boxOf(flowClassifier, {
    ...{ scores: {}, coverageMobile: 0.75, coverageFixed: 0.25, residualSeconds: 180 },
    ...{ action: 'byteCap', kilobytes: 16 },
  });
  expect([box.coverage(mobile), box.coverage(fixed)]).toEqual([0.75, 0.25]);
  expect(box.action).toEqual({ kind: 'byteCap', kilobytes: 16 });
  expect(box.residualSeconds).toBe(180);
});

test('exactly one of scores, operating point and preset is asked for', () => {
  const scores = {};
  const operatingPoint = { protocols: ['tls'], truePositiveRate: 0.9, falsePositiveRate: 0.1 };
  const preset = { preset: 'entropy', protocols: ['tls'] };
  const expected = ': exactly one of scores, an operatingPoint and a preset';
  for (const right of [{ scores }, { operatingPoint }, preset]) {
    expect(refusals(flowClassifier, right)).toEqual([]);
  }
  for (const wrong of [
    {},
    { scores, operatingPoint },
    { scores, ...preset },
    { operatingPoint, ...preset },
    { scores, operatingPoint, ...preset },
  ]) {
    expect(refusals(flowClassifier, wrong)).toEqual([expected]);
  }
});

test('a file that gives none of them, or two, is told what it gave', () => {
  const found = (parameters: object) =>
    flowClassifier.parameters
      .safeParse(parameters)
      .error?.issues.map((issue) => issue.code === 'custom' && issue.params?.found);
  expect(found({})).toEqual(['none of them']);
  expect(found({ scores: {}, preset: 'entropy', protocols: ['tls'] })).toEqual([
    'scores and preset',
  ]);
});

test('protocols go with a preset, and scores stay in the laboratory', () => {
  expect(refusals(flowClassifier, { preset: 'entropy' })).toEqual([
    'protocols: the protocols that the preset hunts',
  ]);
  expect(refusals(flowClassifier, { scores: {}, protocols: ['tls'] })).toEqual([
    'protocols: no protocols, since there is no preset to hunt them',
  ]);
  const inField = { preset: 'entropy', protocols: ['tls'], conditions: 'field' };
  expect(refusals(flowClassifier, inField)).toEqual([]);
  expect(refusals(flowClassifier, { scores: {}, conditions: 'field' })).toEqual([
    'conditions: laboratory, since scores are taken as they are given',
  ]);
});

test('its parameters have the defaults that a file may leave out', () => {
  expect(flowClassifier.parameters.parse({ scores: {} })).toEqual({
    scores: {},
    conditions: 'laboratory',
    fieldFall: 1,
    threshold: 0,
    share: 1,
    coverageMobile: 1,
    coverageFixed: 0.5,
    capacity: 1,
    overload: 'fail-open',
    residualSeconds: 0,
    action: 'drop',
    kilobitsPerSecond: 128,
    kilobytes: 16,
    ranges: [],
  });
});
