import { expect, test } from 'vitest';
import { type Run, run } from '../../../src/model/run/run.ts';
import { runDigest } from '../../../src/model/run/runDigest.ts';
import { tinyHopping } from '../../tinyWorld.ts';
import { tiny } from './tinyRun.ts';

/** Lists, hops, and sessions that fail. */
const hopping = () => run(tiny({ countermeasures: [tinyHopping()] }));

/** The run with one figure of its tally one higher. */
function raised(whole: Run, column: keyof Run['tally'], at: number): Run {
  const values = Float64Array.from(whole.tally[column] as ArrayLike<number>);
  values[at]! += 1;
  return { ...whole, tally: { ...whole.tally, [column]: values } };
}

test('the same run has the same sixteen digits, another seed has others', () => {
  const digest = runDigest(hopping());
  expect(digest).toMatch(/^[0-9a-f]{16}$/);
  expect(runDigest(hopping())).toBe(digest);
  const adaptive = (seed: number) => runDigest(run(tiny({ stack: 'adaptive' }), seed));
  expect(adaptive(1)).not.toBe(adaptive(2));
});

test('the last figure of each column counts, and what lies in spare room does not', () => {
  const whole = hopping();
  const digest = runDigest(whole);
  const { rows, services, strategies, ticks } = whole.tally;
  const lengths = {
    listedOfTick: ticks,
    entriesOfTick: ticks,
    sitesListedOfTick: ticks,
    migratedOfTick: ticks,
    lostOfRow: rows * services * strategies,
    roleLostOfRow: rows * 2 * strategies,
    roleAloneOfRow: rows * 2 * strategies,
    roleLostBytesOfRow: rows * 2,
    roleLostHoursOfRow: rows * 2,
  } as const;
  for (const [column, length] of Object.entries(lengths)) {
    const of = (at: number) => runDigest(raised(whole, column as keyof typeof lengths, at));
    expect([column, of(length - 1) === digest]).toEqual([column, false]);
    expect([column, of(length) === digest]).toEqual([column, true]);
  }
});

test('every listing and every hop counts', () => {
  const whole = hopping();
  expect(whole.hops.length).toBeGreaterThan(0);
  const digest = runDigest(whole);
  const listings = whole.listings.with(-1, { ...whole.listings.at(-1)!, strategy: 1 });
  const hops = whole.hops.with(-1, { ...whole.hops.at(-1)!, slot: 7 });
  expect(runDigest({ ...whole, listings })).not.toBe(digest);
  expect(runDigest({ ...whole, hops })).not.toBe(digest);
});
