// After k finds in one registered prefix within h hours the whole of it is listed.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { run } from '../../../../src/model/run/run.ts';
import { tinyUnder } from '../../run/tinyRun.ts';
import { keepFor } from './keeping.ts';

const forever = Number.POSITIVE_INFINITY;

test('the third find within four hours escalates, at the next release', () => {
  // Finds at ticks 0, 4, 5 and 7. Four hours that end with tick 5 are ticks 2 … 5: two finds. Those
  // that end with tick 7 are 4 … 7: three. The next release, every 6 hours from tick 0 on, is tick 12:
  // there the find of tick 7 is listed as the block. The single addresses stay beside it.
  const found = {
    0: ['192.0.2.10'],
    4: ['192.0.2.20'],
    5: ['192.0.2.30'],
    7: ['192.0.2.40'],
    14: ['198.51.100.1'],
  };
  const parameters = { prefixLength: 32, escalateAfter: 3, escalateWithinHours: 4 };
  expect(keepFor({ ticks: 20, found }, { ...parameters, releaseHours: 6 })).toEqual([
    ['192.0.2.10/32', 0, forever],
    ['192.0.2.20/32', 6, forever],
    ['192.0.2.30/32', 6, forever],
    ['192.0.2.0/24', 12, forever],
    ['198.51.100.1/32', 18, forever],
  ]);
  // One hour less, and the finds of ticks 4, 5 and 7 are too far apart.
  const tooSlow = { ...parameters, escalateWithinHours: 3 };
  expect(keepFor({ ticks: 20, found }, tooSlow).map(([text]) => text)).not.toContain(
    '192.0.2.0/24',
  );
});

test('an address that waits for the release counts once, however often it is met', () => {
  const again = ['192.0.2.10'];
  const found = { 1: again, 2: again, 3: again };
  const parameters = { prefixLength: 32, escalateAfter: 2, releaseHours: 8 };
  expect(keepFor({ ticks: 10, found }, parameters)).toEqual([['192.0.2.10/32', 8, forever]]);
});

test('from then on: what came off by age comes back whole', () => {
  const found = { 0: ['192.0.2.10', '192.0.2.20'], 9: ['192.0.2.10'] };
  const parameters = { prefixLength: 32, escalateAfter: 2, unlistAfterHours: 3 };
  expect(keepFor({ ticks: 20, found }, parameters)).toEqual([
    ['192.0.2.0/24', 0, 3],
    ['192.0.2.0/24', 9, 12],
  ]);
});

test('escalation only widens, and goes round what is protected', () => {
  const found = { 0: ['192.0.2.10'], 1: ['192.0.2.200'] };
  const parameters = { escalateAfter: 1, prefixLength: 8 };
  expect(keepFor({ ticks: 3, found }, parameters)).toEqual([['192.0.0.0/8', 0, forever]]);
  const guarded = { escalateAfter: 1, prefixLength: 32, protectedPrefixes: ['192.0.2.11/32'] };
  expect(keepFor({ ticks: 3, found }, guarded)).toEqual([
    ['192.0.2.10/32', 0, forever],
    ['192.0.2.200/32', 1, forever],
  ]);
});

const hunt = (parameters: Record<string, unknown>, seed: number) => {
  const entry = { id: 'hunt', technique: 'addressBlocklist', parameters };
  const { tally, listings } = run(tinyUnder([entry]), seed);
  return { listings, lost: tally.lostOfRow };
};

test('k = 1 is the registered block from the first find on; k beyond all finds is the prefix', () => {
  // Courier has three addresses and they do not move, so a list without an end finds three at most.
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1e6 }),
      fc.integer({ min: 24, max: 32 }),
      fc.integer({ min: 1, max: 12 }),
      (seed, prefixLength, releaseHours) => {
        const common = { discoveryPerHour: 0.1, releaseHours };
        const atOnce = hunt({ ...common, prefixLength, escalateAfter: 1 }, seed);
        expect(atOnce).toEqual(hunt({ ...common, listAs: 'registered' }, seed));
        const never = hunt({ ...common, prefixLength, escalateAfter: 4 }, seed);
        expect(never).toEqual(hunt({ ...common, prefixLength }, seed));
      },
    ),
    { numRuns: 40 },
  );
});
