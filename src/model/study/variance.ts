// How much of the spread of a result comes from inputs that nobody knows, and how much from chance.

/** Variances; `input` and `chance` add up to `total`. */
export interface VarianceSplit {
  /** Of the mean over chance, from draw to draw: what better knowledge of the inputs would take away. */
  readonly input: number;
  /** Of the result from seed to seed, inputs being fixed; the mean over draws. */
  readonly chance: number;
  readonly total: number;
}

/**
 * Splits a balanced table, `table[draw][seed]`, in which all draws face the same seeds: a two-way layout
 * of random effects with one value a cell. With m draws and s seeds the expected mean squares are
 *   draws: s·σ²(draw) + σ²(rest),  seeds: m·σ²(seed) + σ²(rest),  rest: σ²(rest);
 * solved for the components (method of moments) and cut off at 0. Chance is σ²(seed) + σ²(rest), since
 * what chance does to one draw and not to another is chance all the same.
 * @throws RangeError with fewer than two draws or seeds: one alone shows no spread
 */
export function splitVariance(table: readonly (readonly number[])[]): VarianceSplit {
  const draws = table.length;
  const seeds = table[0]?.length ?? 0;
  if (draws < 2 || seeds < 2) throw new RangeError('two draws and two seeds at least');
  // Deviations from the first value: a constant table has no variance, to the bit.
  const origin = table[0]![0]!;
  const rows = table.map((row) => row.map((value) => value - origin));
  const ofDraw = rows.map((row) => sum(row) / seeds);
  const ofSeed = rows[0]!.map((_, j) => sum(rows.map((row) => row[j]!)) / draws);
  const mean = sum(ofDraw) / draws;
  const betweenDraws = (seeds * sumOfSquares(ofDraw, mean)) / (draws - 1);
  const betweenSeeds = (draws * sumOfSquares(ofSeed, mean)) / (seeds - 1);
  const residuals = rows.flatMap((row, i) =>
    row.map((value, j) => value - ofDraw[i]! - ofSeed[j]! + mean),
  );
  const rest = sumOfSquares(residuals, 0) / ((draws - 1) * (seeds - 1));
  const input = Math.max(0, (betweenDraws - rest) / seeds);
  const chance = Math.max(0, (betweenSeeds - rest) / draws) + rest;
  return { input, chance, total: input + chance };
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

function sumOfSquares(values: readonly number[], mean: number): number {
  return values.reduce((all, value) => all + (value - mean) * (value - mean), 0);
}
