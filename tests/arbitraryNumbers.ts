// Numbers for property tests that lie all over an interval.
import fc from 'fast-check';

const STEPS = 2 ** 30;

/** The largest number that a stream of chance draws: 32 bits. */
export const BELOW_ONE = 1 - 2 ** -32;

/**
 * Four of five draws are even over min … max. fast-check's own doubles are even over their bits: nine
 * of ten draws from 0 … 1 are below 0.01, most of them below 1e-100. They are one in five here, for
 * the ends of the interval and the smallest numbers.
 */
export function numberBetween(min: number, max: number): fc.Arbitrary<number> {
  const even = fc
    .integer({ min: 0, max: STEPS })
    .map((step) => Math.min(max, min + (max - min) * (step / STEPS)));
  return fc.oneof(
    { weight: 4, arbitrary: even },
    { weight: 1, arbitrary: fc.double({ min, max, noNaN: true }) },
  );
}
