// YouTube slowed down by its name in 2024: each step by hand, and who shares its addresses unharmed.
import { beforeAll, expect, test } from 'vitest';
import type { Run, Scenario } from '../../../src/model/index.ts';
import { lostAt, mostLost, openShipped, runUnanswered } from './shippedRuns.ts';

let scenario: Scenario;
let asItWas: Run;

beforeAll(async () => {
  scenario = await openShipped('youtube-throttle-2024');
  asItWas = runUnanswered(scenario);
});

// A picture needs 2,500 kbit/s; a slower line loses what is short of it.
const lostAtRate = (kilobitsPerSecond: number) => 1 - kilobitsPerSecond / 2500;
// Home lines with a box: all of Rostelecom's, 92 % of large providers', 80 % of small ones'.
const fixed = 0.204 + 0.165 * 0.92 + 0.181 * 0.8;
const mobile = 0.147 + 0.136 + 0.081 + 0.086;

test('each step takes its rate from its networks', () => {
  const lost = (moment: string) => lostAt(asItWas, 'youtube', moment);
  expect(lost('2024-07-05T12:00+03:00')).toBe(0);
  expect(lost('2024-07-20T12:00+03:00')).toBeCloseTo((0.204 + 0.086) * lostAtRate(1600), 6);
  expect(lost('2024-07-30T12:00+03:00')).toBeCloseTo(fixed * lostAtRate(1504), 6);
  expect(lost('2024-08-15T12:00+03:00')).toBeCloseTo(fixed * lostAtRate(752), 6);
  const autumn = fixed * lostAtRate(272) + mobile * lostAtRate(1152);
  expect(lost('2024-10-15T12:00+03:00')).toBeCloseTo(autumn, 6);
  expect(lost('2024-12-20T12:00+03:00')).toBeCloseTo((fixed + mobile) * lostAtRate(128), 6);
});

test('what shares Google’s addresses and not the name loses nothing, the pages of YouTube included', () => {
  const shared = ['youtube-pages', 'google-search', 'gmail', 'google-push', 'google-play'];
  for (const id of [...shared, 'recaptcha', 'google-meet']) expect(mostLost(asItWas, id)).toBe(0);
});

test('lessons that show its videos lose a part with it', () => {
  // One lesson in ten of Stepik's needs a video.
  const lost = lostAt(asItWas, 'stepik', '2024-12-20T12:00+03:00');
  expect(lost).toBeCloseTo(0.1 * (fixed + mobile) * lostAtRate(128), 6);
});

test('the rule catches one name of one service', () => {
  const caught = new Set(
    scenario.stacks[0]?.strategies.map(({ parameters }) => JSON.stringify(parameters.rules)),
  );
  expect([...caught]).toEqual(['[{"match":"suffix","text":"googlevideo.com"}]']);
  const shown = scenario.world.services.filter(({ domains }) =>
    domains?.some(({ name }) => name.endsWith('googlevideo.com')),
  );
  expect(shown.map(({ id }) => id)).toEqual(['youtube']);
});

test('listed addresses would have taken Search, push and captcha instead', () => {
  const listed = runUnanswered(scenario, 'google-ranges');
  // Every operator applies at least 85 % of the list after two days.
  for (const id of ['google-search', 'google-push', 'recaptcha', 'youtube-pages']) {
    expect(lostAt(listed, id, '2024-07-20T12:00+03:00')).toBeGreaterThan(0.85);
  }
});
