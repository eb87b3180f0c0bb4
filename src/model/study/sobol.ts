// Sobol's indices: the share of the variance of a result that each input brings, alone and with others.
// First order after Saltelli et al. (2010), total after Jansen (1999); Computer Physics Communications 181.
import { type Random, randomBelow, type Streams } from '../rng.ts';
import { meanOf, quantile } from './quantiles.ts';

/** `samples` places A and B in the unit cube, and for each input i the places of A with B's value of i. */
export interface SobolDesign {
  readonly a: readonly (readonly number[])[];
  readonly b: readonly (readonly number[])[];
  readonly mixed: readonly (readonly (readonly number[])[])[];
}

export interface SobolResults {
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly mixed: readonly (readonly number[])[];
}

/** An estimate, with the 5 and 95 % ends of what other samples of the same size would have given. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface SobolIndices {
  /** Of the variance, the share that goes when the input is known: its effect alone. */
  readonly first: Estimate;
  /** Of the variance, the share that stays when all but the input are known: with interactions. */
  readonly total: Estimate;
}

/**
 * Latin hypercube samples: each input takes every one of `samples` equal slices of its range once in A and
 * once in B, in an order from its own streams, so that one more input shifts no other.
 */
export function sobolDesign(
  ids: readonly string[],
  samples: number,
  streams: Streams,
): SobolDesign {
  const columnsOf = (half: string) =>
    ids.map((id) => slicedSample(samples, streams('sobol', id, half)));
  const [columnsA, columnsB] = [columnsOf('a'), columnsOf('b')];
  const rowsOf = (columns: readonly (readonly number[])[]) =>
    Array.from({ length: samples }, (_, row) => columns.map((column) => column[row]!));
  const a = rowsOf(columnsA);
  const mixed = ids.map((_, input) =>
    a.map((place, row) => place.with(input, columnsB[input]![row]!)),
  );
  return { a, b: rowsOf(columnsB), mixed };
}

/** One value in each of `count` slices of 0 … 1, shuffled (Fisher and Yates). */
function slicedSample(count: number, random: Random): number[] {
  const values = Array.from({ length: count }, (_, slice) => (slice + random()) / count);
  for (let last = count - 1; last > 0; last--) {
    const other = randomBelow(random, last + 1);
    [values[last], values[other]] = [values[other]!, values[last]!];
  }
  return values;
}

const RESAMPLES = 200;

/** One pair of indices an input; all 0 when the result never varies. */
export function sobolIndices(results: SobolResults, streams: Streams): SobolIndices[] {
  const rows = results.a.map((_, row) => row);
  const random = streams('sobol', 'resamples');
  const resamples = Array.from({ length: RESAMPLES }, () =>
    rows.map(() => randomBelow(random, rows.length)),
  );
  const estimate = (of: (chosen: readonly number[]) => number): Estimate => {
    const others = resamples.map(of).sort((a, b) => a - b);
    return { value: of(rows), low: quantile(others, 0.05), high: quantile(others, 0.95) };
  };
  return results.mixed.map((mixed) => ({
    first: estimate((chosen) => firstOrder(results, mixed, chosen)),
    total: estimate((chosen) => totalOrder(results, mixed, chosen)),
  }));
}

/** Mean of (f(B) − f̄)(f(A with B's i) − f(A)) over the variance; the mean f̄ only lessens the error. */
function firstOrder({ a, b }: SobolResults, mixed: readonly number[], rows: readonly number[]) {
  const { mean, variance } = momentsOf({ a, b }, rows);
  const sum = rows.reduce((all, row) => all + (b[row]! - mean) * (mixed[row]! - a[row]!), 0);
  return variance === 0 ? 0 : sum / rows.length / variance;
}

/** Half the mean square of f(A) − f(A with B's i) over the variance. */
function totalOrder({ a, b }: SobolResults, mixed: readonly number[], rows: readonly number[]) {
  const { variance } = momentsOf({ a, b }, rows);
  const sum = rows.reduce((all, row) => {
    const change = a[row]! - mixed[row]!;
    return all + change * change;
  }, 0);
  return variance === 0 ? 0 : sum / (2 * rows.length) / variance;
}

function momentsOf({ a, b }: Pick<SobolResults, 'a' | 'b'>, rows: readonly number[]) {
  const values = rows.flatMap((row) => [a[row]!, b[row]!]);
  const mean = meanOf(values);
  return { mean, variance: meanOf(values.map((value) => (value - mean) * (value - mean))) };
}
