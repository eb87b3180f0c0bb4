// Austria, August 2022: 11 addresses for two days; who shared them, who did not, and what names would have done.
import { expect, test } from 'vitest';
import { lostAt, metricAt, openShipped, runStack, totalOf } from './shippedRuns.ts';

const austria = await openShipped('austria-2022');
const asOrdered = runStack(austria, 'as-ordered');
/** The last hour of the block: the slowest operator needs a day, so all apply it. */
const LAST_HOUR = '2022-08-30T17:30+02:00';
/** A day and an hour after the end: the slowest has undone it. */
const AFTERWARDS = '2022-08-31T19:00+02:00';
const ON_THE_ELEVEN = [
  ...['web-shop', 'regional-news', 'medical-practices', 'school-site', 'charity'],
  ...['sports-club', 'craft-business', 'open-source-project', 'appointment-form'],
];

/*
 * Large fixed-line operators have 0.35 of the sessions and block 0.95 of their lines; others fixed 0.25
 * and 0.9, large mobile 0.3 and 0.95, small mobile 0.1 and 0.95:
 * 0.3325 + 0.225 + 0.285 + 0.095 = 0.9375.
 */
const ENFORCED = 0.9375;

test('the list holds 11 addresses, each an entry, for two days and never more', () => {
  const listed = (moment: string) => metricAt(asOrdered, 'listedAddresses', moment);
  expect(listed('2022-08-28T17:30+02:00')).toBe(0);
  expect(listed('2022-08-28T18:00+02:00')).toBe(11);
  expect(listed(LAST_HOUR)).toBe(11);
  expect(listed('2022-08-30T18:00+02:00')).toBe(0);
  expect(metricAt(asOrdered, 'listEntries', LAST_HOUR)).toBe(11);
  expect(totalOf(asOrdered, 'listedPeak')).toBe(11);
});

test.each(['ordered-sites', ...ON_THE_ELEVEN])('%s is lost wherever the list is applied', (id) => {
  expect(lostAt(asOrdered, id, '2022-08-28T17:30+02:00')).toBe(0);
  expect(lostAt(asOrdered, id, LAST_HOUR)).toBeCloseTo(ENFORCED, 12);
  expect(lostAt(asOrdered, id, AFTERWARDS)).toBe(0);
});

test('the clinic with its own host loses the two in five patients who need the form behind the 11', () => {
  expect(lostAt(asOrdered, 'clinic', LAST_HOUR)).toBeCloseTo(0.4 * ENFORCED, 12);
});

test('nobody else loses anything: not next door, not elsewhere behind the content network', () => {
  const hit = ['ordered-sites', ...ON_THE_ELEVEN, 'clinic'];
  const spared = austria.world.services.map(({ id }) => id).filter((id) => !hit.includes(id));
  expect(spared).toEqual(expect.arrayContaining(['garden-forum', 'comparison-portal', 'bank']));
  for (const id of spared) expect(lostAt(asOrdered, id, LAST_HOUR), id).toBe(0);
});

test('the block of 256 takes the next door as well', () => {
  const wider = runStack(austria, 'block-of-256');
  expect(metricAt(wider, 'listedAddresses', LAST_HOUR)).toBe(256);
  expect(lostAt(wider, 'garden-forum', LAST_HOUR)).toBeCloseTo(ENFORCED, 12);
  expect(lostAt(wider, 'comparison-portal', LAST_HOUR)).toBe(0);
});

/*
 * Boxes reach 0.95 of mobile sessions, which are 0.4 of all, and 0.93 of the others: 0.38 + 0.558 = 0.938.
 * All protocols here show the name; of look-ups 0.9 can be read.
 */
test.each([
  { stack: 'names-in-first-packet', caught: 0.938 },
  { stack: 'names-in-dns', caught: 0.9 * 0.938 },
])('$stack stops the 14 sites and nobody else', ({ stack, caught }) => {
  const result = runStack(austria, stack);
  expect(lostAt(result, 'ordered-sites', LAST_HOUR)).toBeCloseTo(caught, 12);
  expect(totalOf(result, 'collateral')).toBe(0);
});

test('when the 14 sites move, the others lose as much as before', () => {
  const moved = runStack(austria, 'as-ordered', ['sites-move']);
  expect(totalOf(moved, 'collateral')).toBeCloseTo(totalOf(asOrdered, 'collateral'), 15);
  // Moved after half a day, known after another half at the latest: nothing is lost in the last hour.
  expect(lostAt(moved, 'ordered-sites', LAST_HOUR)).toBe(0);
});

test('thousands of sites lie behind the 11 addresses, 500 behind each', () => {
  expect(metricAt(asOrdered, 'sitesListed', LAST_HOUR)).toBeCloseTo(11 * 500, 6);
  expect(metricAt(asOrdered, 'sitesListed', AFTERWARDS)).toBe(0);
  const wider = runStack(austria, 'block-of-256');
  expect(metricAt(wider, 'sitesListed', LAST_HOUR)).toBeCloseTo(256 * 500, 6);
});
