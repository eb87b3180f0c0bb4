// The natural logarithm from the four operations and our own exp, so that every engine gives the same bits.
import { exp } from './exp.ts';

/** ln x for x > 0; error below 1e-15 · max(1, |ln x|). Halley's iteration for e^y = x, from a start within a power of two. */
export function log(x: number): number {
  let y = 0;
  for (let rest = x; rest > 2; rest /= 2) y += Math.LN2;
  for (let rest = x; rest < 1; rest *= 2) y -= Math.LN2;
  for (let step = 0; step < 4; step++) {
    const power = exp(y);
    y += (2 * (x - power)) / (x + power);
  }
  return y;
}
