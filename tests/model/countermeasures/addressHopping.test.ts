// Hopping in the tiny world, worked out on paper.
import { expect, test } from 'vitest';
import { run } from '../../../src/model/run/run.ts';
import { tinyHopping } from '../../tinyWorld.ts';
import { lostShareOf, tiny } from '../run/tinyRun.ts';

const assumed = 'for the test';
const inShared = (address: number) => address >>> 8 === 0xc63364; // 198.51.100.0/24

function hoppingRun(
  parameters: Readonly<Record<string, unknown>>,
  prefix = '192.0.2.0/24',
  tickHours = 1,
) {
  const entry = { prefix, from: '2018-04-16T12:00+03:00', assumed };
  const hopping = tinyHopping();
  return run(
    tiny({
      tickHours,
      ledgers: { register: [entry] },
      countermeasures: [{ ...hopping, parameters: { ...hopping.parameters, ...parameters } }],
    }),
  );
}

test('listed addresses are replaced after the delay, in a pool that is rented', () => {
  const result = hoppingRun({ hopDelayHours: 3 });
  // Both dedicated addresses are listed at tick 12; the one in the shared cloud is not.
  expect(result.hops.map(({ tick, from }) => [tick, from])).toEqual([
    [15, 0xc000020a],
    [15, 0xc0000214],
  ]);
  expect(result.hops.every(({ to }) => inShared(to))).toBe(true);
});

test('the delay is hours, rounded to whole ticks', () => {
  // In ticks of two hours 192.0.2.0/24 is listed at tick 6; 3 h are a tick and a half, so two.
  for (const [hopDelayHours, ticks] of [
    [2, 1],
    [3, 2],
    [8, 4],
  ] as const) {
    const { hops } = hoppingRun({ hopDelayHours }, '192.0.2.0/24', 2);
    expect(hops.map(({ tick }) => tick)).toEqual([6 + ticks, 6 + ticks]);
  }
});

test('until then the target loses what the list takes, then only those who have not heard', () => {
  // News delay 3 h: heard by 1/7 of the clients in each hour, 0, 1, … 6 hours after the hop. A client
  // tries both addresses of the placement; neither is known to a share u of 6/7, 5/7, … 0, and the
  // two are heard of independently: u². The placement is half of the traffic, on all networks.
  const result = hoppingRun({ hopDelayHours: 3, newsDelayHours: 3 });
  expect(lostShareOf(result, 'courier', 12)).toBeCloseTo(0.5 * 0.6, 14);
  expect(lostShareOf(result, 'courier', 14)).toBeCloseTo(0.5 * 0.8, 14);
  for (let hour = 0; hour <= 6; hour++) {
    const unheard = (6 - hour) / 7;
    expect(lostShareOf(result, 'courier', 15 + hour)).toBeCloseTo(0.5 * unheard ** 2, 14);
  }
  expect(lostShareOf(result, 'courier', 21)).toBe(0);
});

test.each([
  [1, 0, 0],
  [1, 1, 1],
  [1, 5, 5],
  [0.5, 3, 3],
  [2, 3, 3], // one tick and a half
  [3, 4, 4.5], // 2⅔ half ticks are 3
  [4, 1, 2], // half of a half tick is rounded up
])(
  'at ticks of %s h, a news delay of %s h is heard after %s h on average',
  (tickHours, newsDelayHours, mean) => {
    const result = hoppingRun({ hopDelayHours: 0, newsDelayHours }, '192.0.2.0/24', tickHours);
    // Both addresses are given up at noon; a share u has heard of neither, and u² of half the traffic is
    // lost. The hours until hearing, averaged over the clients, are the sum of u over the time.
    let hours = 0;
    for (let tick = 12 / tickHours; tick < 72 / tickHours; tick++) {
      hours += tickHours * Math.sqrt(2 * lostShareOf(result, 'courier', tick));
    }
    expect(hours).toBeCloseTo(mean, 9);
  },
);

test('nothing moves when every pool is wholly listed, and it moves at once when one is free again', () => {
  const entries = [
    { prefix: '192.0.2.0/24', from: '2018-04-16T12:00+03:00', assumed },
    {
      prefix: '198.51.100.0/24',
      from: '2018-04-16T12:00+03:00',
      until: '2018-04-17T00:00+03:00',
      assumed,
    },
  ];
  const hopping = tinyHopping();
  const result = run(tiny({ ledgers: { register: entries }, countermeasures: [hopping] }));
  expect(result.hops.map(({ tick }) => tick)).toEqual([24, 24]);
});

test('an address that is unlisted before its hour stays', () => {
  const entry = {
    prefix: '192.0.2.0/24',
    from: '2018-04-16T12:00+03:00',
    until: '2018-04-16T14:00+03:00',
    assumed,
  };
  const hopping = tinyHopping();
  const parameters = { ...hopping.parameters, hopDelayHours: 3 };
  const result = run(
    tiny({ ledgers: { register: [entry] }, countermeasures: [{ ...hopping, parameters }] }),
  );
  expect(result.hops).toEqual([]);
});

test('a neighbour that moves away is not hunted for it', () => {
  const hopping = tinyHopping();
  const parameters = { ...hopping.parameters, service: 'bank' };
  const hunt = run(tiny({ stack: 'adaptive', countermeasures: [{ ...hopping, parameters }] }));
  const without = run(tiny({ stack: 'adaptive' }));
  expect(hunt.listings).toEqual(without.listings);
});
