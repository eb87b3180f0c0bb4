// Walking the picture with the keyboard: from pool to pool, and inside a pool from prefix to service.
import type { Dot } from './dots.ts';
import { type Arrow, middleOfPrefix, type Thing, tileBeside } from './find.ts';
import type { Layout, PoolTile } from './layout.ts';

/** Where one stands: at a pool, or at one of the things inside it. */
export interface Stand {
  readonly tile: number;
  readonly inside: number | undefined;
}

export const START: Stand = { tile: 0, inside: undefined };

/** The prefixes of a pool and the dots in it, in the order of their addresses. */
export function thingsInside(layout: Layout, dots: readonly Dot[], tile: number): Thing[] {
  const pool = layout.tiles[tile];
  if (!pool) return [];
  const prefixes = [...pool.space.first].map((address, prefix) => ({
    address,
    thing: { kind: 'prefix', tile, prefix } as Thing,
  }));
  const services = dots
    .filter((dot) => dot.pool === pool.pool)
    .map((dot) => ({ address: dot.address, thing: { kind: 'dot', dot } as Thing }));
  // A prefix comes before the services in it, also before one at its very first address.
  return [...prefixes, ...services].sort((a, b) => a.address - b.address).map(({ thing }) => thing);
}

const arrows = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];

/** The next stand after a key; undefined when the key means nothing here. */
export function walk(
  layout: Layout,
  dots: readonly Dot[],
  stand: Stand,
  key: string,
): Stand | undefined {
  const { tile, inside } = stand;
  if (inside === undefined) {
    if (arrows.includes(key)) return { ...stand, tile: tileBeside(layout, tile, key as Arrow) };
    if (key === 'Home') return START;
    if (key === 'End') return { ...stand, tile: layout.tiles.length - 1 };
    return key === 'Enter' ? { tile, inside: 0 } : undefined;
  }
  if (key === 'Escape') return { tile, inside: undefined };
  const last = thingsInside(layout, dots, tile).length - 1;
  const to = (at: number) => ({ tile, inside: Math.max(0, Math.min(last, at)) });
  if (key === 'ArrowRight' || key === 'ArrowDown') return to(inside + 1);
  if (key === 'ArrowLeft' || key === 'ArrowUp') return to(inside - 1);
  if (key === 'PageDown') return to(inside + 10);
  if (key === 'PageUp') return to(inside - 10);
  if (key === 'Home') return to(0);
  return key === 'End' ? to(last) : undefined;
}

export function thingOfStand(
  layout: Layout,
  dots: readonly Dot[],
  stand: Stand,
): Thing | undefined {
  if (!layout.tiles[stand.tile]) return undefined;
  if (stand.inside === undefined) return { kind: 'pool', tile: stand.tile };
  return thingsInside(layout, dots, stand.tile)[stand.inside];
}

/** The point at which a thing is explained. */
export function anchorOf(layout: Layout, thing: Thing): { x: number; y: number } {
  if (thing.kind === 'dot') return thing.dot;
  const tile = layout.tiles[thing.tile] as PoolTile;
  if (thing.kind === 'prefix') return middleOfPrefix(tile, thing.prefix);
  const { x, y, width, height } = tile.cells;
  return { x: x + width / 2, y: y + height / 2 };
}
