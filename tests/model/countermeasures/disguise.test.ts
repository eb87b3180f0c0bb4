// How many flows have the new look: the logistic curve, read at any tick.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type {
  CountermeasureSetting,
  Disguise,
} from '../../../src/model/countermeasures/countermeasure.ts';
import { disguise } from '../../../src/model/countermeasures/disguise.ts';
import { numberBetween } from '../../arbitraryNumbers.ts';
import { problemsAfter } from '../../scenario/tinyShelf.ts';
import { peopleSetting, protocolNumber, serviceNumber } from './tinyPeople.ts';

const own = { service: 'courier', from: 'mtproto', to: 'tls' };

function begin(parameters: object = {}, setting: Partial<CountermeasureSetting> = {}): Disguise {
  const chosen = disguise.parameters.parse({ ...own, ...parameters });
  return disguise.begin(chosen, peopleSetting(setting)) as Disguise;
}

test('half of the ceiling has changed when e^(r t) = (K − v₀)/v₀', () => {
  // v₀ = 0.1, K = 0.9: a factor of 8, after three days at ln 2 a day.
  const doubling = { initialShare: 0.1, ceiling: 0.9, growthPerDay: Math.LN2 };
  const half = begin(doubling, { untilTick: 100 });
  expect(half.shareInTick(0)).toBe(0.1);
  expect(half.shareInTick(72)).toBeCloseTo(0.45, 14);
});

test('before and after its window nothing has changed, and the curve begins with the window', () => {
  const late = begin({ initialShare: 0.1 }, { fromTick: 10, untilTick: 20 });
  expect(late.shareInTick(9)).toBe(0);
  expect(late.shareInTick(10)).toBe(0.1);
  expect(late.shareInTick(19)).toBe(begin({ initialShare: 0.1 }).shareInTick(9));
  expect(late.shareInTick(20)).toBe(0);
});

test('the share never falls, stays below its ceiling, and knows no length of a tick', () => {
  const share = numberBetween(0, 1);
  fc.assert(
    fc.property(share, share, numberBetween(0, 5), (low, ceiling, growthPerDay) => {
      const parameters = { initialShare: low * ceiling, ceiling, growthPerDay };
      const hourly = begin(parameters, { untilTick: 1000 });
      const daily = begin(parameters, { tickHours: 24 });
      let before = 0;
      for (let day = 0; day < 30; day++) {
        const now = daily.shareInTick(day);
        expect(now).toBe(hourly.shareInTick(24 * day));
        expect(now).toBeGreaterThanOrEqual(before - 2e-16);
        expect(now).toBeLessThanOrEqual(ceiling);
        before = now;
      }
    }),
  );
});

test('nobody follows nobody, and all who ever change have changed in the end', () => {
  expect(begin({ initialShare: 0 }).shareInTick(71)).toBe(0);
  const long = begin({ ceiling: 0.8, growthPerDay: 5 }, { untilTick: 20_000 });
  expect(long.shareInTick(19_999)).toBe(0.8);
});

test('service and protocols are named by number', () => {
  expect(begin()).toMatchObject({
    service: serviceNumber('courier'),
    from: protocolNumber('mtproto'),
    to: protocolNumber('tls'),
  });
});

test('the look is one that the service has, becomes another one, and changes once', () => {
  const errors = problemsAfter((scenario) => {
    const entry = (id: string, parameters: object) => ({
      id,
      technique: 'disguise',
      parameters: { ...own, ...parameters },
    });
    scenario.countermeasures = [
      entry('first', {}),
      entry('second', { to: 'mtproto' }),
      entry('third', { service: 'bank' }),
      entry('fourth', { from: 'tls', to: 'mtproto', initialShare: 0.96 }),
    ];
  });
  const at = (index: number) => `countermeasures[${index}].parameters`;
  expect(errors.map(({ path, expected }) => [path, expected]).sort()).toEqual([
    [`${at(1)}.from`, 'a protocol of the service that the countermeasure first does not change'],
    [`${at(1)}.to`, 'another protocol than the one it leaves'],
    [`${at(2)}.from`, 'a protocol that the service uses: tls'],
    [`${at(3)}.initialShare`, 'at most the ceiling of 0.95'],
  ]);
});
