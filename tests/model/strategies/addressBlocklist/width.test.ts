// How wide a find is listed: one address, the registered block, all that the provider registered.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { setOfPrefixes } from '../../../../src/model/net/prefixSet.ts';
import { difference } from '../../../../src/model/net/setAlgebra.ts';
import { countOverlap } from '../../../../src/model/net/setQueries.ts';
import { type Run, run } from '../../../../src/model/run/run.ts';
import { listedAt } from '../../../../src/model/strategies/listingLog.ts';
import { tinyUnder } from '../../run/tinyRun.ts';
import { keepFor, prefixOf } from './keeping.ts';

const forever = Number.POSITIVE_INFINITY;

test('one find lists all that the provider registered, in numeric order', () => {
  const entries = keepFor({ ticks: 3, found: { 1: ['203.0.113.9'] } }, { listAs: 'provider' });
  expect(entries).toEqual([
    ['192.0.2.0/24', 1, forever],
    ['203.0.113.0/24', 1, forever],
  ]);
});

test('save what touches a protected prefix', () => {
  const protectedPrefixes = ['192.0.2.7/32'];
  const entries = keepFor(
    { ticks: 3, found: { 1: ['192.0.2.9'] } },
    { listAs: 'provider', protectedPrefixes },
  );
  expect(entries).toEqual([['203.0.113.0/24', 1, forever]]);
});

test('the first and the last address of a registered prefix belong to it', () => {
  for (const address of ['192.0.2.0', '192.0.2.255']) {
    const entries = keepFor({ ticks: 2, found: { 0: [address] } }, { listAs: 'registered' });
    expect(entries).toEqual([['192.0.2.0/24', 0, forever]]);
  }
});

test('one protected address at either end forbids a prefix, one beside it does not', () => {
  const listed = (guard: string) =>
    keepFor(
      { ticks: 2, found: { 0: ['192.0.2.9'] } },
      { prefixLength: 24, protectedPrefixes: [guard] },
    ).length;
  expect(['192.0.2.0/32', '192.0.2.255/32'].map(listed)).toEqual([0, 0]);
  expect(['192.0.1.255/32', '192.0.3.0/32'].map(listed)).toEqual([1, 1]);
});

test('where nobody registered an address, the provider’s list is the address alone', () => {
  const entries = keepFor({ ticks: 2, found: { 0: ['8.8.8.8'] } }, { listAs: 'provider' });
  expect(entries).toEqual([['8.8.8.8/32', 0, forever]]);
});

const hunt = (parameters: Record<string, unknown>, seed: number) => {
  const own = { discoveryPerHour: 0.05, ...parameters };
  const entry = { id: 'hunt', technique: 'addressBlocklist', parameters: own };
  return run(tinyUnder([entry]), seed);
};

function expectWithin(narrow: Run, wide: Run) {
  for (let tick = 0; tick < narrow.plan.ticks; tick++) {
    const outside = difference(listedAt(narrow.listings, tick), listedAt(wide.listings, tick));
    expect([tick, outside.first.length]).toEqual([tick, 0]);
  }
}

test('provider ⊇ registered ⊇ /32 at any time, since all face the same draws', () => {
  // What the narrow list finds, the wide one finds in the same tick or holds already.
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
      const single = hunt({ prefixLength: 32 }, seed);
      const registered = hunt({ listAs: 'registered' }, seed);
      expectWithin(single, registered);
      expectWithin(registered, hunt({ listAs: 'provider' }, seed));
    }),
    { numRuns: 40 },
  );
});

test('nothing protected is ever listed, by whichever rule', () => {
  const width = fc.record({
    listAs: fc.constantFrom('prefix', 'registered', 'provider'),
    prefixLength: fc.integer({ min: 8, max: 32 }),
    escalateAfter: fc.integer({ min: 0, max: 3 }),
    unlistAfterHours: fc.integer({ min: 0, max: 20 }),
  });
  const guards = fc.constantFrom('192.0.2.16/28', '198.51.100.10/32', '198.0.0.0/8');
  fc.assert(
    fc.property(width, guards, fc.integer({ min: 0, max: 1e6 }), (parameters, guarded, seed) => {
      const protectedPrefixes = [guarded];
      const { listings, plan } = hunt(
        { ...parameters, protectedPrefixes, discoveryPerHour: 1 },
        seed,
      );
      const guard = setOfPrefixes([prefixOf(guarded)]);
      for (let tick = 0; tick < plan.ticks; tick++) {
        expect([tick, countOverlap(listedAt(listings, tick), guard)]).toEqual([tick, 0]);
      }
    }),
    { numRuns: 60 },
  );
});
