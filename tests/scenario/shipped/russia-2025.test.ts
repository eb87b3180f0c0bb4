// The shared world of 2024 and 2025: who uses what, where, and what stands in for what is not known.
import { beforeAll, expect, test } from 'vitest';
import type { Scenario } from '../../../src/model/index.ts';
import { openShipped } from './shippedRuns.ts';

let world: Scenario['world'];

beforeAll(async () => {
  ({ world } = await openShipped('calls-2025'));
});

const usersOf = (id: string) => world.services.find((service) => service.id === id)?.users;

test('the two messengers have the monthly users that were reported for July 2025', () => {
  expect(usersOf('whatsapp')).toMatchObject({ value: 96e6, reported: 'mediascope-july-2025' });
  expect(usersOf('telegram')).toMatchObject({ value: 89e6, reported: 'mediascope-july-2025' });
});

test('six regions have mobile networks and fixed lines in the ratio of their people', () => {
  const shareOf = (id: string) => world.networks.find((one) => one.id === id)?.share.value;
  expect(new Set(world.networks.map(({ region }) => region)).size).toBe(6);
  // 45 % of the sessions are mobile; people in millions of 146.03: Moscow 21.9, Crimea 2.45.
  expect(shareOf('mobile-moscow')).toBeCloseTo((21.9 / 146.03) * 0.45, 5);
  expect(shareOf('fixed-moscow')).toBeCloseTo((21.9 / 146.03) * 0.55, 5);
  expect(shareOf('mobile-crimea')).toBeCloseTo((2.45 / 146.03) * 0.45, 5);
});

test('every provider says that ranges of 2018 stand in, but for Imo, whose ranges are newer', () => {
  expect(world.summary).toContain('2018');
  for (const { id, note } of world.providers)
    expect([id, note]).toEqual([id, expect.stringContaining('2018')]);
});

test('of what was blocked before, boxes see tunnels to rented servers abroad and no name', () => {
  const blocked = world.services.filter(({ name }) => name.includes('(blocked'));
  expect(blocked.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['instagram', 'facebook', 'x-twitter', 'discord', 'signal', 'viber']),
  );
  for (const { profile, domains, placements } of blocked) {
    expect(profile).toBe('through-vpn');
    expect(domains).toBeUndefined();
    expect(placements.map(({ pool }) => pool)).toContain('hetzner');
  }
});

test('unnamed sites are 3.58 million in all: 2.6 million .ru names that are 72.7 % of Russian sites', () => {
  const tails = world.providers.flatMap(({ pools }) => pools.flatMap(({ tail }) => tail ?? []));
  const sites = tails.reduce((sum, tail) => sum + tail.sites.value, 0);
  // Shares of hosts are rounded guesses, so they add up to 1 within a hundredth.
  expect(sites / (2.6e6 / 0.727)).toBeGreaterThan(0.99);
  expect(sites / (2.6e6 / 0.727)).toBeLessThan(1.01);
});
