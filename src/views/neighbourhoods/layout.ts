// The picture as shapes: world + area mode + size + drawn pools → tiles, grids, captions. No tick in it.
import type { World } from '../../model/index.ts';
import { captionForms, type Measure } from './captions.ts';
import { fitGrid, type Grid, type PoolSpace, prefixOfRank, spacesOfPools } from './cells.ts';
import { type AreaMode, weightOfPools } from './drawn.ts';
import { servicesOfPools } from './facts.ts';
import type { ProviderInput } from './shares.ts';
import { type PlacedProvider, placeTreemap, type Rectangle, type TreemapStyle } from './treemap.ts';

export interface PoolTile {
  readonly pool: number;
  /** The part that stands for the addresses. */
  readonly cells: Rectangle;
  readonly caption: string | undefined;
  readonly isEnlarged: boolean;
  readonly space: PoolSpace;
  readonly grid: Grid;
  /** Number of its first cell among the cells of all tiles. */
  readonly firstCell: number;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly isSmall: boolean;
  readonly providers: readonly PlacedProvider[];
  readonly tiles: readonly PoolTile[];
  /** Number of a pool's tile, −1 when it is not drawn. */
  readonly tileOfPool: Int32Array;
  readonly cells: number;
  /** Which of its pool's prefixes holds the middle address of a cell: the patch it belongs to. */
  readonly prefixOfCell: Uint32Array;
  readonly quietPools: number;
  readonly enlargedPools: number;
}

export interface LayoutQuestion {
  readonly world: World;
  readonly mode: AreaMode;
  readonly drawn: Uint8Array;
  /** How much each pool matters, 0 … 1: what matters is named before what is large. */
  readonly concern: Float64Array;
  readonly isTargetOfService: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly measureProvider: Measure;
  readonly measurePool: Measure;
}

/** Aimed-at side of a cell in CSS pixels. */
export const CELL_SIDE = 3.5;
/** Below this width the screen is a phone's. */
export const SMALL_WIDTH = 640;

/** What stands above and below the picture on a wide screen: figures, legend, timeline. */
const AROUND_PICTURE = 600;

/**
 * Wide screens get a landscape picture that leaves room for the timeline below it, phones a tall one
 * whose patches can still be told apart.
 */
export function heightFor(width: number, screenHeight: number): number {
  if (width >= 1000) {
    const room = Math.max(0.36 * width, screenHeight - AROUND_PICTURE);
    return Math.round(Math.min(0.52 * width, room));
  }
  if (width >= SMALL_WIDTH) return Math.round(0.78 * width);
  return Math.round(1.45 * width);
}

export function layOut(question: LayoutQuestion): Layout {
  const { world, width, height, drawn } = question;
  const isSmall = width < SMALL_WIDTH;
  const spaces = spacesOfPools(world);
  const providers = placeTreemap(inputs(question), width, height, styleFor(question, isSmall));
  const tileOfPool = new Int32Array(world.pools.ids.length).fill(-1);
  const tiles: PoolTile[] = [];
  let cells = 0;
  for (const placed of providers.flatMap(({ pools }) => pools)) {
    const space = spaces[placed.pool] as PoolSpace;
    const { width: across, height: down } = placed.cells;
    const grid = fitGrid(across, down, space.addresses, CELL_SIDE);
    tileOfPool[placed.pool] = tiles.length;
    tiles.push({ ...placed, space, grid, firstCell: cells });
    cells += grid.placeOfCell.length;
  }
  return {
    width,
    height,
    isSmall,
    providers,
    tiles,
    tileOfPool,
    cells,
    prefixOfCell: patchOfCells(tiles, cells),
    quietPools: drawn.reduce((sum, isDrawn) => sum + 1 - isDrawn, 0),
    enlargedPools: tiles.filter((tile) => tile.isEnlarged).length,
  };
}

function inputs(question: LayoutQuestion): ProviderInput[] {
  const { world, mode, drawn, concern, isTargetOfService } = question;
  const services = servicesOfPools(world);
  const { pools, providers } = world;
  const weights = weightOfPools(world, mode);
  return providers.names
    .map((name, provider) => ({
      provider,
      names: captionForms(name),
      isTarget: isHomeOfTarget(provider),
      concern: pools.ids.reduce(
        (most, _, pool) =>
          pools.providerOfPool[pool] === provider ? Math.max(most, concern[pool] as number) : most,
        0,
      ),
      pools: pools.ids.flatMap((_, pool) =>
        pools.providerOfPool[pool] === provider && drawn[pool]
          ? [
              {
                pool,
                names: captionForms(pools.titles[pool] as string),
                weight: weights[pool] as number,
                concern: concern[pool] as number,
              },
            ]
          : [],
      ),
    }))
    .filter((provider) => provider.pools.length > 0);

  function isHomeOfTarget(provider: number): boolean {
    const here = services.filter((_, pool) => pools.providerOfPool[pool] === provider).flat();
    return here.length > 0 && here.every((service) => isTargetOfService[service] === 1);
  }
}

function styleFor(
  { width, height, measureProvider, measurePool }: LayoutQuestion,
  isSmall: boolean,
): TreemapStyle {
  const area = width * height;
  return {
    providerGap: isSmall ? 6 : 10,
    poolGap: isSmall ? 2 : 3,
    providerStrip: isSmall ? 14 : 18,
    poolStrip: isSmall ? 12 : 14,
    leastProviderArea: Math.min(3300, Math.max(850, area / 190)),
    leastPoolArea: isSmall ? 36 : 80,
    measureProvider,
    measurePool,
  };
}

function patchOfCells(tiles: readonly PoolTile[], cells: number): Uint32Array {
  const prefixOfCell = new Uint32Array(cells);
  for (const { space, grid, firstCell } of tiles) {
    const count = grid.placeOfCell.length;
    for (let cell = 0; cell < count; cell++) {
      const middle = Math.floor(((cell + 0.5) * space.addresses) / count);
      prefixOfCell[firstCell + cell] = prefixOfRank(space, middle);
    }
  }
  return prefixOfCell;
}
