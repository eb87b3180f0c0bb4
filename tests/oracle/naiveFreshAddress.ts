// Where one who hops finds a fresh address: ranges of its own, then rented pools, while the budget lasts.
import type { Random } from '../../src/model/rng.ts';
import { addressOfRank, type Block, countBlocks, holds, without } from './blocks.ts';
import type { NaiveMover } from './naiveHopping.ts';

/** Its own ranges; then a pool by weight among those with room; address after address from a drawn one on. */
export function freshAddress(
  mover: NaiveMover,
  listed: readonly Block[],
  closed: readonly Block[],
  taken: readonly number[],
  random: Random,
) {
  const poolDraw = random();
  const addressDraw = random();
  const drawIn = (blocks: readonly Block[]) =>
    firstFree(blocks, Math.floor(addressDraw * countBlocks(blocks)), listed, taken);
  const own = drawIn(without(mover.ownRanges, closed));
  if (own !== undefined || mover.budget === 0) return own;
  const open = mover.pools.filter(
    ({ pool }) =>
      without(pool.blocks, closed).length > 0 &&
      firstFree(pool.blocks, 0, listed, taken) !== undefined,
  );
  const weight = open.reduce((sum, one) => sum + one.weight, 0);
  let passed = 0;
  const drawn = open.find((one) => {
    passed += one.weight;
    return poolDraw * weight < passed;
  });
  const pool = (drawn ?? open.at(-1))?.pool;
  if (!pool) return undefined;
  mover.budget--;
  return drawIn(pool.blocks);
}

function firstFree(
  blocks: readonly Block[],
  from: number,
  listed: readonly Block[],
  taken: readonly number[],
): number | undefined {
  const size = countBlocks(blocks);
  for (let i = 0; i < size; ) {
    const address = addressOfRank(blocks, (from + i) % size);
    const over = listed.find((block) => holds(block, address));
    if (!over && !taken.includes(address)) return address;
    if (!over) {
      i++;
      continue;
    }
    // Address after address, but those behind the same listed block in the same pool block at once.
    const end = blocks.find((block) => holds(block, address)) as Block;
    i += Math.min(over.last, end.last) - address + 1;
  }
  return undefined;
}
