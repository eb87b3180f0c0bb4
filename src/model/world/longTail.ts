// The unnamed sites of a pool: one service whose demand follows Zipf's law over its sites.
import { log } from '../log.ts';

/** The most visited sites of a pool get an address of their own; the rest lie evenly over the pool. */
export const HEAD_SITES = 8;

const EULER_GAMMA = 0.5772156649015329;

/** 1 + 1/2 + … + 1/n; beyond 256 terms ln n + γ + 1/2n − 1/12n² + 1/120n⁴, of which 1/252n⁶ < 1e-16 is left. */
export function harmonicNumber(n: number): number {
  if (n > 256) {
    const square = n * n;
    const series = 1 / (2 * n) - 1 / (12 * square) + 1 / (120 * square * square);
    return log(n) + EULER_GAMMA + series;
  }
  let sum = 0;
  for (let k = 1; k <= n; k++) sum += 1 / k;
  return sum;
}

/**
 * Shares of the demand by rank under Zipf's law with exponent 1: the head sites one by one, then
 * everything behind them as one last share (0 when there are no more sites).
 */
export function zipfShares(sites: number): number[] {
  const total = harmonicNumber(sites);
  const heads = Math.min(HEAD_SITES, sites);
  const shares = Array.from({ length: heads }, (_, rank) => 1 / ((rank + 1) * total));
  const rest = 1 - shares.reduce((sum, share) => sum + share, 0);
  return [...shares, sites > heads ? rest : 0];
}
