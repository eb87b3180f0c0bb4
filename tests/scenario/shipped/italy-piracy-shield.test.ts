// Italy, October 2024: many addresses with few neighbours, one wrong entry with many.
import { expect, test } from 'vitest';
import { lostAt, metricAt, openShipped, runStack, totalOf } from './shippedRuns.ts';

const italy = await openShipped('italy-piracy-shield');
const asItWas = runStack(italy, 'as-it-was');
const FRIDAY_NOON = '2024-10-18T12:00+02:00';
const BEFORE = '2024-10-19T18:45+02:00';
const DURING = '2024-10-19T20:00+02:00';
const AFTER = '2024-10-20T01:00+02:00';
const ON_RENTED = ['second-hand-shop', 'village-association', 'agency-customers', 'game-server'];

/*
 * Large fixed-line operators have 0.4 of the sessions and block 0.98 of their lines; small fixed 0.15 and
 * 0.9, large mobile 0.35 and 0.98, small mobile 0.1 and 0.95: 0.392 + 0.135 + 0.343 + 0.095 = 0.965.
 */
const ENFORCED = 0.965;
/*
 * The look-up can be read in 0.9 of the sessions; operators refuse it for 0.97 of mobile ones, 0.45 of
 * all, and for 0.96 of the others: 0.9 · (0.4365 + 0.528) = 0.9 · 0.9645 = 0.86805.
 */
const NAME_BLOCKED = 0.86805;

test('the list holds 10,918 addresses from the first half hour to the last', () => {
  // 4,096 of OVH + 3,072 of Leaseweb + 2,048 of Hetzner + 1,536 + 128 + 32 + 4 + 2 of Aruba.
  expect(4096 + 3072 + 2048 + 1536 + 128 + 32 + 4 + 2).toBe(10_918);
  for (const moment of [FRIDAY_NOON, DURING, AFTER]) {
    expect(metricAt(asItWas, 'listedAddresses', moment)).toBe(10_918);
  }
});

test.each(ON_RENTED)('%s, on a rented server, is lost wherever the list is applied', (id) => {
  expect(lostAt(asItWas, id, FRIDAY_NOON)).toBeCloseTo(ENFORCED, 12);
});

test('Google Drive is down for six hours of the evening, to the half hour, and for no other', () => {
  expect(lostAt(asItWas, 'google-drive', BEFORE)).toBe(0);
  expect(lostAt(asItWas, 'google-drive', DURING)).toBeCloseTo(NAME_BLOCKED, 12);
  expect(lostAt(asItWas, 'google-drive', AFTER)).toBe(0);
  const drive = asItWas.plan.world.services.ids.indexOf('google-drive');
  const { ticks, tickHours } = asItWas.plan;
  const { rowOfTick, services, strategies, lostOfRow } = asItWas.tally;
  const isDown = (tick: number) => {
    const at = (rowOfTick[tick]! * services + drive) * strategies;
    return lostOfRow.subarray(at, at + strategies).some((lost) => lost > 0);
  };
  const hours = Array.from({ length: ticks }, (_, tick) => tick).filter(isDown).length * tickHours;
  // 19:00 to 00:45 touches twelve half hours.
  expect(hours).toBe(6);
});

test.each([
  { id: 'school-platform', needs: 0.4 },
  { id: 'university-courses', needs: 0.3 },
  { id: 'office-suite', needs: 0.2 },
])('$id loses with it as far as it needs it', ({ id, needs }) => {
  expect(lostAt(asItWas, id, BEFORE)).toBe(0);
  expect(lostAt(asItWas, id, DURING)).toBeCloseTo(needs * NAME_BLOCKED, 12);
});

test('banks, the state, search and shops elsewhere lose nothing', () => {
  for (const id of ['bank', 'state-portal', 'search', 'web-shop', 'shop-behind-network']) {
    for (const moment of [FRIDAY_NOON, DURING]) expect(lostAt(asItWas, id, moment), id).toBe(0);
  }
});

test('addresses alone stop the 0.8 of the streams that stand on listed servers, and spare Google Drive', () => {
  const alone = runStack(italy, 'addresses-only');
  expect(totalOf(alone, 'targetBlocked')).toBeLessThanOrEqual(0.8 * ENFORCED);
  expect(lostAt(alone, 'streams', FRIDAY_NOON)).toBeCloseTo(0.8 * ENFORCED, 12);
  expect(lostAt(alone, 'google-drive', DURING)).toBe(0);
});

test('one shared address takes both sites that stand on it, for the same evening', () => {
  const shared = runStack(italy, 'one-shared-address');
  expect(metricAt(shared, 'listedAddresses', DURING)).toBe(10_919);
  for (const id of ['shop-behind-network', 'blog-behind-network']) {
    expect(lostAt(shared, id, BEFORE)).toBe(0);
    expect(lostAt(shared, id, DURING)).toBeCloseTo(ENFORCED, 12);
    expect(lostAt(shared, id, '2024-10-20T01:30+02:00')).toBe(0);
  }
  expect(lostAt(shared, 'google-drive', DURING)).toBe(0);
});

test('when the streams move, the fixed list hits the others as before', () => {
  const moved = runStack(italy, 'addresses-only', ['streams-move']);
  expect(totalOf(moved, 'collateral')).toBeCloseTo(
    totalOf(runStack(italy, 'addresses-only'), 'collateral'),
    15,
  );
  // Moved after two hours, known after two more at the latest.
  expect(lostAt(moved, 'streams', FRIDAY_NOON)).toBe(0);
});

test('500 sites lie behind the 10,918 addresses, and 75 behind the one shared address', () => {
  // 188 with OVH, 141 with Leaseweb, 94 with Hetzner, 77 with Aruba.
  expect(metricAt(asItWas, 'sitesListed', FRIDAY_NOON)).toBeCloseTo(188 + 141 + 94 + 77, 6);
  const shared = runStack(italy, 'one-shared-address');
  expect(metricAt(shared, 'sitesListed', DURING)).toBeCloseTo(500 + 75, 6);
});

test('the page opens while the wrong entry is in force', () => {
  expect(lostAt(asItWas, 'google-drive', italy.opensAt ?? '')).toBeCloseTo(NAME_BLOCKED, 12);
});
