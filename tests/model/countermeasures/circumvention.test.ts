// Who takes up a tunnel, and when: the curve of each network against its closed form.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { circumvention } from '../../../src/model/countermeasures/circumvention.ts';
import type {
  CountermeasureSetting,
  LastTick,
  Tunnel,
} from '../../../src/model/countermeasures/countermeasure.ts';
import { numberBetween } from '../../arbitraryNumbers.ts';
import { problemsAfter } from '../../scenario/tinyShelf.ts';
import {
  FIXED,
  MOBILE,
  peopleSetting,
  protocolNumber,
  serviceNumber,
  tookFrom,
} from './tinyPeople.ts';

const own = { service: 'courier', looks: { tls: 0.25, mtproto: 0.75 } };

function begin(parameters: object = {}, setting: Partial<CountermeasureSetting> = {}): Tunnel {
  const chosen = circumvention.parameters.parse({ ...own, ...parameters });
  return circumvention.begin(chosen, peopleSetting(setting)) as Tunnel;
}

function adoptUntil(tunnel: Tunnel, tick: number, last: LastTick): Tunnel {
  for (let now = 0; now <= tick; now++) tunnel.adopt(now, last);
  return tunnel;
}

test('the uptake doubles when the logistic curve says so', () => {
  // 0.1 of at most 0.4 has grown to 0.2 when e^(r L t) = 3: after half a day of a full block at 2 ln 3 a
  // day. Half of what fails is saved.
  const growth = { initialShare: 0.1, ceiling: 0.4, growthPerDay: 2 * Math.log(3), saves: 0.5 };
  const tunnel = begin({ ...growth, declinePerDay: 0 });
  adoptUntil(tunnel, 12, tookFrom('courier', 1, 0.5));
  expect(tunnel.usersOnNetwork(MOBILE)).toBeCloseTo(0.5 * 0.2, 14);
  // Half of the sessions blocked, the factor is √3: 0.4 · 0.1 · √3 / (0.4 + 0.1 · (√3 − 1)).
  const root = Math.sqrt(3);
  expect(tunnel.usersOnNetwork(FIXED)).toBeCloseTo((0.5 * 0.04 * root) / (0.3 + 0.1 * root), 14);
});

test('under a constant block and without decline the uptake is logistic, whatever the tick', () => {
  const share = numberBetween(0, 1);
  fc.assert(
    fc.property(
      share,
      share,
      share,
      numberBetween(0, 3),
      fc.constantFrom(0.25, 1, 6, 24),
      (blocked, low, ceilingAbove, growthPerDay, tickHours) => {
        const ceiling = 0.01 + 0.99 * ceilingAbove;
        const initialShare = low * ceiling;
        const tunnel = begin(
          { initialShare, ceiling, growthPerDay, declinePerDay: 0, saves: 1 },
          { tickHours, untilTick: 1000 },
        );
        const ticks = 48 / tickHours;
        adoptUntil(tunnel, ticks, tookFrom('courier', blocked, 0));
        // v(t) = K v₀ e^(r L t) / (K + v₀ (e^(r L t) − 1)) after two days.
        const grown = Math.exp(growthPerDay * blocked * 2);
        const expected = (ceiling * initialShare * grown) / (ceiling + initialShare * (grown - 1));
        expect(tunnel.usersOnNetwork(MOBILE)).toBeCloseTo(expected, 11);
        expect(tunnel.usersOnNetwork(FIXED)).toBe(initialShare);
      },
    ),
  );
});

test('when nothing is blocked any more, people go back to what they had', () => {
  const block = { initialShare: 0.05, ceiling: 0.4, growthPerDay: 3, declinePerDay: 0.2, saves: 1 };
  const tunnel = adoptUntil(begin(block, { untilTick: 1000 }), 48, tookFrom('courier', 1, 1));
  const before = tunnel.usersOnNetwork(MOBILE);
  expect(before).toBeGreaterThan(0.3);
  for (let tick = 49; tick <= 48 + 120; tick++) tunnel.adopt(tick, tookFrom('courier', 0, 0));
  // Five days at 0.2 a day: the surplus has fallen to 1/e of itself.
  expect(tunnel.usersOnNetwork(MOBILE)).toBeCloseTo(0.05 + (before - 0.05) / Math.E, 13);
});

test('what is blocked of another service drives nobody, and nobody follows nobody', () => {
  const idle = adoptUntil(begin({ saves: 1 }), 71, tookFrom('mapper', 1, 1));
  expect(idle.usersOnNetwork(MOBILE)).toBe(0.05);
  const none = adoptUntil(begin({ initialShare: 0, saves: 1 }), 71, tookFrom('courier', 1, 1));
  expect(none.usersOnNetwork(MOBILE)).toBe(0);
});

test('a year of a full block leaves a fifth of the sessions, as in 2022', () => {
  const year = begin({}, { tickHours: 24, untilTick: 366 });
  const saved = adoptUntil(year, 365, tookFrom('courier', 1, 1)).usersOnNetwork(MOBILE);
  expect(saved).toBeGreaterThan(0.19);
  expect(saved).toBeLessThan(0.21);
});

test('outside its window nobody has a tunnel; inside, the curve begins with the window', () => {
  const tunnel = begin({ initialShare: 0.1, saves: 1 }, { fromTick: 10, untilTick: 20 });
  const last = tookFrom('courier', 1, 1);
  expect(tunnel.usersOnNetwork(MOBILE)).toBe(0);
  expect(adoptUntil(tunnel, 9, last).usersOnNetwork(MOBILE)).toBe(0);
  tunnel.adopt(10, last);
  expect(tunnel.usersOnNetwork(MOBILE)).toBe(0.1);
  tunnel.adopt(11, last);
  expect(tunnel.usersOnNetwork(MOBILE)).toBeGreaterThan(0.1);
  tunnel.adopt(20, last);
  expect(tunnel.usersOnNetwork(MOBILE)).toBe(0);
});

test('boxes see the looks, and the service alone goes through it when the file says so', () => {
  const looks = [...begin().lookOfProtocol];
  expect(looks[protocolNumber('tls')]).toBe(0.25);
  expect(looks[protocolNumber('mtproto')]).toBe(0.75);
  expect(begin({ covers: 'everything' }).onlyService).toBeUndefined();
  expect(begin().onlyService).toBe(serviceNumber('courier'));
});

test('looks that do not add up and a start above the ceiling are refused', () => {
  const errors = problemsAfter((scenario) => {
    const looks = { tls: 0.5, mtproto: 0.4 };
    const parameters = { service: 'courier', looks, initialShare: 0.5 };
    scenario.countermeasures = [{ id: 'vpn', technique: 'circumvention', parameters }];
  });
  const at = 'countermeasures[0].parameters';
  expect(errors.map(({ path, found, expected }) => [path, found, expected])).toEqual([
    [`${at}.initialShare`, '0.5', 'at most the ceiling of 0.41'],
    [`${at}.looks`, 'shares that add up to 0.9', 'shares that add up to 1'],
  ]);
});
