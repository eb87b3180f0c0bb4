import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatPrefix } from '../../../src/model/net/prefix.ts';
import { run } from '../../../src/model/run/run.ts';
import { addressBlocklist } from '../../../src/model/strategies/addressBlocklist/addressBlocklist.ts';
import {
  createListingLog,
  listedAt,
  STILL_LISTED,
} from '../../../src/model/strategies/listingLog.ts';
import { tinyUnder } from '../run/tinyRun.ts';

function hunt(
  parameters: Readonly<Record<string, unknown>>,
  window?: Readonly<Record<string, string>>,
) {
  const entry = {
    id: 'hunt',
    technique: 'addressBlocklist',
    ...(window && { window }),
    // 4 an hour: in 72 hours the chance to miss an address is e^−288.
    parameters: { entries: 'adaptive', discoveryPerHour: 4, ...parameters },
  };
  const result = run(tinyUnder([entry]));
  const texts = result.listings.map(({ first, last }) => formatPrefix(first, last)).sort();
  return { ...result, texts };
}

test('what is found is listed as a prefix of the given length, each once', () => {
  // Courier uses 192.0.2.10, 192.0.2.20 and 198.51.100.10.
  expect(hunt({ prefixLength: 32 }).texts).toEqual([
    '192.0.2.10/32',
    '192.0.2.20/32',
    '198.51.100.10/32',
  ]);
  expect(hunt({ prefixLength: 27 }).texts).toEqual(['192.0.2.0/27', '198.51.100.0/27']);
  expect(hunt({ prefixLength: 8 }).texts).toEqual(['192.0.0.0/8', '198.0.0.0/8']);
});

test('or as the block that its holder registered', () => {
  expect(hunt({ listAs: 'registered' }).texts).toEqual(['192.0.2.0/24', '198.51.100.0/24']);
});

test('an entry that would touch a protected prefix is not made', () => {
  const protectedPrefixes = ['198.51.100.128/25'];
  expect(hunt({ prefixLength: 24, protectedPrefixes }).texts).toEqual(['192.0.2.0/24']);
  expect(hunt({ prefixLength: 25, protectedPrefixes }).texts).toEqual([
    '192.0.2.0/25',
    '198.51.100.0/25',
  ]);
});

test('nor is a documented one', () => {
  // The register: 192.0.2.0/24, 198.51.100.0/25 and, nested in that, 198.51.100.16/28.
  const listed = (protectedPrefixes: readonly string[]) =>
    hunt({ entries: 'ledger', ledger: 'register', protectedPrefixes }).texts;
  expect(listed(['198.51.100.64/26'])).toEqual(['192.0.2.0/24', '198.51.100.16/28']);
  expect(listed(['198.51.100.16/32', '192.0.0.0/8'])).toEqual([]);
});

test('the list is published at the release hours only, counted from the window’s beginning', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 24 }), fc.integer({ min: 0, max: 20 }), (hours, from) => {
      const opens = `2018-04-16T${String(from).padStart(2, '0')}:00+03:00`;
      const { listings } = hunt({ prefixLength: 32, releaseHours: hours }, { from: opens });
      expect(listings).toHaveLength(3);
      for (const { fromTick } of listings) expect((fromTick - from) % hours).toBe(0);
    }),
  );
});

test('when its window ends, all its entries go', () => {
  const { listings } = hunt({}, { to: '2018-04-17T06:00+03:00' });
  expect(listings.length).toBeGreaterThan(0);
  for (const { untilTick } of listings) expect(untilTick).toBe(30);
});

test('the log tells who stood on the list at any time, and closes an entry once', () => {
  const log = createListingLog();
  const wide = log.list(0, 255, 1, 0);
  log.list(16, 31, 2, 1);
  log.unlist(wide, 5);
  log.unlist(wide, 3);
  log.unlist(99, 3);
  expect(log.openEntries).toBe(1);
  expect(log.entries.map(({ fromTick, untilTick }) => [fromTick, untilTick])).toEqual([
    [1, 5],
    [2, STILL_LISTED],
  ]);
  expect([...listedAt(log.entries, 0).last]).toEqual([]);
  expect([...listedAt(log.entries, 2).last]).toEqual([255]);
  expect([...listedAt(log.entries, 2, ({ strategy }) => strategy === 1).last]).toEqual([31]);
  expect([...listedAt(log.entries, 5).first]).toEqual([16]);
  const { added, removed } = log.takeChanges();
  expect([added.length, removed.length > 0]).toEqual([2, true]);
  expect(log.takeChanges()).toEqual({ added: [], removed: [] });
});

test('who lists what is documented has to say which ledger', () => {
  const { error } = addressBlocklist.parameters.safeParse({ entries: 'ledger' });
  expect(error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
    ['ledger', 'the id of a ledger, since the entries are given'],
  ]);
  for (const right of [{ entries: 'ledger', ledger: 'register' }, { entries: 'adaptive' }]) {
    expect(addressBlocklist.parameters.safeParse(right).success).toBe(true);
  }
});
