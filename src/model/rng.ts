// Chance comes in named streams of one seed: a new draw in one part never shifts another part's.
import alea from 'seedrandom/lib/alea.js';

/** A uniform number in [0, 1); the next call gives the next one. */
export type Random = () => number;

/** Named sub-streams of one seed, such as `stream('placement', 'viber')`. */
export type Streams = (...name: readonly string[]) => Random;

export function streamsOf(seed: number | string): Streams {
  return (...name) => alea([seed, ...name].join('/'));
}

/** A whole number in [0, below); `below` up to 2^32 (alea gives 32 random bits). */
export function randomBelow(random: Random, below: number): number {
  return Math.floor(random() * below);
}

/** A draw from the triangular distribution over low ≤ mode ≤ high, by inversion (only √ is needed). */
export function randomTriangular(
  random: Random,
  { low, mode, high }: { low: number; mode: number; high: number },
): number {
  const u = random();
  const width = high - low;
  if (width === 0) return low;
  const turn = (mode - low) / width;
  return u < turn
    ? low + Math.sqrt(u * width * (mode - low))
    : high - Math.sqrt((1 - u) * width * (high - mode));
}
