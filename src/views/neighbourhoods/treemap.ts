// Providers and their pools as rectangles whose areas follow their weights.
import {
  type HierarchyNode,
  type HierarchyRectangularNode,
  hierarchy,
  treemap,
  treemapResquarify,
  treemapSquarify,
} from 'd3-hierarchy';
import { fitCaption, type Measure } from './captions.ts';

export interface ProviderInput {
  readonly provider: number;
  /** The name and its shorter forms. */
  readonly names: readonly string[];
  /** The target's own network: never so small that it could be missed. */
  readonly isTarget: boolean;
  readonly pools: readonly PoolInput[];
}

export interface PoolInput {
  readonly pool: number;
  readonly names: readonly string[];
  readonly weight: number;
}

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** `tile` with its caption strip, `cells` without: the part that stands for the addresses. */
export interface PlacedPool {
  readonly pool: number;
  readonly cells: Rectangle;
  readonly caption: string | undefined;
  /** Drawn larger than to scale, so that it can be seen at all. */
  readonly isEnlarged: boolean;
}

export interface PlacedProvider {
  readonly provider: number;
  readonly tile: Rectangle;
  readonly caption: string | undefined;
  readonly pools: readonly PlacedPool[];
}

export interface TreemapStyle {
  readonly providerGap: number;
  readonly poolGap: number;
  readonly providerStrip: number;
  readonly poolStrip: number;
  /** No provider and no pool gets less than this many square pixels. */
  readonly leastProviderArea: number;
  readonly leastPoolArea: number;
  readonly measureProvider: Measure;
  readonly measurePool: Measure;
}

/**
 * Rounds in which the shares are corrected for the room that gaps and captions take: first with rows
 * that are chosen anew, then within the rows of the last of these, so that the areas settle.
 */
const FREE_ROUNDS = 5;
const SETTLING_ROUNDS = 9;

interface Leaf {
  readonly input: PoolInput;
  /** The area it should have, and the weight that is tried for it. */
  readonly wanted: number;
  readonly isEnlarged: boolean;
  tried: number;
}

interface Branch {
  readonly input: ProviderInput;
  readonly leaves: readonly Leaf[];
}

/** d3's squarified treemap, repeated until what remains inside gaps and captions is to scale. */
export function placeTreemap(
  providers: readonly ProviderInput[],
  width: number,
  height: number,
  style: TreemapStyle,
): PlacedProvider[] {
  const branches = withLeastAreas(providers, 0.86 * width * height, style);
  const data: Node = {
    children: branches.map((branch) => ({
      branch,
      children: branch.leaves.map((leaf) => ({ leaf })),
    })),
  };
  let root = weigh(hierarchy<Node>(data, (node) => node.children as Node[] | undefined));
  let best: PlacedProvider[] = [];
  let leastError = Number.POSITIVE_INFINITY;
  for (let round = 0; round < FREE_ROUNDS + SETTLING_ROUNDS; round++) {
    if (round < FREE_ROUNDS) root = weigh(root).sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
    else root = weigh(root);
    const tile = round < FREE_ROUNDS ? treemapSquarify.ratio(1.1) : treemapResquarify.ratio(1.1);
    const placed = placeOnce(root, wide(tile), width, height, style);
    const error = correct(branches, placed);
    if (error < leastError) {
      leastError = error;
      best = placed;
    }
  }
  return best;
}

interface Node {
  readonly branch?: Branch;
  readonly leaf?: Leaf;
  readonly children?: readonly Node[];
}

function weigh(root: HierarchyNode<Node>): HierarchyNode<Node> {
  return root.sum((node) => node.leaf?.tried ?? 0);
}

/** Weights as areas; what would be too small to see is enlarged to the least area. */
function withLeastAreas(
  providers: readonly ProviderInput[],
  area: number,
  { leastProviderArea, leastPoolArea }: TreemapStyle,
): Branch[] {
  const all = providers.flatMap((one) => one.pools.map((pool) => pool.weight));
  const scale = area / (all.reduce((sum, weight) => sum + weight, 0) || 1);
  return providers.map((input) => {
    const areas = input.pools.map(({ weight }) => Math.max(leastPoolArea, weight * scale));
    const sum = areas.reduce((a, b) => a + b, 0);
    const stretch = Math.max(1, ((input.isTarget ? 2 : 1) * leastProviderArea) / sum);
    const leaves = input.pools.map((pool, index) => {
      const wanted = stretch * (areas[index] as number);
      return { input: pool, wanted, isEnlarged: wanted > pool.weight * scale, tried: wanted };
    });
    return { input, leaves };
  });
}

function placeOnce(
  root: HierarchyNode<Node>,
  tile: Tile,
  width: number,
  height: number,
  style: TreemapStyle,
): PlacedProvider[] {
  const captions = new Map<Branch, string>();
  const placed = treemap<Node>()
    .tile(tile)
    .size([width, height])
    .paddingInner((node) => (node.depth === 0 ? style.providerGap : style.poolGap))
    .paddingTop((node) => {
      const { branch } = node.data;
      if (!branch) return 0;
      const room = node.x1 - node.x0;
      const caption =
        node.y1 - node.y0 > style.providerStrip + LEAST_UNDER_CAPTION
          ? fitCaption(branch.input.names, room, style.measureProvider)
          : undefined;
      if (caption !== undefined) captions.set(branch, caption);
      return caption === undefined ? 0 : style.providerStrip;
    })(root);
  return (placed.children ?? []).map((node) => {
    const branch = node.data.branch as Branch;
    const caption = captions.get(branch);
    // A pool's name says nothing without its provider's.
    const isNamed = branch.leaves.length > 1 && caption !== undefined;
    return {
      provider: branch.input.provider,
      tile: rounded(node),
      caption,
      pools: (node.children ?? []).map((child) => placePool(child, isNamed, style)),
    };
  });

  function placePool(
    node: { data: Node; x0: number; y0: number; x1: number; y1: number },
    isNamed: boolean,
    { poolStrip, measurePool }: TreemapStyle,
  ): PlacedPool {
    const { input, isEnlarged } = node.data.leaf as Leaf;
    const tile = rounded(node);
    const hasRoom = isNamed && tile.height > 2.6 * poolStrip;
    const caption = hasRoom ? fitCaption(input.names, tile.width, measurePool) : undefined;
    const strip = caption === undefined ? 0 : poolStrip;
    const cells = { ...tile, y: tile.y + strip, height: tile.height - strip };
    return { pool: input.pool, cells, caption, isEnlarged };
  }
}

/** A caption is given even to a flat tile, because the next round makes up for its room. */
const LEAST_UNDER_CAPTION = 10;

/** How much wider than high tiles should be: names are wide. */
const WIDE_PROVIDER = 1.35;
const WIDE_POOL = 1.2;

type Tile = (
  node: HierarchyRectangularNode<Node>,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
) => void;

/** Tiles laid out in a space that is compressed from the sides, and then drawn out again. */
function wide(tile: Tile): Tile {
  return (node, x0, y0, x1, y1) => {
    const factor = node.depth === 0 ? WIDE_PROVIDER : WIDE_POOL;
    tile(node, x0 / factor, y0, x1 / factor, y1);
    for (const child of node.children ?? []) {
      child.x0 *= factor;
      child.x1 *= factor;
    }
  };
}

/** Whole pixels, so that edges are crisp. */
function rounded({ x0, y0, x1, y1 }: { x0: number; y0: number; x1: number; y1: number }) {
  const [x, y] = [Math.round(x0), Math.round(y0)];
  return { x, y, width: Math.max(1, Math.round(x1) - x), height: Math.max(1, Math.round(y1) - y) };
}

/** Tries more for what came out too small, less for what came out too large; returns the error. */
function correct(branches: readonly Branch[], placed: readonly PlacedProvider[]): number {
  const areaOfPool = new Map<number, number>();
  let total = 0;
  for (const { pools } of placed) {
    for (const { pool, cells } of pools) {
      areaOfPool.set(pool, cells.width * cells.height);
      total += cells.width * cells.height;
    }
  }
  const leaves = branches.flatMap((branch) => branch.leaves);
  const wanted = leaves.reduce((sum, leaf) => sum + leaf.wanted, 0);
  let error = 0;
  for (const leaf of leaves) {
    const ratio = (leaf.wanted / wanted) * (total / (areaOfPool.get(leaf.input.pool) ?? 1));
    error += leaf.wanted * Math.abs(1 - 1 / ratio);
    leaf.tried *= Math.min(1.6, Math.max(0.6, ratio));
  }
  return error / wanted;
}
