// The cap of 16 kB of June 2025: what small pages keep, what the others lose, what a list would hold.
import { beforeAll, expect, test } from 'vitest';
import type { Run, Scenario } from '../../../src/model/index.ts';
import { lostAt, metricAt, mostLost, openShipped, runUnanswered } from './shippedRuns.ts';

let scenario: Scenario;
let curtain: Run;

beforeAll(async () => {
  scenario = await openShipped('byte-cap-2025');
  curtain = runUnanswered(scenario);
});

const moment = '2025-06-20T12:00+03:00';
// 81 % of mobile lines (45 % of the sessions), half of the fixed lines that have a box (55 % · 92 %).
const covered = 0.81 * 0.45 + 0.5 * 0.55 * 0.92;

test('a check that needs 60 kB and stands at Cloudflare is lost wherever the cap is', () => {
  expect(lostAt(curtain, 'turnstile', moment)).toBeCloseTo(covered, 6);
});

test('pages and answers of less than 16 kB are never touched', () => {
  for (const id of ['text-pages', 'small-answers', 'cloudflare-dns']) {
    expect(mostLost(curtain, id)).toBe(0);
  }
});

test('a shop behind Cloudflare loses its own sessions and some that need a library there', () => {
  // Three quarters of the libraries stand at Cloudflare; one visit in five breaks without.
  const onLines = (share: number) => share + (1 - share) * 0.2 * 0.75 * share;
  const lost = 0.45 * onLines(0.81) + 0.55 * onLines(0.5 * 0.92);
  expect(lostAt(curtain, 'shops-behind-cloudflare', moment)).toBeCloseTo(lost, 6);
});

test('tunnels lose what does not run over WireGuard to the four firms', () => {
  // Of the servers 24 % are at Hetzner, 20 % at DigitalOcean, 12 % at OVH, 8 % at Cloudflare;
  // half of the flows look like TLS, 10 % like OpenVPN, 15 % like nothing known.
  const lost = 0.64 * 0.75 * covered;
  expect(lostAt(curtain, 'vpn-abroad', moment)).toBeCloseTo(lost, 6);
  // Instagram has been blocked since 2022: it is reached through the same servers.
  expect(lostAt(curtain, 'instagram', moment)).toBeCloseTo(lost, 6);
});

test('before 9 June OVH alone is capped', () => {
  const early = '2025-06-02T12:00+03:00';
  expect(lostAt(curtain, 'turnstile', early)).toBe(0);
  expect(lostAt(curtain, 'vpn-abroad', early)).toBeCloseTo(0.12 * 0.75 * covered, 6);
});

test('Russian hosts are not touched', () => {
  for (const id of ['gosuslugi', 'vk', 'sberbank-online', 'wildberries']) {
    expect(mostLost(curtain, id)).toBe(0);
  }
});

test('as entries of a list the same ranges are 5,192,000 addresses', () => {
  const listed = runUnanswered(scenario, 'listed');
  expect(metricAt(listed, 'listedAddresses', '2025-06-01T12:00+03:00')).toBe(1_492_480);
  // OVH, Cloudflare, Hetzner and the nine cities of DigitalOcean.
  const all = 1_492_480 + 1_786_880 + 632_128 + 1_280_512;
  expect(metricAt(listed, 'listedAddresses', moment)).toBe(all);
  // A list knows no size: the light pages go as well.
  expect(lostAt(listed, 'text-pages', moment)).toBeGreaterThan(0.85);
});

test('the page opens under the curtain, at its peak: Cloudflare is capped and not OVH alone', () => {
  expect(lostAt(curtain, 'turnstile', scenario.opensAt ?? '')).toBeCloseTo(covered, 6);
});
