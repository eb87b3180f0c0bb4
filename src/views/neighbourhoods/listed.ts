// How much of each cell is listed: one merge sweep over sorted prefixes and listed intervals.
import { firstEndingAtOrAfter, type PrefixSet } from '../../model/index.ts';
import { firstRankOfCell } from './cells.ts';
import type { Layout, PoolTile } from './layout.ts';

/** Steps of shading between not listed and wholly listed. */
export const LEVELS = 8;

/** Listed addresses of every cell of every tile, at firstCell + cell. */
export function listedOfCells({ tiles, cells }: Layout, listed: PrefixSet): Float64Array {
  const listedOfCell = new Float64Array(cells);
  for (const tile of tiles) sweepTile(tile, listed, listedOfCell);
  return listedOfCell;
}

function sweepTile(tile: PoolTile, listed: PrefixSet, listedOfCell: Float64Array): void {
  const { first, last, rankOfFirst } = tile.space;
  const entries = listed.first.length;
  let entry = firstEndingAtOrAfter(listed.last, first[0] as number);
  for (let i = 0; i < first.length && entry < entries; i++) {
    const from = first[i] as number;
    const to = last[i] as number;
    while (entry < entries && (listed.last[entry] as number) < from) entry++;
    // An entry may reach into the next prefix, so it is left only by the line above.
    for (let e = entry; e < entries && (listed.first[e] as number) <= to; e++) {
      const rank = rankOfFirst[i] as number;
      const start = Math.max(from, listed.first[e] as number) - from + rank;
      const end = Math.min(to, listed.last[e] as number) - from + rank + 1;
      spread(tile, start, end, listedOfCell);
    }
  }
}

/** Adds the ranks start … end − 1 to the cells that hold them. */
function spread(
  { space, grid, firstCell }: PoolTile,
  start: number,
  end: number,
  listedOfCell: Float64Array,
): void {
  const cells = grid.placeOfCell.length;
  let at = start;
  for (let cell = Math.floor((start * cells) / space.addresses); at < end; cell++) {
    const next = Math.min(end, firstRankOfCell(cell + 1, space.addresses, cells));
    listedOfCell[firstCell + cell] = (listedOfCell[firstCell + cell] as number) + next - at;
    at = next;
  }
}

/**
 * The shade of every cell, 0 … LEVELS in proportion to its listed share, rounded up: a cell with a
 * single listed address is not the same as one with none.
 */
export function levelOfCells(layout: Layout, listedOfCell: Float64Array): Uint8Array {
  const level = new Uint8Array(layout.cells);
  for (const { space, grid, firstCell } of layout.tiles) {
    const cells = grid.placeOfCell.length;
    for (let cell = 0; cell < cells; cell++) {
      const listed = listedOfCell[firstCell + cell] as number;
      if (listed === 0) continue;
      const held =
        firstRankOfCell(cell + 1, space.addresses, cells) -
        firstRankOfCell(cell, space.addresses, cells);
      level[firstCell + cell] = Math.ceil((LEVELS * listed) / held);
    }
  }
  return level;
}
