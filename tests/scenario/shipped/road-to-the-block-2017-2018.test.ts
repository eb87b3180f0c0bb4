// What must be so of the road to the block: what hangs on which step, and what complying ends.
import { beforeAll, describe, expect, test } from 'vitest';
import { lostShare, type Run, run, type Scenario } from '../../../src/model/index.ts';
import { listedAt, lostAt, openShipped, runStack, tickAt } from './shippedRuns.ts';

let road: Scenario;
beforeAll(async () => {
  road = await openShipped('road-to-the-block-2017-2018');
});

/** First and last moment at which Telegram loses a session, as ticks; undefined when it never does. */
function lossOf({ tally, plan }: Run): { first: number; last: number } | undefined {
  const telegram = plan.world.services.ids.indexOf('telegram');
  const loses = (tick: number) => lostShare(tally, tally.rowOfTick[tick] as number, telegram) > 0;
  const ticks = Array.from({ length: tally.ticks }, (_, tick) => tick).filter(loses);
  const [first, last] = [ticks[0], ticks.at(-1)];
  return first === undefined || last === undefined ? undefined : { first, last };
}

describe('as it was', () => {
  test('nobody loses a session before the block, and its first listing is that of Telegram’s ranges', () => {
    const one = runStack(road);
    const block = tickAt(one, '2018-04-16T09:00+03:00');
    expect(lossOf(one)?.first).toBeGreaterThanOrEqual(block);
    expect(listedAt(one, '2018-04-16T08:00+03:00')).toBe(0);
    // Nine /22 and a /24.
    expect(listedAt(one, '2018-04-16T09:00+03:00')).toBe(9 * 1024 + 256);
  });

  test('on 18 April the prefixes of the first two days are all there: 15,794,176 addresses and its own', () => {
    // The undated list of 17 to 18 April holds 15,269,888; with 54.64.0.0/13, 2¹⁹, it is what the press said.
    const union = 15_269_888 + 524_288 + 9 * 1024 + 256;
    expect(listedAt(runStack(road), '2018-04-18T12:00+03:00')).toBe(union);
  });

  test('complying at any step on the way would have kept everything from being blocked', () => {
    for (const { id } of road.ladder) {
      const complied = run({ ...road, compliesAt: id });
      expect([id, lossOf(complied), complied.listings.length]).toEqual([id, undefined, 0]);
    }
  });
});

describe('pressure with every step', () => {
  const steps = (compliesAt: string | null) => run({ ...road, stack: 'step-by-step', compliesAt });

  test('the slow-down begins with the fine, the names with the order, the list with the block', () => {
    const one = steps(null);
    expect(lossOf(one)?.first).toBe(tickAt(one, '2017-10-16T00:00+03:00'));
    const [slow, names, register] = one.stack;
    const from = (entry: typeof slow) => entry?.isInForceOfTick.indexOf(1);
    expect(from(slow)).toBe(tickAt(one, '2017-10-16T00:00+03:00'));
    expect(from(names)).toBe(tickAt(one, '2018-04-13T12:00+03:00'));
    expect(from(register)).toBe(tickAt(one, '2018-04-16T09:00+03:00'));
    expect(slow?.isInForceOfTick[tickAt(one, '2018-04-16T10:00+03:00')]).toBe(0);
  });

  test('who complies when the fine is appealed has been slowed down for ten days, and no longer', () => {
    const one = steps('appeal-window');
    expect(lossOf(one)).toEqual({
      first: tickAt(one, '2017-10-16T00:00+03:00'),
      last: tickAt(one, '2017-10-26T00:00+03:00') - 1,
    });
  });

  test('who complies at the block is slowed down till then, and no address is ever listed', () => {
    const one = steps('block');
    expect(one.listings).toHaveLength(0);
    expect(lostAt(one, 'telegram', '2018-04-16T08:00+03:00')).toBeGreaterThan(0.1);
    expect(lostAt(one, 'telegram', '2018-04-16T12:00+03:00')).toBe(0);
  });
});

test('without waiting for the court the hunt begins with the end of the 15 days', () => {
  const one = runStack(
    { ...road, period: { ...road.period, to: '2018-04-08T00:00+03:00' } },
    'no-court',
  );
  expect(one.listings[0]?.fromTick).toBeGreaterThanOrEqual(tickAt(one, '2018-04-04T12:00+03:00'));
  expect(listedAt(one, '2018-04-06T12:00+03:00')).toBeGreaterThan(0);
});
