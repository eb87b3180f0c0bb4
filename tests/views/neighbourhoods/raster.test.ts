// Pixels take their colour from their cell, and only tiles that changed are painted again.
import { describe, expect, test } from 'vitest';
import { listedAt } from '../../../src/model/index.ts';
import { layOut } from '../../../src/views/neighbourhoods/layout.ts';
import { levelOfCells, listedOfCells } from '../../../src/views/neighbourhoods/listed.ts';
import {
  buildRaster,
  changedTiles,
  looksOfCells,
  paintTile,
  paletteOf,
} from '../../../src/views/neighbourhoods/raster.ts';
import { castOf, tinyRun } from './tinyRun.ts';

const run = tinyRun();
const layout = layOut({
  world: run.plan.world,
  mode: 'addresses',
  ...castOf(run),
  isTargetOfService: run.plan.roles.isTargetOfService,
  width: 600,
  height: 400,
  measureProvider: () => 40,
  measurePool: () => 40,
});
const palette = paletteOf({
  patchA: [200, 200, 200],
  patchB: [220, 220, 220],
  listed: [255, 80, 40],
  listedStrong: [180, 60, 20],
  paper: [255, 255, 255],
});
const looksAt = (tick: number) =>
  looksOfCells(layout, levelOfCells(layout, listedOfCells(layout, listedAt(run.listings, tick))));

describe('the raster', () => {
  test.each([1, 2, 1.5])(
    'covers each tile at %d device pixels a pixel, and nothing else',
    (ratio) => {
      const raster = buildRaster(layout, ratio);
      const pixels = new Uint32Array(raster.width * raster.height);
      for (const tile of raster.tiles) paintTile(raster, tile, looksAt(0), palette, pixels);
      const painted = pixels.reduce((sum, pixel) => sum + (pixel === 0 ? 0 : 1), 0);
      const expected = raster.tiles.reduce((sum, { width, height }) => sum + width * height, 0);
      expect(painted).toBe(expected);
      expect(pixels.every((pixel) => pixel === 0 || pixel >>> 24 === 255)).toBe(true);
    },
  );
  test('shows half of the shared pool in the signal colours when its lower half is listed', () => {
    const raster = buildRaster(layout, 1);
    const tile = raster.tiles[layout.tileOfPool[1]!]!;
    const pixels = new Uint32Array(raster.width * raster.height);
    paintTile(raster, tile, looksAt(40), palette, pixels);
    const red = pixels.filter((pixel) => pixel !== 0 && ((pixel >>> 8) & 255) < 150).length;
    expect(red / (tile.width * tile.height)).toBeCloseTo(0.5, 1);
  });
  test('names the tiles that changed between two ticks', () => {
    const raster = buildRaster(layout, 1);
    const ids = (from: number | undefined, to: number) =>
      changedTiles(raster, from === undefined ? undefined : looksAt(from), looksAt(to)).map(
        ({ tile }) => run.plan.world.pools.ids[tile.pool],
      );
    expect(ids(undefined, 0)).toHaveLength(3);
    expect(ids(0, 5)).toEqual([]);
    expect(ids(5, 12)).toEqual(['nimbus-dedicated']);
    expect(ids(23, 24)).toEqual(['nimbus-shared']);
  });
});
