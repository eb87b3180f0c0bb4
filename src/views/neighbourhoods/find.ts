// What lies at a point of the picture, and which tile comes next in a direction.
import type { Dot } from './dots.ts';
import type { Layout, PoolTile } from './layout.ts';
import type { Rectangle } from './treemap.ts';

/** A thing that can be pointed at; a prefix is counted among those of its pool. */
export type Thing =
  | { readonly kind: 'pool'; readonly tile: number }
  | { readonly kind: 'prefix'; readonly tile: number; readonly prefix: number }
  | { readonly kind: 'dot'; readonly dot: Dot };

export function thingAt(
  layout: Layout,
  dots: readonly Dot[],
  x: number,
  y: number,
  reach: number,
): Thing | undefined {
  const dot = nearestDot(dots, x, y, reach);
  if (dot) return { kind: 'dot', dot };
  const at = layout.tiles.findIndex(({ cells }) => holds(cells, x, y));
  const tile = layout.tiles[at];
  if (tile) return { kind: 'prefix', tile: at, prefix: prefixAt(layout, tile, x, y) };
  // A caption stands for its pool.
  const caption = layout.tiles.findIndex(
    ({ cells, caption: text }) =>
      text !== undefined && holds({ ...cells, y: cells.y - 14, height: 14 }, x, y),
  );
  return caption < 0 ? undefined : { kind: 'pool', tile: caption };
}

function nearestDot(dots: readonly Dot[], x: number, y: number, reach: number): Dot | undefined {
  let best: Dot | undefined;
  let least = reach * reach;
  for (const dot of dots) {
    const distance = (dot.x - x) ** 2 + (dot.y - y) ** 2;
    // Later dots are drawn on top of earlier ones.
    if (distance <= least) {
      best = dot;
      least = distance;
    }
  }
  return best;
}

function holds({ x: left, y: top, width, height }: Rectangle, x: number, y: number): boolean {
  return left <= x && x < left + width && top <= y && y < top + height;
}

/** The prefix whose patch the point lies in. */
function prefixAt(layout: Layout, { cells, grid, firstCell }: PoolTile, x: number, y: number) {
  const column = Math.floor(((x - cells.x) / cells.width) * grid.columns);
  const row = Math.floor(((y - cells.y) / cells.height) * grid.rows);
  const cell = grid.cellOfPlace[row * grid.columns + column] as number;
  return layout.prefixOfCell[firstCell + cell] as number;
}

/** The outline of a prefix as an SVG path: every edge between one of its cells and another's. */
export function outlineOfPrefix(layout: Layout, tile: PoolTile, prefix: number): string {
  const { cells, grid, space, firstCell } = tile;
  const { columns, rows, cellOfPlace, placeOfCell } = grid;
  const count = placeOfCell.length;
  const isInside = (column: number, row: number) =>
    column >= 0 &&
    row >= 0 &&
    column < columns &&
    row < rows &&
    layout.prefixOfCell[firstCell + (cellOfPlace[row * columns + column] as number)] === prefix;
  const xOf = (column: number) => round(cells.x + (column / columns) * cells.width);
  const yOf = (row: number) => round(cells.y + (row / rows) * cells.height);
  const parts: string[] = [];
  const size = (space.last[prefix] as number) - (space.first[prefix] as number) + 1;
  const from = Math.floor(((space.rankOfFirst[prefix] as number) * count) / space.addresses);
  const to = Math.ceil((((space.rankOfFirst[prefix] as number) + size) * count) / space.addresses);
  for (let cell = Math.max(0, from); cell < Math.min(count, to); cell++) {
    const place = placeOfCell[cell] as number;
    const column = place % columns;
    const row = (place - column) / columns;
    if (!isInside(column, row)) continue;
    const [left, right, top, bottom] = [xOf(column), xOf(column + 1), yOf(row), yOf(row + 1)];
    if (!isInside(column, row - 1)) parts.push(`M${left} ${top}H${right}`);
    if (!isInside(column, row + 1)) parts.push(`M${left} ${bottom}H${right}`);
    if (!isInside(column - 1, row)) parts.push(`M${left} ${top}V${bottom}`);
    if (!isInside(column + 1, row)) parts.push(`M${right} ${top}V${bottom}`);
  }
  return parts.join('');
}

function round(value: number): number {
  return Math.round(2 * value) / 2;
}

/** Where a prefix shows: the middle of the cell that holds its middle address. */
export function middleOfPrefix({ cells, grid, space }: PoolTile, prefix: number) {
  const count = grid.placeOfCell.length;
  const first = space.first[prefix] as number;
  const middle =
    (space.rankOfFirst[prefix] as number) +
    Math.floor(((space.last[prefix] as number) - first) / 2);
  const cell = Math.floor((middle * count) / space.addresses);
  const place = grid.placeOfCell[cell] as number;
  const column = place % grid.columns;
  const row = (place - column) / grid.columns;
  return {
    x: cells.x + ((column + 0.5) / grid.columns) * cells.width,
    y: cells.y + ((row + 0.5) / grid.rows) * cells.height,
  };
}

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

/** The nearest tile in a direction; what lies straight ahead comes before what lies aside. */
export function tileBeside(layout: Layout, from: number, arrow: Arrow): number {
  const start = layout.tiles[from];
  if (!start) return 0;
  const isAcross = arrow === 'ArrowLeft' || arrow === 'ArrowRight';
  const sign = arrow === 'ArrowRight' || arrow === 'ArrowDown' ? 1 : -1;
  let best = from;
  let least = Number.POSITIVE_INFINITY;
  layout.tiles.forEach(({ cells }, at) => {
    const ahead = isAcross
      ? gap(start.cells, cells, 'x', sign)
      : gap(start.cells, cells, 'y', sign);
    if (at === from || ahead < 0) return;
    const aside = isAcross ? apart(start.cells, cells, 'y') : apart(start.cells, cells, 'x');
    const distance = ahead + 3 * aside + 0.01 * farFromMiddle(start.cells, cells);
    if (distance < least) {
      best = at;
      least = distance;
    }
  });
  return best;
}

/** Free room between two rectangles along an axis; negative when `to` does not lie ahead. */
function gap(from: Rectangle, to: Rectangle, axis: 'x' | 'y', sign: number): number {
  const size = axis === 'x' ? 'width' : 'height';
  return sign > 0 ? to[axis] - (from[axis] + from[size]) : from[axis] - (to[axis] + to[size]);
}

/** How far apart two rectangles are along an axis; 0 where they overlap. */
function apart(a: Rectangle, b: Rectangle, axis: 'x' | 'y'): number {
  return Math.max(0, gap(a, b, axis, 1), gap(a, b, axis, -1));
}

function farFromMiddle(a: Rectangle, b: Rectangle): number {
  const dx = a.x + a.width / 2 - b.x - b.width / 2;
  const dy = a.y + a.height / 2 - b.y - b.height / 2;
  return Math.sqrt(dx * dx + dy * dy);
}
