// The area that each pool should have, and how far a treemap is from it.

export interface ProviderInput {
  readonly provider: number;
  /** The name and its shorter forms. */
  readonly names: readonly string[];
  /** The target's own network: never so small that it could be missed. */
  readonly isTarget: boolean;
  /** How much the one of its pools that matters most does, 0 … 1. */
  readonly concern: number;
  readonly pools: readonly PoolInput[];
}

export interface PoolInput {
  readonly pool: number;
  readonly names: readonly string[];
  readonly weight: number;
  readonly concern: number;
}

export interface Leaf {
  readonly input: PoolInput;
  /** The area it should have, and the weight that is tried for it. */
  wanted: number;
  readonly isEnlarged: boolean;
  tried: number;
}

export interface Branch {
  readonly input: ProviderInput;
  readonly leaves: readonly Leaf[];
}

/** Room for the target's own network and its name, on any screen. */
const LEAST_TARGET_AREA = 4200;

/** From this concern on a provider gets the room that its name needs. */
const NAMED_CONCERN = 0.04;
const LEAST_NAMED_HEIGHT = 46;
/** Height of a tile whose width just fits its name: tiles seldom come out much wider than high. */
const NAMED_ASPECT = 0.6;

interface LeastAreas {
  readonly leastProviderArea: number;
  readonly leastPoolArea: number;
  readonly measureProvider: (text: string) => number;
}

/** Weights as areas; what would be too small to see is enlarged to the least area. */
export function withLeastAreas(
  providers: readonly ProviderInput[],
  area: number,
  style: LeastAreas,
): Branch[] {
  const { leastPoolArea } = style;
  const all = providers.flatMap((one) => one.pools.map((pool) => pool.weight));
  const scale = area / (all.reduce((sum, weight) => sum + weight, 0) || 1);
  return providers.map((input) => {
    const areas = input.pools.map(({ weight }) => Math.max(leastPoolArea, weight * scale));
    const sum = areas.reduce((a, b) => a + b, 0);
    const least = leastAreaOf(input, style);
    const stretch = Math.max(1, least / sum);
    const leaves = input.pools.map((pool, index) => {
      const wanted = stretch * (areas[index] as number);
      return { input: pool, wanted, isEnlarged: wanted > pool.weight * scale, tried: wanted };
    });
    return { input, leaves };
  });
}

function leastAreaOf(
  { isTarget, concern, names }: ProviderInput,
  { leastProviderArea, measureProvider }: LeastAreas,
): number {
  if (isTarget) return Math.max(LEAST_TARGET_AREA, 1.5 * leastProviderArea);
  if (concern < NAMED_CONCERN) return leastProviderArea;
  const width = measureProvider(names.at(-1) ?? '') + 8;
  return Math.max(leastProviderArea, width * Math.max(LEAST_NAMED_HEIGHT, NAMED_ASPECT * width));
}

/** Gives more room to what matters and found none for its name. */
export function growNameless(branches: readonly Branch[], isNamed: (branch: Branch) => boolean) {
  for (const branch of branches) {
    if (branch.input.concern < NAMED_CONCERN || isNamed(branch)) continue;
    for (const leaf of branch.leaves) leaf.wanted *= 1.15;
  }
}

/** Tries more for what came out too small, less for what came out too large; returns the error. */
export function correct(
  branches: readonly Branch[],
  areaOfPool: ReadonlyMap<number, number>,
): number {
  const total = [...areaOfPool.values()].reduce((sum, area) => sum + area, 0);
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
