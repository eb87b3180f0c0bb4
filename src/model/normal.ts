// The normal distribution: its integral Φ and the inverse, from the four operations and our own exp.
import { exp } from './exp.ts';

const INVERSE_SQRT_2PI = 0.3989422804014327;

/**
 * Φ(z) = P(standard normal ≤ z); absolute error below 1e-15.
 * Near the middle: the Taylor series Φ = ½ + φ · (z + z³/3 + z⁵/(3·5) + …) (Marsaglia 2004).
 * In the tails: Laplace's continued fraction of Mills' ratio, which has no cancellation there.
 */
export function normalCdf(z: number): number {
  if (z > 9) return 1;
  if (z < -38) return 0;
  if (z < -3) return upperTail(-z);
  if (z > 3) return 1 - upperTail(z);
  let term = z;
  let sum = z;
  for (let n = 3; Math.abs(term) > 1e-18; n += 2) {
    term = (term * z * z) / n;
    sum += term;
  }
  return 0.5 + density(z) * sum;
}

function density(z: number): number {
  return INVERSE_SQRT_2PI * exp((-z * z) / 2);
}

/** 1 − Φ(z) for z ≥ 3; 60 levels of the fraction leave an error below 1e-16 of the value. */
function upperTail(z: number): number {
  let fraction = z;
  for (let level = 60; level >= 1; level--) fraction = z + level / fraction;
  return density(z) / fraction;
}

/** z with Φ(z) = p for 0 < p < 1, by bisection to the last bit of a double near |z| ≤ 9. */
export function normalQuantile(p: number): number {
  let low = -9;
  let high = 9;
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (normalCdf(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
