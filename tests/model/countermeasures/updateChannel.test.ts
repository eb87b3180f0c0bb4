// How channels carry the news of fresh addresses, worked out on paper in the tiny world.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { run } from '../../../src/model/run/run.ts';
import { problemsAfter } from '../../scenario/tinyShelf.ts';
import { tinyChannel, tinyHopping } from '../../tinyWorld.ts';
import { lossesOf, lostShareOf, tiny } from '../run/tinyRun.ts';

type Chosen = Readonly<Record<string, unknown>>;
const assumed = 'for the test';

function channel(parameters: Chosen, entry: Chosen = {}) {
  const { carrier: _, ...plain } = tinyChannel().parameters;
  return { ...tinyChannel(), ...entry, parameters: { ...plain, ...parameters } };
}

/** At noon the list takes courier's two dedicated addresses, and what else is named; they hop at 15. */
function hoppingWith(
  channels: readonly object[],
  also: readonly string[] = [],
  newsDelayHours = 3,
) {
  const entries = ['192.0.2.0/24', ...also].map((prefix) => ({
    prefix,
    from: '2018-04-16T12:00+03:00',
    assumed,
  }));
  const hopping = tinyHopping();
  const parameters = { ...hopping.parameters, hopDelayHours: 3, newsDelayHours };
  const countermeasures = [{ ...hopping, parameters }, ...channels];
  return run(tiny({ ledgers: { register: entries }, countermeasures }));
}
const mappersAddress = '198.51.100.20/32';

test('news by a channel that is itself blocked travels more slowly', () => {
  const result = hoppingWith([tinyChannel()], [mappersAddress]);
  // Half of the clients hear through mapper, of which mobile loses all and fixed lines lose half. A
  // seventh of the others hears in each hour: mobile 1/2 · 1/7 of all, fixed lines 1/2 · 1/7 + 1/2 · 1/7 · 1/2.
  // A client fails that knows neither of the two addresses that half of the traffic goes to.
  const lost = 0.5 * (0.6 * (13 / 14) ** 2 + 0.4 * (25 / 28) ** 2);
  expect(lostShareOf(result, 'courier', 15)).toBeCloseTo(lost, 14);
});

test('a channel for all that is never hit, as fast as the built-in way, changes not a bit', () => {
  fc.assert(
    fc.property(fc.nat(20), fc.constantFrom('bank', undefined), (delayHours, carrier) => {
      const one = channel({ carrier, share: 1, delayHours });
      const without = hoppingWith([], [], delayHours);
      // The built-in way has nobody left to tell, so that its own delay no longer matters.
      for (const builtIn of [delayHours, 9]) {
        const result = hoppingWith([one], [], builtIn);
        expect(lossesOf(result)).toEqual(lossesOf(without));
        expect(result.hops).toEqual(without.hops);
      }
    }),
    { numRuns: 30 },
  );
});

test('a faster channel adds its share to the news of each hour', () => {
  // Half hear at once, and 1/2 · 1/7 by the built-in way: 4/7 in the first hour, all in the second.
  const result = hoppingWith([channel({ share: 0.5, delayHours: 0 })]);
  expect(lostShareOf(result, 'courier', 15)).toBeCloseTo(0.5 * (3 / 7) ** 2, 14);
  expect(lostShareOf(result, 'courier', 16)).toBe(0);
});

test('several channels of different speed add up', () => {
  // 0.5 at once, 0.3 within 5 hours (a mean of 2) and the rest of 0.2 within 7: after one hour.
  const channels = [
    channel({ share: 0.5, delayHours: 0 }),
    channel({ share: 0.3, delayHours: 2 }, { id: 'second' }),
  ];
  const unheard = 1 - (0.5 + 0.3 / 5 + 0.2 / 7);
  expect(lostShareOf(hoppingWith(channels), 'courier', 15)).toBeCloseTo(0.5 * unheard ** 2, 14);
});

test('where all depends on a channel that is wholly lost, nobody ever hears', () => {
  // Mobile loses all of mapper; on fixed lines half arrives: 1/14 an hour, from the hop on.
  const result = hoppingWith([channel({ share: 1, carrier: 'mapper' })], [mappersAddress]);
  for (const hour of [0, 5, 12]) {
    const lost = 0.5 * (0.6 + 0.4 * ((13 - hour) / 14) ** 2);
    expect(lostShareOf(result, 'courier', 15 + hour)).toBeCloseTo(lost, 13);
  }
  expect(lostShareOf(result, 'courier', 71)).toBeCloseTo(0.5 * 0.6, 14);
});

test('out of its window a channel reaches nobody, and those whom it reached hear by the built-in way', () => {
  const from = '2018-04-18T00:00+03:00';
  const late = hoppingWith([channel({ share: 1, delayHours: 0 }, { window: { from } })]);
  expect(lossesOf(late)).toEqual(lossesOf(hoppingWith([])));
});

test('a channel of another service tells nobody else', () => {
  const other = hoppingWith([channel({ service: 'bank', share: 1, delayHours: 0 })]);
  expect(lossesOf(other)).toEqual(lossesOf(hoppingWith([])));
});

test('the channels of one service reach each client once', () => {
  const more = (service: string, share: number, id: string) =>
    channel({ service, share }, { id: `more-${id}` });
  const problems = problemsAfter((scenario) => {
    scenario.countermeasures.push(
      tinyChannel(),
      more('bank', 1, 'a'),
      more('courier', 0.5, 'b'),
      more('courier', 0.1, 'c'),
    );
  });
  expect(problems.map(({ path, found, expected }) => [path, found, expected])).toEqual([
    [
      'countermeasures[4].parameters.share',
      '0.1',
      'at most 0, the rest hears by news-by-mapper, more-b',
    ],
  ]);
});
