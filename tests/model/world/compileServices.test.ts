// Who the services of the tiny world are, where they stand, and how many addresses there are for them.
import { expect, test } from 'vitest';
import { countAddresses } from '../../../src/model/net/setQueries.ts';
import { compileWorld } from '../../../src/model/world/compileWorld.ts';
import type { WorldFile } from '../../../src/model/world/worldSchema.ts';
import { tinyWorld } from '../../tinyWorld.ts';

type Placement = WorldFile['services'][number]['placements'][number];
const assumed = 'for the test';

/** Placement 0 of a tiny world whose courier stands in this one place only. */
function courierAt(placement: Partial<Placement>) {
  const file = tinyWorld();
  const [courier, ...others] = file.services;
  const placements = [{ pool: 'nimbus-shared', share: 1, addresses: 1, assumed, ...placement }];
  const { world } = compileWorld({ ...file, services: [{ ...courier!, placements }, ...others] });
  return {
    addresses: world.placements.addressesOfPlacement[0],
    drawnFrom: countAddresses(world.placements.drawnFromOfPlacement[0]!),
    known: world.placements.knownOfPlacement[0],
    profile: world.profiles.ids[world.placements.profileOfPlacement[0]!],
  };
}

test('named services come first, then the long tails, and only the roles know the target', () => {
  const { world, roles } = compileWorld(tinyWorld());
  const { services } = world;
  const named = ['courier', 'lantern', 'mapper', 'radio', 'bank'];
  expect(services.ids).toEqual([...named, 'nimbus-shared-tail']);
  expect(services.names.at(-1)).toBe('Other sites, Nimbus shared');
  expect(services.categories.slice(3)).toEqual(['everyday', 'banking', 'long-tail']);
  expect(services.firstTail).toBe(5);
  expect([...services.sitesOfService]).toEqual([1, 1, 1, 1, 1, 1000]);
  // Courier's 1,000 users ask ten times a day; a session of a long tail is a user of its own.
  expect([...services.usersOfService]).toEqual([1000, 1000, 4000, 2000, 2000, 1000]);
  expect([...services.sessionsPerDayOfService]).toEqual([10_000, 1000, 4000, 2000, 2000, 1000]);
  expect([...services.sessionsPerUserDayOfService].at(-1)).toBe(1);
  expect([...roles.isTargetOfService]).toEqual([1, 0, 0, 0, 0, 0]);
});

test('the placements of a service stand together: two of courier, two of radio, nine of the tail', () => {
  const { services, placements } = compileWorld(tinyWorld()).world;
  expect([...services.firstPlacementOfService]).toEqual([0, 2, 3, 4, 6, 7, 16]);
  expect([...placements.serviceOfPlacement].slice(0, 8)).toEqual([0, 0, 1, 2, 3, 3, 4, 5]);
  expect([...placements.poolOfPlacement].slice(0, 8)).toEqual([0, 1, 1, 1, 1, 2, 2, 1]);
  expect([...placements.addressesOfPlacement].slice(0, 8)).toEqual([2, 1, 1, 1, 1, 1, 1, 1]);
  expect([...placements.profileOfPlacement].slice(0, 8)).toEqual([1, 1, 0, 0, 0, 0, 0, 0]);
  expect(placements.count).toBe(16);
});

test('of a long tail only the last placement is spread over the pool', () => {
  const { placements } = compileWorld(tinyWorld()).world;
  const isSpread = Array.from({ length: 16 }, (_, p) => (p === 15 ? 1 : 0));
  expect([...placements.isSpreadOfPlacement]).toEqual(isSpread);
  expect(placements.shareOfPlacement[15]).toBeGreaterThan(0.6);
});

test('a tail of three sites has three placements with 6/11, 3/11 and 2/11 of it, and nothing spread', () => {
  const file = tinyWorld();
  const [nimbus, homenet] = file.providers;
  const [dedicated, shared] = nimbus!.pools;
  const tail = { ...shared!.tail!, sites: { value: 3, assumed } };
  const pools = [dedicated!, { ...shared!, tail }];
  const { placements } = compileWorld({
    ...file,
    providers: [{ ...nimbus!, pools }, homenet!],
  }).world;
  const tailShares = [...placements.shareOfPlacement].slice(7);
  expect(tailShares.length).toBe(3);
  [6 / 11, 3 / 11, 2 / 11].forEach((share, rank) => {
    expect(tailShares[rank]).toBeCloseTo(share, 15);
  });
  expect(placements.isSpreadOfPlacement.some((spread) => spread === 1)).toBe(false);
});

test('each pool with other sites has a long tail of its own', () => {
  const file = tinyWorld();
  const [nimbus, homenet] = file.providers;
  const [dedicated, shared] = nimbus!.pools;
  const pools = [{ ...dedicated!, tail: shared!.tail! }, shared!];
  const { services, placements } = compileWorld({
    ...file,
    providers: [{ ...nimbus!, pools }, homenet!],
  }).world;
  expect(services.ids.slice(5)).toEqual(['nimbus-dedicated-tail', 'nimbus-shared-tail']);
  // Seven placements of named services, then nine of each tail.
  expect([...services.firstPlacementOfService].slice(5)).toEqual([7, 16, 25]);
  for (let p = 7; p < 25; p++) {
    expect(placements.serviceOfPlacement[p]).toBe(p < 16 ? 5 : 6);
    expect(placements.poolOfPlacement[p]).toBe(p < 16 ? 0 : 1);
  }
});

test('a placement has as many addresses as were wanted, or as there are', () => {
  // A /31 has two addresses. A documented one outside of it counts beside them.
  const within = ['198.51.100.64/31'];
  expect(courierAt({ addresses: 2, within }).addresses).toBe(2);
  expect(courierAt({ addresses: 5, within }).addresses).toBe(2);
  expect(courierAt({ addresses: 5, within, known: ['198.51.100.64'] }).addresses).toBe(2);
  expect(courierAt({ addresses: 5, within, known: ['192.0.2.1'] }).addresses).toBe(3);
});

test('documented addresses all count, even if fewer were wanted, and each once', () => {
  const known = ['198.51.100.1', '198.51.100.2', '198.51.100.2'];
  expect(courierAt({ addresses: 1, known }).addresses).toBe(2);
  expect(courierAt({ known: ['198.51.100.1'] }).known).toEqual([0xc6336401]);
  expect(courierAt({}).known).toEqual([]);
});

test('addresses are drawn from the pool, or from the part of it that is documented', () => {
  expect(courierAt({}).drawnFrom).toBe(256);
  // Half of the second prefix lies outside of the pool 198.51.100.0/24.
  expect(courierAt({ within: ['198.51.100.0/28', '198.51.100.0/23'] }).drawnFrom).toBe(256);
  expect(courierAt({ within: ['198.51.100.0/28', '192.0.2.0/24'] }).drawnFrom).toBe(16);
});

test('a placement may have a profile of its own; otherwise it has that of its service', () => {
  expect(courierAt({}).profile).toBe('messenger');
  expect(courierAt({ profile: 'web' }).profile).toBe('web');
});

test('a pool, profile or prefix that there is not is named', () => {
  expect(() => courierAt({ pool: 'cellar' })).toThrow('there is no "cellar"');
  expect(() => courierAt({ profile: 'pigeon' })).toThrow('there is no "pigeon"');
  expect(() => courierAt({ within: ['198.51.100.1/24'] })).toThrow('has host bits set');
});

test('names that clients ask for are kept with their shares', () => {
  const file = tinyWorld();
  const domains = [{ name: 'www.courier.example', share: 0.5 }];
  const [courier, ...others] = file.services;
  const { services } = compileWorld({
    ...file,
    services: [{ ...courier!, domains }, ...others],
  }).world;
  expect(services.domainsOfService).toEqual([domains, [], [], [], [], []]);
});
