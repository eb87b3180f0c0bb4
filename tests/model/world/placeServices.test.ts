import { expect, test } from 'vitest';
import { streamsOf } from '../../../src/model/rng.ts';
import { compileWorld } from '../../../src/model/world/compileWorld.ts';
import { addressesOfPlacement, placeServices } from '../../../src/model/world/placeServices.ts';
import type { WorldFile } from '../../../src/model/world/worldSchema.ts';
import { tinyWorld } from '../../tinyWorld.ts';

type Placement = WorldFile['services'][number]['placements'][number];
const assumed = 'for the test';
const pool = 0xc6336400; // 198.51.100.0/24

/** The addresses of courier when it stands in this one place of the tiny world only. */
function courierAt(placement: Partial<Placement>, seed = 1): number[] {
  const file = tinyWorld();
  const [courier, ...others] = file.services;
  const placements = [{ pool: 'nimbus-shared', share: 1, addresses: 1, assumed, ...placement }];
  const { world } = compileWorld({ ...file, services: [{ ...courier!, placements }, ...others] });
  return [...addressesOfPlacement(placeServices(world, streamsOf(seed)), 0)];
}

test('documented addresses are there, whatever the seed', () => {
  const { world } = compileWorld(tinyWorld());
  for (const seed of [1, 2, 3]) {
    const placed = placeServices(world, streamsOf(seed));
    expect([...addressesOfPlacement(placed, 0)]).toEqual([0xc000020a, 0xc0000214]);
    expect([...addressesOfPlacement(placed, 4)]).toEqual([pool + 30]);
    expect([...addressesOfPlacement(placed, 5)]).toEqual([0xcb00711e]);
  }
});

test('the spread part of a long tail has no address of its own; each large site has one', () => {
  const { world } = compileWorld(tinyWorld());
  const placed = placeServices(world, streamsOf(1));
  // 2 + 1 of courier, lantern, mapper, 2 of radio, bank, and 8 large sites.
  expect(placed.address.length).toBe(16);
  for (let site = 7; site < 15; site++) {
    const [address, ...others] = addressesOfPlacement(placed, site);
    expect(others).toEqual([]);
    expect(address! >= pool && address! < pool + 256).toBe(true);
  }
  expect(addressesOfPlacement(placed, 15).length).toBe(0);
});

test('all addresses stand in numeric order, each with the placement that it serves', () => {
  const { world } = compileWorld(tinyWorld());
  const placed = placeServices(world, streamsOf(1));
  expect([...placed.address]).toEqual([...placed.address].sort((a, b) => a - b));
  placed.address.forEach((address, i) => {
    expect(addressesOfPlacement(placed, placed.placementOfAddress[i]!)).toContain(address);
  });
  expect([...placed.placementOfAddress].sort((a, b) => a - b)).toEqual([
    0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14,
  ]);
});

test('drawn addresses are different ones of the documented part, in numeric order', () => {
  const within = ['198.51.100.64/28'];
  const drawn = courierAt({ addresses: 5, within });
  expect(new Set(drawn).size).toBe(5);
  expect(drawn).toEqual([...drawn].sort((a, b) => a - b));
  expect(drawn.every((address) => address >= pool + 64 && address < pool + 80)).toBe(true);
});

test('when as many are wanted as there are, all of them are taken, documented ones within and outside', () => {
  const all = [64, 65, 66, 67].map((host) => pool + host);
  const within = ['198.51.100.64/30'];
  expect(courierAt({ addresses: 4, within })).toEqual(all);
  expect(courierAt({ addresses: 4, within, known: ['198.51.100.66'] })).toEqual(all);
  expect(courierAt({ addresses: 9, within, known: ['198.51.100.66'] })).toEqual(all);
  expect(courierAt({ addresses: 9, within, known: ['192.0.2.1'] })).toEqual([0xc0000201, ...all]);
});

test('documented addresses come first: only the missing ones are drawn', () => {
  const known = ['198.51.100.1', '198.51.100.2'];
  expect(courierAt({ addresses: 2, known })).toEqual([pool + 1, pool + 2]);
  const drawn = courierAt({ addresses: 3, known });
  expect(drawn.length).toBe(3);
  expect(drawn).toEqual(expect.arrayContaining([pool + 1, pool + 2]));
});

test('another seed draws other addresses, and the same seed the same', () => {
  expect(courierAt({ addresses: 8 }, 1)).toEqual(courierAt({ addresses: 8 }, 1));
  expect(courierAt({ addresses: 8 }, 1)).not.toEqual(courierAt({ addresses: 8 }, 2));
});

test('a network applies a list after its own hours', () => {
  const { world } = compileWorld(tinyWorld());
  expect([...placeServices(world, streamsOf(1)).lagHoursOfNetwork]).toEqual([0, 2]);
});
