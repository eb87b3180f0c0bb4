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
import {
  type Branch,
  correct,
  growNameless,
  type Leaf,
  type ProviderInput,
  withLeastAreas,
} from './shares.ts';

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

/** How much wider than high tiles should be: names are wide. The pair that leaves the names that matter is taken. */
const SHAPES = [1.35, 1.6, 1.15, 1.9].flatMap((providers) =>
  [1.2, 1.6, 2].map((pools) => ({ providers, pools })),
);
type Shape = (typeof SHAPES)[number];

/** Providers and pools in the shape of tiles that serves names and scale best. */
export function placeTreemap(
  providers: readonly ProviderInput[],
  width: number,
  height: number,
  style: TreemapStyle,
): PlacedProvider[] {
  const tried = SHAPES.map((shape) => {
    const { placed, error } = settle(providers, width, height, style, shape);
    return { placed, badness: namelessness(providers, placed) + 40 * error };
  });
  const [best] = tried.sort((one, other) => one.badness - other.badness);
  return best?.placed ?? [];
}

/** How much is lost by the names that found no room. */
function namelessness(
  providers: readonly ProviderInput[],
  placed: readonly PlacedProvider[],
): number {
  const providerOf = new Map(providers.map((one) => [one.provider, one]));
  let missing = 0;
  for (const { provider, caption, pools } of placed) {
    const input = providerOf.get(provider) as ProviderInput;
    // The target without its name is as bad as half a dozen others.
    if (caption === undefined) missing += input.isTarget ? 6 : 1 + 8 * Math.sqrt(input.concern);
    if (pools.length < 2) continue;
    const concernOf = new Map(input.pools.map(({ pool, concern }) => [pool, concern]));
    for (const pool of pools) {
      if (pool.caption === undefined) missing += 4 * (concernOf.get(pool.pool) as number);
    }
  }
  return missing;
}

/** d3's squarified treemap, repeated until what remains inside gaps and captions is to scale. */
function settle(
  providers: readonly ProviderInput[],
  width: number,
  height: number,
  style: TreemapStyle,
  shape: Shape,
): { placed: PlacedProvider[]; error: number } {
  const branches = withLeastAreas(providers, 0.86 * width * height, style);
  const data: Node = {
    children: branches.map((branch) => ({
      branch,
      children: branch.leaves.map((leaf) => ({ leaf })),
    })),
  };
  let root = hierarchy<Node>(data, (node) => node.children as Node[] | undefined);
  let best: { placed: PlacedProvider[]; error: number } | undefined;
  for (let round = 0; round < FREE_ROUNDS + SETTLING_ROUNDS; round++) {
    const isFree = round < FREE_ROUNDS;
    root = root.sum((node) => node.leaf?.tried ?? 0);
    if (isFree) root = root.sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
    const tile = isFree ? treemapSquarify.ratio(1.1) : treemapResquarify.ratio(1.1);
    const placed = placeOnce(root, wide(tile, shape), width, height, style);
    if (isFree) {
      const named = new Set(placed.filter(({ caption }) => caption).map((one) => one.provider));
      growNameless(branches, ({ input }) => named.has(input.provider));
    }
    const error = correct(branches, areasOf(placed));
    if (!best || error < best.error) best = { placed, error };
  }
  return best ?? { placed: [], error: 0 };
}

function areasOf(placed: readonly PlacedProvider[]): Map<number, number> {
  const pools = placed.flatMap((provider) => provider.pools);
  return new Map(pools.map(({ pool, cells }) => [pool, cells.width * cells.height]));
}

interface Node {
  readonly branch?: Branch;
  readonly leaf?: Leaf;
  readonly children?: readonly Node[];
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

type Tile = (
  node: HierarchyRectangularNode<Node>,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
) => void;

/** Tiles laid out in a space that is compressed from the sides, and then drawn out again. */
function wide(tile: Tile, shape: Shape): Tile {
  return (node, x0, y0, x1, y1) => {
    const factor = node.depth === 0 ? shape.providers : shape.pools;
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
