// Values of uncertain inputs, drawn so that two scenarios, or two stacks of one, face the same draws.
import { randomTriangular, streamsOf } from '../rng.ts';
import type { Input } from './inputs.ts';

/**
 * The value of an input in draw number `draw`, from the stream (parameter, its path, the number): one
 * more uncertain input shifts no other, and neither does one more draw.
 * @param seed the seed of the scenario, not that of the run
 * @param attempt 1, 2, …: the next values of the same stream
 */
export function drawOf(input: Input, draw: number, seed: number, attempt = 0): number {
  const random = streamsOf(seed)('parameter', input.id, String(draw));
  for (let skipped = 0; skipped < attempt; skipped++) random();
  return atShare(input, random());
}

/** The value below which an input lies with probability `share`, 0 … 1; the ends at 0 and 1. */
export function atShare(input: Input, share: number): number {
  const value = randomTriangular(() => share, input);
  return input.isWhole ? Math.round(value) : value;
}
