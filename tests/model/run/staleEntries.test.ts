// What the entries still cost in which the target no longer is.
import { expect, test } from 'vitest';
import { run } from '../../../src/model/run/run.ts';
import { staleEntries } from '../../../src/model/run/staleEntries.ts';
import { tinyHopping, tinyWorldWithoutTail } from '../../tinyWorld.ts';
import { lostShareOf, tiny, tinyUnder } from './tinyRun.ts';

const assumed = 'for the test';
const listed = (prefix: string) => ({ prefix, from: '2018-04-16T00:00+03:00', assumed });

function under(prefixes: readonly string[], changes: Readonly<Record<string, unknown>> = {}) {
  const world = tinyWorldWithoutTail();
  return run(tiny({ world, ledgers: { register: prefixes.map(listed) }, ...changes }));
}

test('an entry is stale while no address of the target lies in it; others that hold it as well count for it', () => {
  // Courier is at 192.0.2.10, .20 and 198.51.100.10. Stale: 198.51.100.16/28, which is nested in a live
  // entry, and 203.0.113.0/24 with radio's 0.75 and bank. Both networks apply all of it from tick 2 on:
  // mobile for 0.6 of the users, fixed lines for half of 0.4, so a listed service loses 0.8.
  // Radio loses 0.8 · 2,000 = 1,600, of which 0.75 behind the stale entry; bank 0.8 · 2,000.
  const result = under(['198.51.100.0/25', '198.51.100.16/28', '203.0.113.0/24']);
  expect(lostShareOf(result, 'radio', 10)).toBeCloseTo(0.8, 12);
  const stale = staleEntries(result, 10);
  expect([stale.entries, stale.addresses]).toEqual([2, 256]);
  expect(stale.bystanderSessionsLostPerDay).toBeCloseTo(0.75 * 1600 + 1600, 9);
});

test('before anything is listed, and where the target sits in every entry, nothing is stale', () => {
  const none = { entries: 0, addresses: 0, bystanderSessionsLostPerDay: 0 };
  expect(staleEntries(under([]), 10)).toEqual(none);
  expect(staleEntries(under(['192.0.2.0/24', '198.51.100.0/24']), 10)).toEqual(none);
});

test('an entry of the very address is not stale', () => {
  expect(staleEntries(under(['192.0.2.10/32', '192.0.2.21/32']), 10).entries).toBe(1);
});

test('an entry of a list that lets its addresses answer costs what it takes there', () => {
  // The register drops 198.51.100.0/25, with courier and a quarter of radio; a slow list holds
  // 203.0.113.0/24, stale, with the other three quarters and bank: of what they need, 128 of 256 kbit/s.
  const world = tinyWorldWithoutTail();
  const tls = { kilobitsPerSecond: 256 };
  const profiles = world.profiles.map((profile) => ({ ...profile, needs: { tls } }));
  const entry = (id: string, does: object) => ({
    id,
    technique: 'addressBlocklist',
    parameters: { entries: 'ledger', ledger: id, ...does },
  });
  const ledgers = { register: [listed('198.51.100.0/25')], slow: [listed('203.0.113.0/24')] };
  const costAt = (kilobitsPerSecond: number) => {
    const strategies = [
      entry('register', {}),
      entry('slow', { action: 'throttle', kilobitsPerSecond }),
    ];
    const changes = { world: { ...world, profiles }, ledgers };
    return staleEntries(run(tinyUnder(strategies, changes)), 10).bystanderSessionsLostPerDay;
  };
  expect(costAt(128)).toBeCloseTo(0.8 * (0.75 * 2000 + 2000) * 0.5, 9);
  expect(costAt(256)).toBe(0);
});

test('what is lost through needs does not lie behind an entry', () => {
  // Bank loses 0.8 of 2,000 to the stale 203.0.113.40/32, and more because it needs mapper, which is behind
  // the live 198.51.100.0/25: that part would stay if the stale entry went.
  const world = tinyWorldWithoutTail();
  const dependsOn = [{ service: 'mapper', criticality: { value: 0.5, assumed } }];
  const services = world.services.map((service) =>
    service.id === 'bank' ? { ...service, dependsOn } : service,
  );
  const ledgers = { register: ['203.0.113.40/32', '198.51.100.0/25'].map(listed) };
  const needy = run(tiny({ world: { ...world, services }, ledgers }));
  expect(lostShareOf(needy, 'bank', 10)).toBeGreaterThan(0.81);
  expect(staleEntries(needy, 10).bystanderSessionsLostPerDay).toBeCloseTo(0.8 * 2000, 9);
});

test('nor does what boxes take', () => {
  // A box before the list drops half of all TLS: bank loses 0.8 of the other half to the stale entry.
  const scores = { tls: { mean: 0, deviation: 1 }, mtproto: { mean: 0, deviation: 1 } };
  const half = {
    id: 'half',
    technique: 'flowClassifier',
    parameters: { threshold: 0, scores, coverageFixed: 1 },
  };
  const register = {
    id: 'register',
    technique: 'addressBlocklist',
    parameters: { entries: 'ledger', ledger: 'register' },
  };
  const ledgers = { register: [listed('203.0.113.40/32')] };
  const both = run(tinyUnder([half, register], { world: tinyWorldWithoutTail(), ledgers }));
  expect(staleEntries(both, 10).bystanderSessionsLostPerDay).toBeCloseTo(0.4 * 2000, 9);
});

test('a business that has moved away is not behind the entry it left', () => {
  const patience = { patienceLowHours: 1, patienceHours: 1, patienceHighHours: 1, moveHours: 0 };
  const pools = [{ pool: 'nimbus-dedicated', weight: 1 }];
  const parameters = { services: ['mapper'], pools, movers: 1, ...patience };
  const moves = { id: 'moves', technique: 'migration', parameters };
  const prefixes = ['198.51.100.16/28'];
  // Mapper and a quarter of radio are behind the stale entry, later radio alone.
  expect(staleEntries(under(prefixes), 10).bystanderSessionsLostPerDay).toBeCloseTo(0.8 * 4500, 9);
  const moved = under(prefixes, { countermeasures: [moves] });
  expect(staleEntries(moved, 10).bystanderSessionsLostPerDay).toBeCloseTo(0.8 * 500, 9);
});

test('entries go stale as the target moves on', () => {
  // Listed at tick 0; an hour later courier leaves its addresses for fresh ones in nimbus-shared, and
  // 192.0.2.0/24 is stale, with nobody else in it.
  const result = under(['192.0.2.0/24'], { countermeasures: [tinyHopping()] });
  expect(staleEntries(result, 0).entries).toBe(0);
  expect(result.hops.map(({ tick }) => tick)).toEqual([1, 1]);
  expect(staleEntries(result, 1)).toEqual({
    entries: 1,
    addresses: 256,
    bystanderSessionsLostPerDay: 0,
  });
});

test('behind the spread part of a long tail it is the listed share of the pool', () => {
  // Listed: 198.51.100.0/28 with courier's .10, and 198.51.100.128/25, stale, with lantern. All that
  // lists take from the tail lies behind the two, shared out by the demand behind each.
  const ledgers = { register: ['198.51.100.0/28', '198.51.100.128/25'].map(listed) };
  const result = run(tiny({ ledgers }));
  const { services, placements } = result.plan.world;
  const tail = services.firstTail;
  const first = services.firstPlacementOfService[tail]!;
  const end = services.firstPlacementOfService[tail + 1]!;
  let live = 0;
  let stale = 0;
  for (let p = first; p < end; p++) {
    const share = placements.shareOfPlacement[p]!;
    if (placements.isSpreadOfPlacement[p]) {
      live += (share * 16) / 256;
      stale += (share * 128) / 256;
    } else {
      const address = result.placed.addressOfSlot[result.placed.firstSlotOfPlacement[p]!]! & 255;
      if (address < 16) live += share;
      if (address >= 128) stale += share;
    }
  }
  const lostOfTail = 1000 * lostShareOf(result, services.ids[tail]!, 10);
  const lantern = 0.8 * 1000;
  expect(lostOfTail).toBeCloseTo(0.8 * 1000 * (live + stale), 9);
  expect(staleEntries(result, 10).bystanderSessionsLostPerDay).toBeCloseTo(
    lantern + (lostOfTail * stale) / (live + stale),
    9,
  );
});
