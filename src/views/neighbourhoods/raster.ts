// The patches as pixels: which look each pixel takes from its cell, and the colours of the looks.
import type { Layout, PoolTile } from './layout.ts';
import { LEVELS } from './listed.ts';

/** Red, green, blue, 0 … 255. */
export type Colour = readonly [number, number, number];

export interface PatchColours {
  readonly patchA: Colour;
  readonly patchB: Colour;
  readonly listed: Colour;
  readonly listedStrong: Colour;
  readonly paper: Colour;
}

/** Bits of a pixel beside its cell: on the edge of a patch, on a line of the hatching. */
const EDGE = 1;
const HATCH = 2;

export interface Raster {
  readonly layout: Layout;
  /** Device pixels for a CSS pixel. */
  readonly ratio: number;
  readonly width: number;
  readonly height: number;
  /** A tile's rectangle in device pixels, and where its pixels begin in `codes`. */
  readonly tiles: readonly RasterTile[];
  /** Per pixel of each tile, row by row: cell · 4 + bits. */
  readonly codes: Uint32Array;
}

export interface RasterTile {
  readonly tile: PoolTile;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly firstCode: number;
}

export function buildRaster(layout: Layout, ratio: number): Raster {
  const tiles: RasterTile[] = [];
  let pixels = 0;
  for (const tile of layout.tiles) {
    const x = Math.round(tile.cells.x * ratio);
    const y = Math.round(tile.cells.y * ratio);
    const width = Math.round((tile.cells.x + tile.cells.width) * ratio) - x;
    const height = Math.round((tile.cells.y + tile.cells.height) * ratio) - y;
    tiles.push({ tile, x, y, width, height, firstCode: pixels });
    pixels += width * height;
  }
  const codes = new Uint32Array(pixels);
  for (const tile of tiles) codeTile(layout, tile, ratio, codes);
  return {
    layout,
    ratio,
    width: Math.round(layout.width * ratio),
    height: Math.round(layout.height * ratio),
    tiles,
    codes,
  };
}

/** Hatching lines fall from right to left, one in so many CSS pixels. */
const HATCH_PERIOD = 6;

function codeTile(layout: Layout, raster: RasterTile, ratio: number, codes: Uint32Array): void {
  const { tile, width, height, x: left, y: top, firstCode } = raster;
  const { columns, rows, cellOfPlace } = tile.grid;
  const period = Math.max(4, Math.round(HATCH_PERIOD * ratio));
  const line = Math.max(1, Math.round(1.2 * ratio));
  const edge = Math.max(1, Math.round(0.6 * ratio));
  const patchAt = (column: number, row: number) =>
    layout.prefixOfCell[tile.firstCell + (cellOfPlace[row * columns + column] as number)];
  const columnOf = Uint32Array.from({ length: width }, (_, px) =>
    Math.floor(((px + 0.5) * columns) / width),
  );
  const rowOf = Uint32Array.from({ length: height }, (_, py) =>
    Math.floor(((py + 0.5) * rows) / height),
  );
  const beginsColumn = isWithin(columnOf, edge);
  const beginsRow = isWithin(rowOf, edge);
  let at = firstCode;
  for (let py = 0; py < height; py++) {
    const row = rowOf[py] as number;
    for (let px = 0; px < width; px++) {
      const column = columnOf[px] as number;
      const cell = tile.firstCell + (cellOfPlace[row * columns + column] as number);
      let code = cell * 4;
      if ((left + px + top + py) % period < line) code |= HATCH;
      const patch = layout.prefixOfCell[cell];
      if (
        (beginsColumn[px] && column > 0 && patchAt(column - 1, row) !== patch) ||
        (beginsRow[py] && row > 0 && patchAt(column, row - 1) !== patch)
      ) {
        code |= EDGE;
      }
      codes[at++] = code;
    }
  }
}

/** 1 for the first `pixels` pixels of every cell along one side. */
function isWithin(cellOf: Uint32Array, pixels: number): Uint8Array {
  return Uint8Array.from(cellOf, (cell, at) => (cell === cellOf[at - pixels] ? 0 : 1));
}

/** Looks: level of listing · 2 + which of the two greys. Colours are looked up by look · 4 + bits. */
export function looksOfCells(layout: Layout, level: Uint8Array): Uint8Array {
  const looks = new Uint8Array(layout.cells);
  for (let cell = 0; cell < looks.length; cell++) {
    looks[cell] = 2 * (level[cell] as number) + ((layout.prefixOfCell[cell] as number) & 1);
  }
  return looks;
}

/** The colours of all looks as pixels of an ImageData seen as 32-bit words (little endian). */
export function paletteOf(colours: PatchColours): Uint32Array {
  const palette = new Uint32Array((LEVELS + 1) * 8);
  const { patchA, patchB, listed, listedStrong, paper } = colours;
  for (let level = 0; level <= LEVELS; level++) {
    for (let grey = 0; grey < 2; grey++) {
      const share = level === 0 ? 0 : 0.15 + (0.85 * level) / LEVELS;
      const patch = grey === 0 ? patchA : patchB;
      const signal = grey === 0 ? listed : mix(listed, paper, 0.12);
      const base = mix(patch, signal, share);
      const edge = level === 0 ? mix(patch, paper, 0.55) : mix(base, listedStrong, 0.75);
      const hatch = 2 * level >= LEVELS ? mix(base, listedStrong, 0.55) : base;
      const at = (2 * level + grey) * 4;
      palette[at] = word(base);
      palette[at + EDGE] = word(edge);
      palette[at + HATCH] = word(hatch);
      palette[at + EDGE + HATCH] = word(edge);
    }
  }
  return palette;
}

function mix(a: Colour, b: Colour, share: number): Colour {
  const at = (i: 0 | 1 | 2) => Math.round(a[i] + (b[i] - a[i]) * share);
  return [at(0), at(1), at(2)];
}

function word([red, green, blue]: Colour): number {
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

/** Recolours one tile in the pixels of the whole picture. */
export function paintTile(
  raster: Raster,
  { x, y, width, height, firstCode }: RasterTile,
  looks: Uint8Array,
  palette: Uint32Array,
  pixels: Uint32Array,
): void {
  paintRows(
    raster.codes,
    firstCode,
    looks,
    palette,
    pixels,
    y * raster.width + x,
    width,
    height,
    raster.width,
  );
}

function paintRows(
  codes: Uint32Array,
  firstCode: number,
  looks: Uint8Array,
  palette: Uint32Array,
  pixels: Uint32Array,
  start: number,
  width: number,
  height: number,
  stride: number,
): void {
  let at = firstCode;
  for (let row = 0; row < height; row++) {
    let to = start + row * stride;
    for (const end = to + width; to < end; to++) {
      const code = codes[at++] as number;
      pixels[to] = palette[((looks[code >>> 2] as number) << 2) | (code & 3)] as number;
    }
  }
}

/** The tiles of which a cell looks different from before; all where there is no before. */
export function changedTiles(
  { tiles }: Raster,
  before: Uint8Array | undefined,
  looks: Uint8Array,
): RasterTile[] {
  if (before?.length !== looks.length) return [...tiles];
  return tiles.filter(({ tile }) => {
    const end = tile.firstCell + tile.grid.placeOfCell.length;
    for (let cell = tile.firstCell; cell < end; cell++) {
      if (before[cell] !== looks[cell]) return true;
    }
    return false;
  });
}
