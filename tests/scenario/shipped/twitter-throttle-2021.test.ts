// March 2021: a rule of four characters for 25 hours, then an exact one. Figures are worked out by hand.
import { describe, expect, test } from 'vitest';
import { caughtNames } from '../../../src/model/index.ts';
import { lostAt, lostInTick, openShipped, runStack } from './shippedRuns.ts';

const scenario = await openShipped('twitter-throttle-2021');
const runOf = (stack: string) => runStack(scenario, stack);

const FIRST_DAY = '2021-03-10T12:00+03:00';
const SECOND_DAY = '2021-03-11T12:00+03:00';
// Mobile networks have 0.145 + 0.135 + 0.105 + 0.075 = 0.46 of the sessions and all have boxes; of the
// 0.54 on fixed lines half: 0.46 + 0.27. At 128 kbit/s a session that needs n loses 1 − 128/n of itself.
const BEHIND_A_BOX = 0.73;
const lostFor = (needed: number) => BEHIND_A_BOX * (1 - 128 / needed);
const targets = ['twitter', 'twitter-media'];
const bystanders = scenario.world.services.filter(({ id }) => !targets.includes(id));

describe('as it happened', () => {
  const happened = runOf('as-it-happened');

  test('Twitter loses pictures, which need 1,000 kbit/s, and less of its text, which needs 200', () => {
    for (const moment of [FIRST_DAY, SECOND_DAY]) {
      expect(lostAt(happened, 'twitter-media', moment)).toBeCloseTo(lostFor(1000), 12);
      expect(lostAt(happened, 'twitter', moment)).toBeCloseTo(lostFor(200), 12);
    }
  });

  test.each([
    // Every name of theirs contains t.co, and a page needs 1,500 kbit/s.
    ['microsoft-site', lostFor(1500)],
    ['github-files', lostFor(1500)],
    ['rt', lostFor(1500)],
    ['championat', lostFor(1500)],
    // Three fifths at www.reddit.com; redd.it and redditstatic.com do not contain it.
    ['reddit', 0.6 * lostFor(1500)],
    // Two fifths at pinterest.com; the pictures come from i.pinimg.com.
    ['pinterest', 0.4 * lostFor(1000)],
  ])('%s, which was named as slow, is hit on the first day and not on the second', (id, share) => {
    expect(lostAt(happened, id, FIRST_DAY)).toBeCloseTo(share, 12);
    expect(lostAt(happened, id, SECOND_DAY)).toBe(0);
  });

  test('the loose rule holds for 25 hours, from 10:00 to 11:00 of the next day', () => {
    const hours = Array.from({ length: 72 }, (_, tick) => lostInTick(happened, 'rt', tick) > 0);
    expect(hours.filter((isHit) => isHit)).toHaveLength(25);
    expect(hours.indexOf(true)).toBe(10);
    expect(hours.lastIndexOf(true)).toBe(34);
  });

  test.each(['state-portals', 'gosuslugi', 'vk', 'telegram', 'google-search', 'wildberries'])(
    '%s has no name with those letters and is not hit',
    (id) => expect(lostAt(happened, id, FIRST_DAY)).toBe(0),
  );

  test('who has t.co in a name is caught by the first rule, and only Twitter by the second', () => {
    const withLetters = scenario.world.services.flatMap(({ domains = [] }) =>
      domains.map(({ name }) => name).filter((name) => name.includes('t.co')),
    );
    const [loose, narrow] = happened.stack.map((entry) =>
      caughtNames(happened.plan, entry.run).map(({ name }) => name),
    );
    expect(loose).toEqual(expect.arrayContaining(withLetters));
    expect(narrow?.toSorted()).toEqual(
      ['api.twitter.com', 'pbs.twimg.com', 't.co', 'twitter.com', 'video.twimg.com'].toSorted(),
    );
  });
});

describe('what else might have been done', () => {
  test.each(['narrow-from-the-start', 'mobile-only', 'own-ranges'])(
    '%s hits nobody but Twitter',
    (stack) => {
      const other = runOf(stack);
      for (const { id } of bystanders) expect(lostAt(other, id, FIRST_DAY)).toBe(0);
      expect(lostAt(other, 'twitter-media', FIRST_DAY)).toBeGreaterThan(0);
    },
  );

  test('on mobile networks only, the 46 % who are mobile lose pictures', () => {
    expect(lostAt(runOf('mobile-only'), 'twitter-media', FIRST_DAY)).toBeCloseTo(0.46 * 0.872, 12);
  });

  test('the rule that nobody puts right still hits on the last day', () => {
    const last = '2021-03-12T23:00+03:00';
    expect(lostAt(runOf('never-put-right'), 'rt', last)).toBeCloseTo(lostFor(1500), 12);
  });

  test('own ranges are 16,896 addresses and leave the pictures on content networks', () => {
    const ownRanges = runOf('own-ranges');
    const last = ownRanges.plan.ticks - 1;
    // Five /23, six /22 and four /21 that do not touch: 5 · 512 + 6 · 1,024 + 4 · 2,048.
    expect(ownRanges.tally.listedOfTick[last]).toBe(16_896);
    expect(lostInTick(ownRanges, 'twitter-media', last)).toBeLessThanOrEqual(0.6);
    expect(lostInTick(ownRanges, 'twitter-media', last)).toBeGreaterThan(0.5);
  });

  test('a hunt for addresses ends in the content networks, where neighbours are', () => {
    const hunt = runOf('address-hunt');
    const last = '2021-03-12T23:00+03:00';
    for (const neighbour of ['github-files', 'aliexpress']) {
      expect(lostAt(hunt, neighbour, last)).toBeGreaterThan(0.05);
    }
  });
});

test('who was named as slow is hit whenever the rule is in force: that counts as no check', () => {
  const checks = scenario.facts.filter(({ role }) => role === 'check');
  const named = new Set(
    scenario.facts
      .filter(({ low, metric }) => metric === 'serviceLost' && low === 0.05)
      .map(({ service }) => service),
  );
  expect(named.size).toBe(7);
  expect(checks.filter(({ service }) => named.has(service) && service !== 'twitter-media')).toEqual(
    [],
  );
  // What is left can fail, and does.
  expect(checks.map(({ id }) => id)).toEqual([
    'media-at-the-rate-of-the-paper',
    'all-seven-lines',
    'text-not-limited',
    'state-sites-fail',
    'google-fails',
  ]);
});
