// The mobile white list of autumn 2025: who passes by name, who fails through what is not listed.
import { beforeAll, expect, test } from 'vitest';
import type { Run, Scenario } from '../../../src/model/index.ts';
import { lostAt, mostLost, openShipped, runUnanswered } from './shippedRuns.ts';

let scenario: Scenario;
let asItWas: Run;

beforeAll(async () => {
  scenario = await openShipped('mobile-white-list-2025');
  asItWas = runUnanswered(scenario);
});

// Millions of people, 146.03 in all; 45 % of the sessions are mobile.
const mobileOf = (millions: number) => (millions / 146.03) * 0.45;
const crimea = 0.8 * mobileOf(2.45);
const south = 0.6 * mobileOf(20);
const elsewhere = 0.3 * mobileOf(146.03 - 20 - 2.45);
const night = crimea + south + elsewhere;

test('by day, before the list, Crimea alone is off, and fixed lines are on', () => {
  const noon = '2025-08-27T12:00+03:00';
  for (const id of ['google-search', 'vpn-abroad', 'card-terminals']) {
    expect(lostAt(asItWas, id, noon)).toBeCloseTo(crimea, 5);
  }
});

test('in a night of the list what is not on it loses the mobile users of the regions in question', () => {
  const lost = lostAt(asItWas, 'google-search', '2025-10-15T03:00+03:00');
  expect(lost).toBeCloseTo(night, 5);
  expect(lostAt(asItWas, 'telegram', '2025-10-15T03:00+03:00')).toBeGreaterThan(0.99 * night);
});

test('the state portal loses one of its hosts, which nobody had listed, and hidden names', () => {
  // gu-st.ru has a tenth of its sessions; 2 % of all hide their name (ECH), whichever it is.
  const lost = night * (1 - 0.9 * 0.98);
  expect(lostAt(asItWas, 'gosuslugi', '2025-10-15T03:00+03:00')).toBeCloseTo(lost, 4);
});

test('taxis are on the list by their site, and fail by the host of the app and by the map', () => {
  const of = (id: string) => lostAt(asItWas, id, '2025-10-15T03:00+03:00');
  // taxi.yandex.ru has a fifth of the sessions; the other hosts are under yandex.net.
  expect(of('yandex-go')).toBeGreaterThan(0.8 * night);
  expect(of('yandex-search')).toBeLessThan(0.02 * night);
  // From 14 November yandex.net is on the list: what is left is lost through push.
  expect(lostAt(asItWas, 'yandex-go', '2025-11-19T03:00+03:00')).toBeLessThan(0.1 * night);
});

test('what the listed need is the difference: with it on the list taxis and banks work', () => {
  const withNeeds = runUnanswered(scenario, 'with-needs');
  for (const id of ['yandex-go', 't-bank']) {
    expect(lostAt(withNeeds, id, '2025-10-15T03:00+03:00')).toBeLessThan(0.02 * night);
  }
});

test('Crimea has no end date: its last entry stays in force', () => {
  const last = scenario.stacks[0]?.strategies.find(({ id }) => id === 'crimea-longer');
  expect(last?.regions).toEqual(['crimea']);
  expect(last?.window?.to).toBeUndefined();
  // By day, before Belgorod and Rostov were added, nobody else is held to the list.
  expect(lostAt(asItWas, 'google-search', '2025-11-20T12:00+03:00')).toBeCloseTo(crimea, 5);
});

test('from 26 November Belgorod and Rostov are held to it by day as well', () => {
  const lost = lostAt(asItWas, 'google-search', '2025-11-27T12:00+03:00');
  // 5.6 of the 20 million people of the region.
  expect(lost).toBeCloseTo(crimea + 0.28 * mobileOf(20), 5);
});

test('even a list for the whole country leaves fixed lines alone: nobody loses more than 45 %', () => {
  const everywhere = runUnanswered(scenario, 'everywhere');
  const most = scenario.world.services.map(({ id }) => mostLost(everywhere, id));
  expect(Math.max(...most)).toBeCloseTo(0.45, 4);
});
