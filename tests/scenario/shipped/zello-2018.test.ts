// What must be so of the rehearsal with Zello: sums by hand, and where it is when.
import { beforeAll, expect, test } from 'vitest';
import {
  formatAddress,
  type LocalText,
  lookUpAddress,
  type Run,
  type Scenario,
} from '../../../src/model/index.ts';
import { entriesOver, listedAt, lostAt, openShipped, runStack, tickAt } from './shippedRuns.ts';

let zello: Scenario;
let plan: Run;

beforeAll(async () => {
  zello = await openShipped('zello-2018');
  plan = runStack(zello, 'plan');
});

test('36 subnets stand in for those of the letter, 26 of them Amazon’s, and say that they do', () => {
  const letter = zello.ledgers['letter-2018'] ?? [];
  expect(letter).toHaveLength(36);
  expect(letter.filter(({ holder }) => holder === 'Amazon')).toHaveLength(26);
  for (const { assumed } of letter) expect(assumed).toMatch(/^Stand-in/);
});

test('they hold 14,379,520 addresses, no two of them the same', () => {
  // Amazon: 2²² + 2²¹ + 3 · 2²⁰ + 2 · 2¹⁹ + 3 · 2¹⁸ + 10 · 2¹⁷ + 6 · 2¹⁶ = 12,976,128. Others: 2²⁰ + 5 · 2¹⁶ +
  // 2¹⁴ + 2¹³ + 2¹¹ + 2⁹ = 1,403,392. Single addresses that were found come on top, one by one.
  const before = listedAt(plan, '2018-03-26T08:00+03:00');
  expect(listedAt(plan, '2018-03-26T09:00+03:00')).toBe(12_976_128 + 1_403_392 + before - inside());
});

/** Single entries of before that lie in one of the 36. */
function inside(): number {
  const tick = tickAt(plan, '2018-03-26T09:00+03:00');
  const [letters, singles] = [0, 1].map((strategy) =>
    plan.listings.filter((one) => one.strategy === strategy && one.fromTick <= tick),
  );
  return (singles ?? []).filter((one) =>
    letters?.some(({ first, last }) => first <= one.first && one.last <= last),
  ).length;
}

test('the letter would have hidden the victims of April a month before, and Telegram not at all', () => {
  const day = '2018-03-27T12:00+03:00';
  expect(entriesOver(plan, '34.230.170.103', day)).toEqual([
    '34.192.0.0/10 since 2018-03-26T09:00+03:00',
  ]);
  expect(lostAt(plan, 'zero-robotics', day)).toBeGreaterThan(0.8);
  expect(lostAt(plan, 'telegram', day)).toBe(0);
});

test('Zello leaves Amazon on 30 March and Google on 10 April, and then stays with SoftLayer', () => {
  const singles = runStack(zello);
  const providersAt = (moment: string) => {
    const tick = tickAt(singles, moment);
    const now = new Map<string, number>();
    for (const { tick: at, placement, slot, to } of singles.hops) {
      if (at <= tick) now.set(`${placement}/${slot}`, to);
    }
    const { pools, providers } = singles.plan.world;
    const names = [...now.values()].map((address) => {
      const { pool } = lookUpAddress(singles, address, tick);
      if (pool === undefined) throw new Error(`${formatAddress(address)} is in no pool`);
      return providers.ids[pools.providerOfPool[pool] as number];
    });
    return [...new Set(names)];
  };
  expect(providersAt('2018-03-29T12:00+03:00')).toEqual(['aws']);
  expect(providersAt('2018-04-05T12:00+03:00')).toEqual(['google-cloud']);
  expect(providersAt('2018-04-13T12:00+03:00')).toEqual(['softlayer']);
});

test('while it hops single addresses stop nothing; once it stays, they find all of it', () => {
  const singles = runStack(zello);
  expect(lostAt(singles, 'zello', '2018-04-08T12:00+03:00')).toBeLessThan(0.01);
  // Four days after the last hop each address is found with 1 − e^(−0.05 · 96) = 99 %.
  expect(lostAt(singles, 'zello', '2018-04-15T23:00+03:00')).toBeGreaterThan(0.8);
});

test('in place of the 286 addresses of Google, which are not known, over a hundred that Zello is found at are listed; only the limits speak of it', () => {
  const singles = runStack(zello);
  const { listings, plan } = singles;
  const google = plan.world.providers.ids.indexOf('google-cloud');
  const atGoogle = listings.filter(({ first, last, fromTick }) => {
    const { pool } = lookUpAddress(singles, first, fromTick);
    return first === last && pool !== undefined && plan.world.pools.providerOfPool[pool] === google;
  });
  expect(atGoogle.length).toBeGreaterThan(100);
  expect(atGoogle.length).toBeLessThan(286);
  const speaks = (text: LocalText | undefined) =>
    /over a hundred|the model has none/.test(text?.en ?? '');
  expect(zello.limits.filter(speaks)).toHaveLength(1);
  expect(zello.story.filter(({ note }) => speaks(note))).toEqual([]);
});
