// Why a service loses little although it is listed: each reason alone, worked out on paper.
import { describe, expect, test } from 'vitest';
import { whyItWorks } from '../../../src/model/run/explain.ts';
import { run } from '../../../src/model/run/run.ts';
import { tinyWorld } from '../../tinyWorld.ts';
import { tinyUnder } from './tinyRun.ts';

const assumed = 'for the test';

/** Mobile (0.6 of the users) enforces all at once, fixed lines half after 2 hours, unless told otherwise. */
type Networks = readonly (readonly [share: number, completeness: number, lagHours: number])[];
const usual: Networks = [
  [0.6, 1, 0],
  [0.4, 0.5, 2],
];

/** One prefix is listed from tick 12 on. */
function why(id: string, prefix: string, tick: number, networks = usual, does: object = {}) {
  const file = tinyWorld();
  const world = {
    ...file,
    networks: file.networks.map((network, index) => {
      const [share, completeness, lag] = networks[index]!;
      return {
        ...network,
        share: { value: share, assumed },
        completeness: { value: completeness, assumed },
        lagHours: { low: lag, mode: lag, high: lag, assumed },
      };
    }),
  };
  const ledgers = { register: [{ prefix, from: '2018-04-16T12:00+03:00', assumed }] };
  const parameters = { entries: 'ledger', ledger: 'register', ...does };
  const strategies = [{ id: 'register', technique: 'addressBlocklist', parameters }];
  const result = run(tinyUnder(strategies, { world, ledgers }));
  return whyItWorks(result, result.plan.world.services.ids.indexOf(id), tick);
}

describe('courier, two of whose three addresses carry half and are listed,', () => {
  test('needs no reason where nothing is listed, or where it loses what the list suggests', () => {
    expect(why('courier', '192.0.2.0/24', 11)).toBeUndefined();
    // Half of 2/3 is 0.333; at 14 it loses 0.5 · (0.6 + 0.4 · 0.5) = 0.4.
    expect(why('courier', '192.0.2.0/24', 14)).toBeUndefined();
  });

  test('loses 0.3 at first, and none of the reasons is half of it', () => {
    // 0.6 of the users apply it, 0.8 of a list is enforced, half of the traffic is carried there.
    expect(why('courier', '192.0.2.0/24', 12)).toEqual({});
  });

  test('works because most networks do not apply the list yet', () => {
    const late: Networks = [
      [0.1, 1, 0],
      [0.9, 0.5, 2],
    ];
    expect(why('courier', '192.0.2.0/24', 12, late)).toEqual({
      applied: { share: 0.1, hoursListed: 0 },
    });
    expect(why('courier', '192.0.2.0/24', 13, late)).toEqual({
      applied: { share: 0.1, hoursListed: 1 },
    });
    const allLate: Networks = [
      [0.6, 1, 3],
      [0.4, 0.5, 3],
    ];
    expect(why('courier', '192.0.2.0/24', 14, allLate)).toEqual({
      applied: { share: 0, hoursListed: 2 },
    });
  });

  test('works because a client tries another address', () => {
    expect(why('courier', '192.0.2.10/32', 20)).toEqual({ tries: 2 });
  });
});

test('radio works because three quarters of it lie elsewhere', () => {
  // It loses 0.25 · 0.8 = 0.2, less than half of the listed half of its addresses.
  expect(why('radio', '198.51.100.30/32', 20)).toEqual({ carried: 0.25 });
});

test('bank works because its listed address answers, slowed down by a little', () => {
  // A megabyte in half an hour is 40/9 kbit/s, so that nobody loses at 8; a cap of 500 kB takes all.
  const slow = { action: 'throttle', kilobitsPerSecond: 8 };
  expect(why('bank', '203.0.113.40/32', 20, usual, slow)).toEqual({ hampered: 0 });
  const cut = { action: 'byteCap', kilobytes: 500 };
  expect(why('bank', '203.0.113.40/32', 20, usual, cut)).toBeUndefined();
});

test('courier’s clients do not try a second address where the first is only cut off', () => {
  // Its sessions are 1 kB: a cap of 1 kB takes none of them.
  const cut = { action: 'byteCap', kilobytes: 1 };
  expect(why('courier', '192.0.2.10/32', 20, usual, cut)).toEqual({ hampered: 0 });
});

test('bank works because little of a list is enforced', () => {
  const lax: Networks = [
    [0.6, 0.4, 0],
    [0.4, 0.25, 0],
  ];
  // 0.6 · 0.4 + 0.4 · 0.25 = 0.34.
  const mercy = why('bank', '203.0.113.40/32', 20, lax);
  expect(Object.keys(mercy!)).toEqual(['enforced']);
  expect(mercy!.enforced).toBeCloseTo(0.34, 14);
});
