import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lostShareOfAction } from '../../../src/model/strategies/actionLoss.ts';
import { actionOf } from '../../../src/model/strategies/actionParameters.ts';
import { nameFilter } from '../../../src/model/strategies/nameFilter.ts';
import { numberBetween } from '../../arbitraryNumbers.ts';

const positive = numberBetween(1e-3, 1e7);
const need = fc.record({ kilobitsPerSecond: positive, kilobytesPerConnection: positive });
const throttle = (kilobitsPerSecond: number) => ({ kind: 'throttle', kilobitsPerSecond }) as const;
const byteCap = (kilobytes: number) => ({ kind: 'byteCap', kilobytes }) as const;

test('whatever is dropped is lost', () => {
  fc.assert(fc.property(need, (needed) => lostShareOfAction({ kind: 'drop' }, needed) === 1));
});

test('a session at the k-th part of the rate that it needs loses 1 − 1/k', () => {
  fc.assert(
    fc.property(need, fc.integer({ min: 1, max: 1000 }), (needed, k) => {
      const lost = lostShareOfAction(throttle(needed.kilobitsPerSecond / k), needed);
      expect(lost).toBeCloseTo(1 - 1 / k, 12);
    }),
  );
  // Half of the rate: half is lost, to the bit, as halves are exact.
  expect(
    lostShareOfAction(throttle(64), { kilobitsPerSecond: 128, kilobytesPerConnection: 1 }),
  ).toBe(0.5);
});

test('a session that needs no more than the rate loses nothing', () => {
  fc.assert(
    fc.property(need, numberBetween(0, 1e6), (needed, more) => {
      expect(lostShareOfAction(throttle(needed.kilobitsPerSecond + more), needed)).toBe(0);
    }),
  );
});

test('a higher rate or a higher cap never loses more, and what is lost is a share', () => {
  fc.assert(
    fc.property(need, positive, positive, (needed, one, other) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      for (const action of [throttle, byteCap]) {
        const [more, less] = [low, high].map((at) => lostShareOfAction(action(at), needed));
        expect(less).toBeLessThanOrEqual(more!);
        expect(more).toBeLessThanOrEqual(1);
        expect(less).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

test('the loss under a cap is a step at what one connection needs', () => {
  const lost = (cap: number) =>
    lostShareOfAction(byteCap(cap), { kilobitsPerSecond: 1, kilobytesPerConnection: 16 });
  expect([15.999, 16, 16.001].map(lost)).toEqual([1, 0, 0]);
});

test('an action is what was chosen, with the figure that it uses and no other', () => {
  const chosen = (parameters: object) =>
    actionOf(nameFilter.parameters.parse({ rules: [], ...parameters }));
  expect(chosen({})).toEqual({ kind: 'drop' });
  expect(chosen({ action: 'throttle' })).toEqual({ kind: 'throttle', kilobitsPerSecond: 128 });
  expect(chosen({ action: 'byteCap' })).toEqual({ kind: 'byteCap', kilobytes: 16 });
  expect(chosen({ action: 'byteCap', kilobytes: 20 })).toEqual({ kind: 'byteCap', kilobytes: 20 });
});
