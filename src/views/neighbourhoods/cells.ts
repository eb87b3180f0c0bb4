// A pool as a row of addresses cut into cells: address ↔ rank in the pool ↔ cell ↔ place in the grid.
import type { World } from '../../model/index.ts';
import { hilbertCurve } from './hilbert.ts';

/** The registered prefixes of one pool in numeric order, and how many addresses lie before each. */
export interface PoolSpace {
  /** Numbers of the prefixes in the world's columns. */
  readonly ranges: Uint32Array;
  readonly first: Uint32Array;
  readonly last: Uint32Array;
  readonly rankOfFirst: Float64Array;
  readonly addresses: number;
}

/** Cell i lies at place placeOfCell[i] = row · columns + column; cellOfPlace is the way back. */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly placeOfCell: Uint32Array;
  readonly cellOfPlace: Uint32Array;
}

export function spacesOfPools({ pools }: World): PoolSpace[] {
  const rangesOfPool: number[][] = pools.ids.map(() => []);
  pools.poolOfRange.forEach((pool, range) => {
    rangesOfPool[pool]?.push(range);
  });
  return rangesOfPool.map((list) => {
    const ranges = Uint32Array.from(list);
    const first = ranges.map((range) => pools.rangeFirst[range] as number);
    const last = ranges.map((range) => pools.rangeLast[range] as number);
    const rankOfFirst = new Float64Array(ranges.length);
    let addresses = 0;
    for (let i = 0; i < ranges.length; i++) {
      rankOfFirst[i] = addresses;
      addresses += (last[i] as number) - (first[i] as number) + 1;
    }
    return { ranges, first, last, rankOfFirst, addresses };
  });
}

/** Which of the pool's prefixes holds the address; −1 when none does. */
export function prefixOfAddress({ first, last }: PoolSpace, address: number): number {
  const at = lastNotAbove(first, address);
  return at >= 0 && address <= (last[at] as number) ? at : -1;
}

/** How many addresses of the pool lie before this one; −1 when it is not in the pool. */
export function rankOfAddress(space: PoolSpace, address: number): number {
  const at = prefixOfAddress(space, address);
  if (at < 0) return -1;
  return (space.rankOfFirst[at] as number) + address - (space.first[at] as number);
}

export function prefixOfRank(space: PoolSpace, rank: number): number {
  return lastNotAbove(space.rankOfFirst, rank);
}

export function addressOfRank(space: PoolSpace, rank: number): number {
  const at = prefixOfRank(space, rank);
  return (space.first[at] as number) + rank - (space.rankOfFirst[at] as number);
}

/** Cells are as equal as whole addresses allow: each holds ⌊n / cells⌋ or one more. */
export function cellOfRank(rank: number, addresses: number, cells: number): number {
  return Math.floor((rank * cells) / addresses);
}

/** The rank with which a cell begins; the next cell's is where it ends. */
export function firstRankOfCell(cell: number, addresses: number, cells: number): number {
  return Math.ceil((cell * addresses) / cells);
}

/**
 * A grid for a rectangle: cells of about `side` pixels, larger where the pool has fewer addresses
 * than that would give cells, so that no cell is empty. Even sides keep the curve free of diagonals.
 */
export function fitGrid(width: number, height: number, addresses: number, side: number): Grid {
  if (addresses < 4) return gridOf(addresses, 1);
  const roomy = Math.max(side, Math.sqrt((width * height) / addresses));
  let columns = even(width / roomy);
  let rows = even(height / roomy);
  while (columns * rows > addresses) {
    if (columns >= rows && columns > 2) columns -= 2;
    else rows -= 2;
  }
  return gridOf(columns, rows);
}

function even(cells: number): number {
  return Math.max(2, 2 * Math.round(cells / 2));
}

const known = new Map<string, Grid>();
const MOST_KNOWN = 600;

function gridOf(columns: number, rows: number): Grid {
  const key = `${columns}×${rows}`;
  const before = known.get(key);
  if (before) return before;
  const placeOfCell = hilbertCurve(columns, rows);
  const cellOfPlace = new Uint32Array(placeOfCell.length);
  placeOfCell.forEach((place, cell) => {
    cellOfPlace[place] = cell;
  });
  const grid = { columns, rows, placeOfCell, cellOfPlace };
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, grid);
  return grid;
}

/** The place of the last value that is not above `value`; −1 when all are. */
function lastNotAbove(sorted: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
