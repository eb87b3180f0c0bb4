// Spain, March 2026: what is blocked in the hours of matches, and back after them.
import { describe, expect, test } from 'vitest';
import { lostAt, metricAt, openShipped, runStack } from './shippedRuns.ts';

const spain = await openShipped('spain-match-days');
const matchDays = runStack(spain, 'match-days');
const SATURDAYS = { first: '2026-03-07T16:00+01:00', second: '2026-03-14T16:00+01:00' };
const SECOND_SUNDAY = '2026-03-15T16:00+01:00';
const IN_FIRST = ['bakery-chain', 'language-school'];
const IN_SECOND = ['garage', 'estate-agent'];
const IN_BOTH = ['parish', 'chess-club'];
const CROWDED = ['web-shop', 'local-news', 'hairdresser', 'code-library', 'payment-form'];

/*
 * Large operators, fixed and mobile, have 0.4 of the sessions each and block 0.95 of their lines; small
 * ones 0.1 each and 0.5: 2 · (0.38 + 0.05) = 0.86.
 */
const ENFORCED = 0.86;

test.each([
  ['before the first match', '2026-03-06T20:30+01:00', 0],
  ['on Friday evening', '2026-03-06T21:00+01:00', 352],
  ['after it', '2026-03-06T23:00+01:00', 0],
  ['on Saturday morning', '2026-03-07T11:30+01:00', 0],
  ['on Saturday', SATURDAYS.first, 352],
  ['after the last match of Saturday', '2026-03-07T23:00+01:00', 0],
  ['on Monday evening', '2026-03-09T22:30+01:00', 352],
  ['on Wednesday', '2026-03-11T16:00+01:00', 0],
  ['on Thursday evening', '2026-03-12T21:30+01:00', 0],
  ['on the second Friday evening', '2026-03-13T22:00+01:00', 352],
  ['on the second Saturday, with the twenty', SATURDAYS.second, 372],
  ['on the second Sunday, without them', SECOND_SUNDAY, 352],
  ['in the end', '2026-03-18T23:00+01:00', 0],
])('%s (%s) %i addresses are listed', (_, moment, addresses) => {
  // A round: 320 of a host, another one each time, and the same 32 of the content network.
  expect(metricAt(matchDays, 'listedAddresses', moment)).toBe(addresses);
});

test('a round is in force for 26 hours: twice two on Friday and Monday, twice eleven on the weekend', () => {
  const listed = Array.from(matchDays.tally.listedOfTick, (addresses) => Number(addresses > 0));
  expect(listed.reduce((hours, one) => hours + one, 0)).toBe(2 * (2 * 2 + 2 * 11));
});

describe('who stands on an address of a round', () => {
  test.each(IN_FIRST)('%s is lost in the first and not in the second', (id) => {
    expect(lostAt(matchDays, id, SATURDAYS.first)).toBeCloseTo(ENFORCED, 12);
    expect(lostAt(matchDays, id, SATURDAYS.second)).toBe(0);
  });
  test.each(IN_SECOND)('%s is lost in the second and not in the first', (id) => {
    expect(lostAt(matchDays, id, SATURDAYS.first)).toBe(0);
    expect(lostAt(matchDays, id, SATURDAYS.second)).toBeCloseTo(ENFORCED, 12);
  });
  test.each(IN_BOTH)('%s is lost in both', (id) => {
    expect(lostAt(matchDays, id, SATURDAYS.first)).toBeCloseTo(ENFORCED, 12);
    expect(lostAt(matchDays, id, SATURDAYS.second)).toBeCloseTo(ENFORCED, 12);
  });
  test.each(CROWDED)('%s, on a crowded address, is lost on the second Saturday only', (id) => {
    expect(lostAt(matchDays, id, SATURDAYS.first)).toBe(0);
    expect(lostAt(matchDays, id, SATURDAYS.second)).toBeCloseTo(ENFORCED, 12);
    expect(lostAt(matchDays, id, SECOND_SUNDAY)).toBe(0);
  });
  test.each([...IN_FIRST, ...IN_SECOND, ...IN_BOTH, ...CROWDED])(
    '%s is back between the rounds',
    (id) => {
      expect(lostAt(matchDays, id, '2026-03-11T16:00+01:00')).toBe(0);
      expect(lostAt(matchDays, id, '2026-03-14T23:00+01:00')).toBe(0);
    },
  );
});

test('those with hosts of their own lose the visits that end at the form to pay', () => {
  expect(lostAt(matchDays, 'ticket-office', SATURDAYS.second)).toBeCloseTo(0.4 * ENFORCED, 12);
  expect(lostAt(matchDays, 'pharmacy', SATURDAYS.second)).toBeCloseTo(0.25 * ENFORCED, 12);
});

test('banks, the state, search and who was hit in another round lose nothing', () => {
  for (const id of ['bank', 'state-portal', 'search', 'newspaper', 'price-portal', 'museum']) {
    for (const moment of Object.values(SATURDAYS)) {
      expect(lostAt(matchDays, id, moment), id).toBe(0);
    }
  }
});

test('all week the same list stands on Wednesday as well', () => {
  const allWeek = runStack(spain, 'all-week');
  expect(metricAt(allWeek, 'listedAddresses', '2026-03-11T16:00+01:00')).toBe(352);
  expect(lostAt(allWeek, 'parish', '2026-03-11T16:00+01:00')).toBeCloseTo(ENFORCED, 12);
});

test('by name the two streams of three that are known fall in the hours of matches, and nobody else', () => {
  const byName = runStack(spain, 'by-name');
  // Names with 0.8 of the sessions.
  expect(lostAt(byName, 'streams', SATURDAYS.first)).toBeCloseTo(0.8 * ENFORCED, 12);
  expect(lostAt(byName, 'streams', '2026-03-11T16:00+01:00')).toBe(0);
  expect(metricAt(byName, 'collateral', SATURDAYS.second)).toBe(0);
});

test('all that was blocked in five months is 7,400 addresses, the museum among them', () => {
  const fiveMonths = runStack(spain, 'five-months');
  // 20 crowded ones, 32 + 2,228 of the content network, 320 + 320 + 4,480 of three hosts.
  expect(metricAt(fiveMonths, 'listedAddresses', SATURDAYS.first)).toBe(
    20 + 32 + 2228 + 320 + 320 + 4480,
  );
  expect(lostAt(fiveMonths, 'museum', SATURDAYS.first)).toBeCloseTo(ENFORCED, 12);
  expect(lostAt(fiveMonths, 'bank', SATURDAYS.first)).toBe(0);
});

test('352 ordinary addresses hold 4,576 sites, twenty crowded ones 400,000, all 7,400 together 495,940', () => {
  const sites = (moment: string) => metricAt(matchDays, 'sitesListed', moment);
  expect(sites(SATURDAYS.first)).toBeCloseTo(352 * 13, 6);
  expect(sites(SATURDAYS.second)).toBeCloseTo(352 * 13 + 400_000, 6);
  expect(sites('2026-03-11T16:00+01:00')).toBe(0);
  const fiveMonths = runStack(spain, 'five-months');
  expect(metricAt(fiveMonths, 'sitesListed', SATURDAYS.first)).toBeCloseTo(7380 * 13 + 400_000, 6);
});
