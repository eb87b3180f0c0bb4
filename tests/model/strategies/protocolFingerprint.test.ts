import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  protocolFingerprint,
  signatureStrength,
} from '../../../src/model/strategies/protocolFingerprint.ts';
import { numberBetween } from '../../arbitraryNumbers.ts';
import { boxOf, fixed, mobile, mtproto, refusals, tls, tlsEch, voice } from './flowSetting.ts';

const share = numberBetween(0, 1);
const day = fc.integer({ min: 0, max: 2000 });
const halfLifeWeeks = numberBetween(0.5, 104);
const refreshWeeks = fc.integer({ min: 1, max: 104 });

test('it catches one share of all with its looks and another of everybody else, on each network', () => {
  fc.assert(
    fc.property(share, share, share, (catches, alsoCatches, part) => {
      const protocols = ['mtproto', 'tls-ech'];
      const box = boxOf(protocolFingerprint, { protocols, catches, alsoCatches, share: part });
      const flagged = [tls, tlsEch, mtproto, voice].map((look) => box.flagged(look));
      const [own, other] = [part * catches, part * alsoCatches];
      expect(flagged).toEqual([other, own, own, other]);
      expect(box.flagged(mtproto)).toBe(own);
    }),
  );
});

test('it asks for nothing but the look: who has it is hit, wherever the flow goes', () => {
  expect(boxOf(protocolFingerprint, { protocols: ['tls'] }).selection).toBeUndefined();
});

test('after a half-life it catches half, after two a quarter', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 104 }), fc.integer({ min: 0, max: 9 }), (weeks, n) => {
      const setting = { halfLifeWeeks: weeks, refreshWeeks: 0 };
      expect(signatureStrength(setting, 7 * weeks * n)).toBeCloseTo(1 / 2 ** n, 14);
    }),
  );
});

test('two times of life multiply: 2^−(a+b) = 2^−a · 2^−b', () => {
  fc.assert(
    fc.property(halfLifeWeeks, day, day, (weeks, a, b) => {
      const on = (age: number) => signatureStrength({ halfLifeWeeks: weeks, refreshWeeks: 0 }, age);
      expect(on(a + b)).toBeCloseTo(on(a) * on(b), 14);
      expect(on(a + 1)).toBeLessThan(on(a) || 1);
    }),
  );
});

test('written anew every n weeks it begins at full strength again, and repeats itself', () => {
  fc.assert(
    fc.property(halfLifeWeeks, refreshWeeks, day, (weeks, n, at) => {
      const renewed = (on: number) =>
        signatureStrength({ halfLifeWeeks: weeks, refreshWeeks: n }, on);
      expect(renewed(7 * n * at)).toBe(1);
      expect(renewed(at + 7 * n)).toBe(renewed(at));
      // Within one period it fades as one that is never renewed; it is never weaker than that.
      const never = signatureStrength({ halfLifeWeeks: weeks, refreshWeeks: 0 }, at);
      if (at < 7 * n) expect(renewed(at)).toBe(never);
      expect(renewed(at)).toBeGreaterThanOrEqual(never);
    }),
  );
});

test('without a half-life it never fades', () => {
  fc.assert(
    fc.property(day, fc.constantFrom(0, 4), (at, weeks) => {
      const box = boxOf(protocolFingerprint, {
        ...{ protocols: ['mtproto'], halfLifeWeeks: 0, refreshWeeks: weeks },
      });
      expect(box.strengthOnDay?.(at)).toBe(1);
    }),
  );
});

test('the box fades by its own half-life, six weeks unless a file says otherwise', () => {
  const box = boxOf(protocolFingerprint, { protocols: ['mtproto'] });
  // 2^(−1/6) on day 7 = 0.8909.
  expect(box.strengthOnDay?.(0)).toBe(1);
  expect(box.strengthOnDay?.(7)).toBeCloseTo(0.890898718, 9);
  expect(box.strengthOnDay?.(42)).toBeCloseTo(0.5, 15);
});

test('it hands over coverage and action, inspects all at any load and keeps no pair blocked', () => {
  const box = boxOf(protocolFingerprint, {
    ...{ protocols: ['mtproto'], coverageMobile: 1, coverageFixed: 0.25 },
    ...{ action: 'throttle', kilobitsPerSecond: 128 },
  });
  expect([box.coverage(mobile), box.coverage(fixed)]).toEqual([1, 0.25]);
  expect(box.action).toEqual({ kind: 'throttle', kilobitsPerSecond: 128 });
  expect([box.inspected(1), box.overflow, box.residualSeconds]).toEqual([1, 'pass', undefined]);
});

test('a signature of nothing is refused', () => {
  expect(refusals(protocolFingerprint, { protocols: [] })).toHaveLength(1);
  expect(refusals(protocolFingerprint, {})).toHaveLength(1);
});
