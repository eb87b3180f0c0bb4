// Who stands behind an interval: counted by hand, kept while it is listed whole, counted anew when it is not.
import { expect, test } from 'vitest';
import { setOfPrefixes } from '../../../src/model/net/prefixSet.ts';
import { type Ground, type Stakes, stakeIn } from '../../../src/model/run/stakes.ts';
import { compileWorld } from '../../../src/model/world/compileWorld.ts';
import { tinyWorld } from '../../tinyWorld.ts';
import { prefixOf } from '../strategies/addressBlocklist/keeping.ts';

const { world } = compileWorld(tinyWorld());
const spread = world.placements.isSpreadOfPlacement.indexOf(1);
const tailPool = world.placements.poolOfPlacement[spread]!;

/** Placements 0 and 1 have two addresses and one in 198.51.100.0/25; the tail of the pool lies around them. */
function groundWith(...listed: readonly string[]): Ground {
  const used = [
    ['198.51.100.20', 0],
    ['198.51.100.30', 1],
    ['198.51.100.40', 0],
  ] as const;
  return {
    world,
    address: Uint32Array.from(used, ([text]) => prefixOf(text).first),
    placementOfAddress: Uint32Array.from(used, ([, placement]) => placement),
    spreadPlacementOfPool: Int32Array.from(world.pools.ids, (_, pool) =>
      pool === tailPool ? spread : -1,
    ),
    listed: setOfPrefixes(listed.map(prefixOf)),
  };
}

function counted(stakes: Stakes, ground: Ground, text: string): [number, number][] {
  const { first, last } = prefixOf(text);
  const { placements, addresses } = stakeIn(stakes, ground, first, last);
  return Array.from(placements, (placement, i): [number, number] => [placement, addresses[i]!]);
}

test('a placement counts once, with as many addresses as lie there; a tail with the listed space of its pool', () => {
  expect(counted(new Map(), groundWith('198.51.100.0/25'), '198.51.100.0/26')).toEqual([
    [0, 2],
    [1, 1],
    [spread, 64],
  ]);
});

test('what is listed in part counts in part, and is not kept', () => {
  const stakes: Stakes = new Map();
  const half = groundWith('198.51.100.0/27');
  expect(counted(stakes, half, '198.51.100.0/26')).toEqual([
    [0, 1],
    [1, 1],
    [spread, 32],
  ]);
  expect(stakes.size).toBe(0);
});

test('what is listed whole is kept, and given up as soon as it is not any more', () => {
  const stakes: Stakes = new Map();
  const whole = groundWith('198.51.100.0/25');
  const { first, last } = prefixOf('198.51.100.0/26');
  const kept = stakeIn(stakes, whole, first, last);
  expect(stakeIn(stakes, groundWith('198.51.100.0/24'), first, last)).toBe(kept);
  expect(counted(stakes, groundWith('198.51.100.0/28'), '198.51.100.0/26')).toEqual([[spread, 16]]);
});
