// What lies under the pointer, and where the arrow keys lead.
import { describe, expect, test } from 'vitest';
import { bystanderDots, targetDots } from '../../../src/views/neighbourhoods/dots.ts';
import {
  middleOfPrefix,
  outlineOfPrefix,
  thingAt,
  tileBeside,
} from '../../../src/views/neighbourhoods/find.ts';
import { layOut } from '../../../src/views/neighbourhoods/layout.ts';
import {
  START,
  type Stand,
  thingOfStand,
  thingsInside,
  walk,
} from '../../../src/views/neighbourhoods/walk.ts';
import { tinyWorld } from '../../tinyWorld.ts';
import { castOf, tinyRun } from './tinyRun.ts';

const world = tinyWorld();
world.providers[0]!.pools[1]!.prefixes.push('198.51.102.0/25', '198.51.102.128/26');
const run = tinyRun('ledger', world);
const layout = layOut({
  world: run.plan.world,
  mode: 'addresses',
  ...castOf(run),
  isTargetOfService: run.plan.roles.isTargetOfService,
  width: 800,
  height: 500,
  measureProvider: () => 40,
  measurePool: () => 40,
});
const dots = [...bystanderDots(run, layout), ...targetDots(run, layout, 0)];
const shared = layout.tileOfPool[1]!;
const tile = layout.tiles[shared]!;

describe('pointing', () => {
  test('at a dot, or near it, finds it', () => {
    for (const dot of dots) {
      expect(thingAt(layout, dots, dot.x, dot.y, 8)).toEqual({ kind: 'dot', dot });
    }
    const [lone] = dots;
    expect(thingAt(layout, [lone!], lone!.x + 7, lone!.y, 8)).toEqual({ kind: 'dot', dot: lone });
    expect(thingAt(layout, [lone!], lone!.x + 9, lone!.y, 8)?.kind).not.toBe('dot');
  });
  test('at a patch finds its prefix', () => {
    for (const prefix of [0, 1, 2]) {
      const { x, y } = middleOfPrefix(tile, prefix);
      expect(thingAt(layout, [], x, y, 8)).toEqual({ kind: 'prefix', tile: shared, prefix });
    }
  });
  test('at the gap between pools finds nothing', () => {
    expect(thingAt(layout, dots, -5, -5, 8)).toBeUndefined();
  });
});

test('the outlines of a pool’s prefixes go around all of its cells', () => {
  const { grid, space } = tile;
  const edges = (prefix: number) => outlineOfPrefix(layout, tile, prefix).split('M').length - 1;
  const all = space.first.reduce((sum, _, prefix) => sum + edges(prefix), 0);
  // The rim once, and every border between two prefixes once from either side.
  const rim = 2 * (grid.columns + grid.rows);
  expect(all).toBeGreaterThan(rim);
  expect((all - rim) % 2).toBe(0);
});

describe('walking', () => {
  test('goes to the pool that lies in the direction of the arrow, and back', () => {
    layout.tiles.forEach((from, at) => {
      const right = layout.tiles[tileBeside(layout, at, 'ArrowRight')]!;
      if (right !== from) expect(right.cells.x).toBeGreaterThan(from.cells.x);
      const down = layout.tiles[tileBeside(layout, at, 'ArrowDown')]!;
      if (down !== from) expect(down.cells.y).toBeGreaterThan(from.cells.y);
    });
    const reached = new Set([0]);
    for (const at of reached) {
      for (const arrow of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const) {
        reached.add(tileBeside(layout, at, arrow));
      }
    }
    expect(reached.size).toBe(layout.tiles.length);
  });
  test('inside a pool meets its prefixes and services in the order of their addresses', () => {
    const inside = thingsInside(layout, dots, shared).map((thing) =>
      thing.kind === 'dot' ? run.plan.world.services.ids[thing.dot.service] : thing.kind,
    );
    const order = ['prefix', 'courier', 'mapper', 'radio', 'lantern', 'prefix', 'prefix'];
    expect(inside).toEqual(order);
  });
  test('enters with Enter, stays within the pool, and leaves with Escape', () => {
    const start: Stand = { tile: shared, inside: undefined };
    const press = (...keys: string[]) =>
      keys.reduce((stand, key) => walk(layout, dots, stand, key) ?? stand, start);
    expect(press('Enter')).toEqual({ tile: shared, inside: 0 });
    expect(press('Enter', 'ArrowLeft')).toEqual({ tile: shared, inside: 0 });
    expect(press('Enter', 'End', 'ArrowRight')).toEqual({ tile: shared, inside: 6 });
    expect(press('Enter', 'ArrowDown', 'Escape')).toEqual({ tile: shared, inside: undefined });
    expect(walk(layout, dots, START, 'Escape')).toBeUndefined();
    expect(walk(layout, dots, START, 'a')).toBeUndefined();
    expect(thingOfStand(layout, dots, press('Enter', 'ArrowRight'))?.kind).toBe('dot');
  });
});
