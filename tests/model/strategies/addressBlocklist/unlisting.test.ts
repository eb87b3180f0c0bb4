// Entries come off by age and under the pressure of complaints.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { run } from '../../../../src/model/run/run.ts';
import { tinyUnder } from '../../run/tinyRun.ts';
import { keepFor, prefixOf } from './keeping.ts';

const forever = Number.POSITIVE_INFINITY;

test('an entry that nothing leads to again lives exactly as long as it may', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 9 }),
      (at, age, releaseHours) => {
        const found = { [at]: ['192.0.2.10'] };
        const listed = Math.ceil(at / releaseHours) * releaseHours;
        const parameters = { prefixLength: 24, unlistAfterHours: age, releaseHours };
        expect(keepFor({ ticks: 100, found }, parameters)).toEqual([
          ['192.0.2.0/24', listed, listed + age],
        ]);
      },
    ),
  );
});

test('hours are rounded to whole ticks, and what is less than one is one', () => {
  // In ticks of a day: 1 h and 35 h are one tick, 36 h are two.
  for (const [hours, ticks] of [
    [1, 1],
    [35, 1],
    [36, 2],
  ] as const) {
    const circumstances = { ticks: 9, tickHours: 24, found: { 3: ['192.0.2.10'] } };
    const parameters = { prefixLength: 24, unlistAfterHours: hours };
    expect(keepFor(circumstances, parameters)).toEqual([['192.0.2.0/24', 3, 3 + ticks]]);
  }
});

test('a find within it begins its time anew', () => {
  // Listed at 2 for 10 hours; the neighbour found at 7 leads to the same prefix: until 17.
  const found = { 2: ['192.0.2.10'], 7: ['192.0.2.99'], 9: ['198.51.100.1'] };
  expect(keepFor({ ticks: 40, found }, { prefixLength: 24, unlistAfterHours: 10 })).toEqual([
    ['192.0.2.0/24', 2, 17],
    ['198.51.100.0/24', 9, 19],
  ]);
});

test('n fixed addresses are listed for the share T / (T + 1/p) of the time', () => {
  // A renewal: an address is listed for T ticks. In the tick in which it comes off it cannot be found,
  // for the office still sees it on the list of the tick before; in each later one it is found with
  // p = 1 − e^(−λΔ). So it is off for 1 + (1 − p)/p = 1/p ticks on average, and the share listed tends
  // to T / (T + 1/p). With λ = 0.25 an hour: p = 0.2212, 1/p = 4.521; T = 12: 0.7264.
  // Var(off) = (1 − p)/p² = 15.92, so that the share over N ticks has the variance
  // T² · 15.92 / (T + 1/p)³ / N (central limit theorem for renewals): 0.508/N for one address.
  const p = 1 - Math.exp(-0.25);
  const T = 12;
  const parameters = { prefixLength: 32, discoveryPerHour: 0.25, unlistAfterHours: T };
  const entry = { id: 'hunt', technique: 'addressBlocklist', parameters };
  const period = { from: '2018-01-01T00:00+03:00', to: '2019-01-01T00:00+03:00' };
  const { tally, listings } = run(tinyUnder([entry], { period }));
  const warm = 100;
  const ticks = tally.ticks - warm;
  const listed = tally.listedOfTick.subarray(warm).reduce((sum, one) => sum + one, 0);
  const variance = (T * T * (1 - p)) / p ** 2 / (T + 1 / p) ** 3;
  const fourErrors = 4 * Math.sqrt(variance / (3 * ticks));
  expect(fourErrors).toBeLessThan(0.02);
  expect(Math.abs(listed / (3 * ticks) - T / (T + 1 / p))).toBeLessThan(fourErrors);
  for (const { fromTick, untilTick } of listings) {
    if (untilTick !== forever) expect(untilTick - fromTick).toBe(T);
  }
});

test('under steady complaints an entry comes off at the first release after its patience', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 0, max: 20 }),
      (patience, releaseHours, at) => {
        const found = { [at]: ['192.0.2.10'] };
        const parameters = { pressurePerDay: 5, pressureHours: patience, releaseHours };
        const circumstances = { ticks: 100, found, complaints: () => 5 };
        const release = (tick: number) => Math.ceil(tick / releaseHours) * releaseHours;
        const listed = release(at);
        expect(keepFor(circumstances, { ...parameters, prefixLength: 24 })).toEqual([
          ['192.0.2.0/24', listed, release(listed + patience)],
        ]);
      },
    ),
  );
});

test('a quiet tick begins the count anew, and too few complaints move nothing', () => {
  const found = { 0: ['192.0.2.10'] };
  const parameters = { prefixLength: 24, pressurePerDay: 5, pressureHours: 6 };
  // Heard at 1 … 4, quiet at 5, heard from 6 on: the sixth in a row is tick 11.
  const complaints = (tick: number) => (tick === 5 ? 4.9 : 5);
  expect(keepFor({ ticks: 30, found, complaints }, parameters)).toEqual([['192.0.2.0/24', 0, 11]]);
  const few = { ticks: 30, found, complaints: () => 4.9 };
  expect(keepFor(few, parameters)).toEqual([['192.0.2.0/24', 0, forever]]);
  // 0 does not mean that silence is too much.
  const deaf = { ...parameters, pressurePerDay: 0 };
  expect(keepFor({ ...few, complaints: () => 1e9 }, deaf)).toEqual([['192.0.2.0/24', 0, forever]]);
});

test('what was too much for long enough comes off at the next release, though it calms down before', () => {
  // Listed at 0; heard at 1, 2 and 3, which is long enough; quiet from 4 on; the next release is that of 8.
  const found = { 0: ['192.0.2.10'] };
  const parameters = { prefixLength: 24, pressurePerDay: 5, pressureHours: 3, releaseHours: 8 };
  const untilQuietAt = (tick: number) => {
    const complaints = (now: number) => (now < tick ? 5 : 0);
    return keepFor({ ticks: 30, found, complaints }, parameters);
  };
  expect(untilQuietAt(4)).toEqual([['192.0.2.0/24', 0, 8]]);
  expect(untilQuietAt(3)).toEqual([['192.0.2.0/24', 0, forever]]);
});

test('finds within it are passed over for the time of mercy', () => {
  // Off at 3 (complaints heard at 1, 2, 3); mercy until 13. The find at 12 leads to nothing, the one
  // at 13 to a new entry; a find outside is listed as ever.
  const outside = ['192.0.1.1', '192.0.3.1'];
  const found = { 0: ['192.0.2.10'], 4: ['192.0.2.99', ...outside], 12: ['192.0.2.10'] };
  const parameters = { prefixLength: 24, pressurePerDay: 5, pressureHours: 3, mercyHours: 10 };
  const complaints = (tick: number) => (tick < 4 ? 5 : 0);
  const later = { ...found, 13: ['192.0.2.10'] };
  expect(keepFor({ ticks: 30, found: later, complaints }, parameters)).toEqual([
    ['192.0.2.0/24', 0, 3],
    ['192.0.1.0/24', 4, forever],
    ['192.0.3.0/24', 4, forever],
    ['192.0.2.0/24', 13, forever],
  ]);
});

test('mercy is asked when an address is found, also when the release comes later', () => {
  // Listed at 0, off at the release of 8; mercy until 18, between the releases of 16 and 24.
  const parameters = { releaseHours: 8, pressurePerDay: 5, pressureHours: 3, mercyHours: 10 };
  const complaints = (tick: number) => (tick < 9 ? 5 : 0);
  const listedAfter = (tick: number) => {
    const found = { 0: ['192.0.2.10'], [tick]: ['192.0.2.99'] };
    return keepFor({ ticks: 30, found, complaints }, { prefixLength: 24, ...parameters }).slice(1);
  };
  expect(listedAfter(17)).toEqual([]);
  expect(listedAfter(18)).toEqual([['192.0.2.0/24', 24, forever]]);
});

test('mercy and patience are hours, however long a tick is', () => {
  // In ticks of two hours: heard at 1, 2, 3, so off at 3; ten hours of mercy end at 8.
  const parameters = { prefixLength: 24, pressurePerDay: 5, pressureHours: 6, mercyHours: 10 };
  const complaints = (tick: number) => (tick < 4 ? 5 : 0);
  const found = { 0: ['192.0.2.10'], 7: ['192.0.2.10'], 8: ['192.0.2.10'] };
  expect(keepFor({ ticks: 30, tickHours: 2, found, complaints }, parameters)).toEqual([
    ['192.0.2.0/24', 0, 3],
    ['192.0.2.0/24', 8, forever],
  ]);
});

test('nor does a find elsewhere bring back what was spared, as part of the same provider', () => {
  const found = { 0: ['192.0.2.10'], 5: ['203.0.113.9'] };
  const parameters = { listAs: 'provider', pressurePerDay: 5, pressureHours: 2, mercyHours: 10 };
  // 192.0.2.0/24 comes off at 2, with mercy until 12; the provider's other block is met again at 5.
  const complaints = (tick: number, entry: string) =>
    tick < 3 && entry === '192.0.2.0/24' ? 9 : 0;
  expect(keepFor({ ticks: 20, found, complaints }, parameters)).toEqual([
    ['192.0.2.0/24', 0, 2],
    ['203.0.113.0/24', 0, forever],
  ]);
});

test('a documented entry gives way as well, and does not come back by itself', () => {
  const documented = [{ ...prefixOf('192.0.2.0/24'), fromTick: 2, untilTick: 20 }];
  const parameters = { entries: 'ledger', ledger: 'register', pressurePerDay: 5, pressureHours: 4 };
  const complaints = (tick: number) => (tick < 10 ? 5 : 0);
  expect(keepFor({ ticks: 30, documented, complaints }, parameters)).toEqual([
    ['192.0.2.0/24', 2, 6],
  ]);
  // Releases are those of a hunt: what is documented waits for none.
  expect(
    keepFor({ ticks: 30, documented, complaints }, { ...parameters, releaseHours: 9 }),
  ).toEqual([['192.0.2.0/24', 2, 6]]);
});
