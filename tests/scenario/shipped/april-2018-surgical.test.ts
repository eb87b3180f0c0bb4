// What must be so of the counterfactual: what a width can list, and that all else is as in April 2018.
import { beforeAll, expect, test } from 'vitest';
import { countAddresses, lostShare, type Run, type Scenario } from '../../../src/model/index.ts';
import { listedAt, openShipped, runStack } from './shippedRuns.ts';

let surgical: Scenario;
const runs = new Map<string, Run>();
const of = (stack: string) => runs.get(stack) as Run;

beforeAll(async () => {
  surgical = await openShipped('april-2018-surgical');
  // The first week tells as much as all seven, in less time.
  const week = { ...surgical, period: { ...surgical.period, to: '2018-04-23T00:00+03:00' } };
  for (const { id } of surgical.stacks) runs.set(id, runStack(week, id));
});

const end = '2018-04-22T23:00+03:00';
// Telegram's own: nine /22 and a /24.
const own = 9 * 1024 + 256;
const finds = (one: Run) => one.listings.filter(({ strategy }) => strategy === 1);

test('hunt, world and answers are those of April 2018', async () => {
  const april = await openShipped('april-2018');
  const hunt = april.stacks.find(({ id }) => id === 'adaptive')?.strategies[0]?.parameters ?? {};
  for (const { strategies } of surgical.stacks) {
    for (const key of ['entries', 'discoveryPerHour', 'releaseHours']) {
      expect(strategies[1]?.parameters[key]).toEqual(hunt[key]);
    }
  }
  const answer = (one: Scenario, id: string) => one.countermeasures.find((each) => each.id === id);
  for (const id of [
    'telegram-hops',
    'google-push-news',
    'apple-push-news',
    'microsoft-push-news',
  ]) {
    expect(answer(surgical, id)).toEqual(answer(april, id));
  }
  expect(surgical.world.services).toEqual(april.world.services);
});

test.each([
  ['single', 1],
  ['slash-24', 256],
  ['slash-16', 65_536],
])('%s: each find takes %i addresses at most, and Telegram’s own come on top', (stack, width) => {
  const one = of(stack);
  for (const { first, last } of finds(one)) expect(last - first + 1).toBe(width);
  expect(listedAt(one, end)).toBeLessThanOrEqual(own + width * finds(one).length);
});

test('single addresses hit nobody whom the world names, for nobody shares one with Telegram', () => {
  const { tally, plan } = of('single');
  for (let service = 0; service < tally.firstTail; service++) {
    if (plan.roles.isTargetOfService[service]) continue;
    const lost = Array.from({ length: tally.rows }, (_, row) => lostShare(tally, row, service));
    expect([plan.world.services.ids[service], Math.max(...lost)]).toEqual([expect.anything(), 0]);
  }
});

test('a registered block is one as its holder has it, a provider all of its blocks', () => {
  const { pools } = of('registered').plan.world;
  const ranges = new Set(
    Array.from(pools.rangeFirst, (first, at) => `${first}-${pools.rangeLast[at]}`),
  );
  for (const { first, last } of finds(of('registered')))
    expect(ranges).toContain(`${first}-${last}`);
  const aws = pools.setOfPool.reduce(
    (sum, set, pool) =>
      sum +
      (of('provider').plan.world.providers.ids[pools.providerOfPool[pool] as number] === 'aws'
        ? countAddresses(set)
        : 0),
    0,
  );
  expect(listedAt(of('provider'), '2018-04-20T12:00+03:00')).toBeGreaterThanOrEqual(aws + own);
});
