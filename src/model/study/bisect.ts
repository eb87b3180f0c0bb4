// Where a value that rises or falls with a parameter crosses a level: bisection that asks for runs.
import type { Study } from './study.ts';

export interface Bracket {
  readonly low: number;
  readonly high: number;
  readonly isWhole: boolean;
}

export type Crossing =
  /** `isWithin`: the value at `at` is within the tolerance of the level; else it jumps across it there. */
  | {
      readonly kind: 'found';
      readonly at: number;
      readonly value: number;
      readonly isWithin: boolean;
    }
  /** Both ends lie on one side of the level: there is no crossing, if the value is monotone. */
  | { readonly kind: 'none'; readonly atLow: number; readonly atHigh: number };

interface Spot {
  readonly at: number;
  readonly value: number;
}

/**
 * @param valueAt monotone in its argument; if it is not, one of its crossings is found, or none
 * @param tolerance a value as near as this to the level will do
 * @param halvings at most, of a bracket of real numbers: 20 narrow it to a millionth
 */
export function* bisect(
  { low, high, isWhole }: Bracket,
  valueAt: (at: number) => Study<number>,
  { level, tolerance, halvings = 20 }: { level: number; tolerance: number; halvings?: number },
): Study<Crossing> {
  const missOf = ({ value }: Spot) => Math.abs(value - level);
  const found = (spot: Spot): Crossing => ({
    kind: 'found',
    ...spot,
    isWithin: missOf(spot) <= tolerance,
  });
  let left: Spot = { at: low, value: yield* valueAt(low) };
  if (missOf(left) <= tolerance) return found(left);
  let right: Spot = { at: high, value: yield* valueAt(high) };
  if (missOf(right) <= tolerance) return found(right);
  const isBelowAtLow = left.value < level;
  if (isBelowAtLow === right.value < level) {
    return { kind: 'none', atLow: left.value, atHigh: right.value };
  }
  for (let done = 0; isWhole ? right.at - left.at > 1 : done < halvings; done++) {
    const middle = (left.at + right.at) / 2;
    const at = isWhole ? Math.floor(middle) : middle;
    const spot = { at, value: yield* valueAt(at) };
    if (missOf(spot) <= tolerance) return found(spot);
    if (spot.value < level === isBelowAtLow) left = spot;
    else right = spot;
  }
  return found(missOf(left) <= missOf(right) ? left : right);
}
