// Who leaves for a rival, and who comes back: against the solution of dw/dt = a (K − w) − b w.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type {
  CountermeasureSetting,
  Drift,
  LastTick,
} from '../../../src/model/countermeasures/countermeasure.ts';
import { substitution } from '../../../src/model/countermeasures/substitution.ts';
import { numberBetween } from '../../arbitraryNumbers.ts';
import { problemsAfter } from '../../scenario/tinyShelf.ts';
import { FIXED, MOBILE, peopleSetting, serviceNumber, tookFrom } from './tinyPeople.ts';

function begin(parameters: object = {}, setting: Partial<CountermeasureSetting> = {}): Drift {
  const chosen = substitution.parameters.parse({ service: 'courier', ...parameters });
  return substitution.begin(chosen, peopleSetting(setting)) as Drift;
}

function driftUntil(drift: Drift, tick: number, last: LastTick): Drift {
  for (let now = 0; now <= tick; now++) drift.drift(now, last);
  return drift;
}

test('half of the ceiling has left after ln 2 over the rate', () => {
  // A rate of ln 2 a day under a full loss: 0.4 of at most 0.8 after a day; half as fast where half is lost.
  const rates = { ceiling: 0.8, leavePerDay: Math.LN2, returnPerDay: 0 };
  const drift = driftUntil(begin(rates), 24, tookFrom('courier', 1, 0.5));
  expect(drift.leftOnNetwork(MOBILE)).toBeCloseTo(0.4, 14);
  expect(drift.leftOnNetwork(FIXED)).toBeCloseTo(0.8 * (1 - Math.SQRT1_2), 14);
});

const share = numberBetween(0, 1);

test('under a constant loss those who left follow the closed form, whatever the tick', () => {
  fc.assert(
    fc.property(
      share,
      share,
      share,
      share,
      fc.constantFrom(0.25, 1, 6, 24),
      (lost, ceiling, leavePerDay, returnPerDay, tickHours) => {
        const drift = begin({ ceiling, leavePerDay, returnPerDay }, { tickHours, untilTick: 1000 });
        driftUntil(drift, 48 / tickHours, tookFrom('courier', lost, 0));
        // With a = leave · L and b = return · (1 − L): w(t) = K a/(a + b) · (1 − e^(−(a + b) t)).
        const [a, b] = [leavePerDay * lost, returnPerDay * (1 - lost)];
        const expected = a === 0 ? 0 : ((ceiling * a) / (a + b)) * -Math.expm1(-2 * (a + b));
        // 1 − e^(−x) by subtraction keeps 11 digits for the smallest x that does without a series.
        expect(drift.leftOnNetwork(MOBILE)).toBeCloseTo(expected, 11);
        expect(drift.leftOnNetwork(MOBILE)).toBeLessThanOrEqual(ceiling);
        expect(drift.leftOnNetwork(FIXED)).toBe(0);
      },
    ),
  );
});

test('as many leave as come back where a (K − w) = b w', () => {
  // Half of the sessions lost, 0.2 and 0.6 a day: a = 0.1, b = 0.3, w = 0.8 · 0.1 / 0.4.
  const rates = { ceiling: 0.8, leavePerDay: 0.2, returnPerDay: 0.6 };
  const drift = begin(rates, { tickHours: 24, untilTick: 200 });
  driftUntil(drift, 120, tookFrom('courier', 0.5, 0.5));
  expect(drift.leftOnNetwork(MOBILE)).toBeCloseTo(0.2, 14);
});

test('whatever is lost from tick to tick, at most the ceiling has left', () => {
  fc.assert(
    fc.property(share, fc.array(share, { maxLength: 70 }), (ceiling, losses) => {
      const drift = begin({ ceiling, leavePerDay: 1, returnPerDay: 0.5 }, { tickHours: 24 });
      losses.forEach((lost, tick) => {
        drift.drift(tick, tookFrom('courier', lost, 1));
        expect(drift.leftOnNetwork(MOBILE)).toBeGreaterThanOrEqual(0);
        expect(drift.leftOnNetwork(MOBILE)).toBeLessThanOrEqual(ceiling);
        expect(drift.leftOnNetwork(FIXED)).toBeLessThanOrEqual(ceiling);
      });
    }),
  );
});

test('nobody leaves a service that works, nor outside the window, and those who left are back after it', () => {
  const idle = driftUntil(begin(), 71, tookFrom('mapper', 1, 1));
  expect(idle.leftOnNetwork(MOBILE)).toBe(0);
  const drift = begin({ leavePerDay: 1 }, { fromTick: 10, untilTick: 20 });
  const last = tookFrom('courier', 1, 1);
  expect(driftUntil(drift, 10, last).leftOnNetwork(MOBILE)).toBe(0);
  drift.drift(11, last);
  expect(drift.leftOnNetwork(MOBILE)).toBeCloseTo(0.8 * -Math.expm1(-1 / 24), 14);
  drift.drift(20, last);
  expect(drift.leftOnNetwork(MOBILE)).toBe(0);
});

test('rivals are named by number and never get more than all who leave', () => {
  const rivals = [
    { service: 'lantern', share: 0.75 },
    { service: 'radio', share: 0.25 + 1e-10 },
  ];
  const { service, rivals: named } = begin({ rivals });
  expect(service).toBe(serviceNumber('courier'));
  expect(named.map((rival) => rival.service)).toEqual([
    serviceNumber('lantern'),
    serviceNumber('radio'),
  ]);
  expect(named[0]!.share + named[1]!.share).toBeLessThanOrEqual(1);
  expect(begin({ rivals: [{ service: 'radio', share: 0.3 }] }).rivals[0]!.share).toBe(0.3);
});

test('a service is no rival of itself, a rival stands once, and a service is left once', () => {
  const rivals = (...shares: [string, number][]) =>
    shares.map(([service, part]) => ({ service, share: part }));
  const errors = problemsAfter((scenario) => {
    const entry = (id: string, parameters: object) => ({
      id,
      technique: 'substitution',
      parameters: { service: 'courier', ...parameters },
    });
    scenario.countermeasures = [
      entry('first', { rivals: rivals(['radio', 0.3], ['courier', 0.3], ['radio', 0.2]) }),
      entry('second', { rivals: rivals(['radio', 0.7], ['mapper', 0.4]) }),
      entry('third', { service: 'bank', rivals: rivals(['rado', 1]) }),
    ];
  });
  const at = (index: number) => `countermeasures[${index}].parameters`;
  expect(errors.map(({ path, expected }) => [path, expected]).sort()).toEqual([
    [`${at(0)}.rivals[1].service`, 'another service than the one that is left'],
    [`${at(0)}.rivals[2].service`, 'each rival once'],
    [`${at(1)}.rivals`, 'shares that add up to 1 at most'],
    [`${at(1)}.service`, 'a service that the countermeasure first does not make people leave'],
    [`${at(2)}.rivals[0].service`, expect.stringContaining('radio')],
  ]);
});
