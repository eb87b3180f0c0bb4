// Address blocks as plain objects. Prefixes are nested or apart, so a union is what no other one holds.
import { parsePrefix } from '../../src/model/net/prefix.ts';

export interface Block {
  readonly first: number;
  readonly last: number;
}

export function blockOf(text: string): Block {
  const reading = parsePrefix(text);
  if (!reading.ok) throw new Error(reading.reason);
  return reading.prefix;
}

export const sizeOf = ({ first, last }: Block) => last - first + 1;
export const holds = (block: Block, address: number) =>
  block.first <= address && address <= block.last;
export const isInside = (inner: Block, outer: Block) =>
  outer.first <= inner.first && inner.last <= outer.last;
export const touches = (a: Block, b: Block) => isInside(a, b) || isInside(b, a);

/** The blocks that lie in no other one, each once, in rising order: their sizes add up to the union's. */
export function widest(blocks: readonly Block[]): Block[] {
  const found: Block[] = [];
  for (const block of [...blocks].sort((a, b) => sizeOf(b) - sizeOf(a))) {
    if (!found.some((wider) => isInside(block, wider))) found.push(block);
  }
  return found.sort((a, b) => a.first - b.first);
}

/** What two unions share: of every pair that touches, the smaller one. */
export function common(a: readonly Block[], b: readonly Block[]): Block[] {
  const pairs = a.flatMap((one) =>
    b.filter((other) => touches(one, other)).map((other) => [one, other] as const),
  );
  return widest(pairs.map(([one, other]) => (sizeOf(one) < sizeOf(other) ? one : other)));
}

/** The blocks without others, as intervals in rising order. */
export function without(blocks: readonly Block[], taken: readonly Block[]): Block[] {
  return taken.reduce<Block[]>(
    (left, { first, last }) =>
      left.flatMap((block) =>
        [
          { first: block.first, last: Math.min(block.last, first - 1) },
          { first: Math.max(block.first, last + 1), last: block.last },
        ].filter((part) => part.first <= part.last),
      ),
    [...blocks],
  );
}

/** How many addresses of some blocks lie in one of others. Neither may hold an address twice. */
export function countShared(own: readonly Block[], others: readonly Block[]): number {
  let sum = 0;
  for (const a of own) {
    for (const b of others) {
      sum += Math.max(0, Math.min(a.last, b.last) - Math.max(a.first, b.first) + 1);
    }
  }
  return sum;
}

export function countBlocks(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + sizeOf(block), 0);
}

/** The address of a rank, counting through the blocks. */
export function addressOfRank(blocks: readonly Block[], rank: number): number {
  let left = rank;
  for (const block of blocks) {
    if (left < sizeOf(block)) return block.first + left;
    left -= sizeOf(block);
  }
  throw new Error(`no rank ${rank}`);
}
