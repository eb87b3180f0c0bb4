// A sentence such as "the list hits more than the boxes", and the value of an input at which it turns.
import { bisect } from './bisect.ts';
import type { Input } from './inputs.ts';
import { pointsStudy } from './points.ts';
import type { Setting } from './settings.ts';
import type { Study } from './study.ts';

/** A metric under some settings, such as a stack; or a plain number. */
export type Side =
  | { readonly metric: string; readonly settings: readonly Setting[] }
  | { readonly number: number };

/** Holds while the left side, as a mean over the seeds, is more (or less) than the right one. Plain data. */
export interface Conclusion {
  readonly left: Side;
  readonly relation: '>' | '<';
  readonly right: Side;
}

export interface Flip {
  readonly input: Input;
  readonly holdsAtLow: boolean;
  readonly holdsAtHigh: boolean;
  /** Where the conclusion turns between the mode and an end; the others being at their modes. */
  readonly values: readonly number[];
}

export interface Flips {
  readonly holds: boolean;
  /** Left side minus right side with all inputs at their modes. */
  readonly margin: number;
  /** One an input, in their order. */
  readonly flips: readonly Flip[];
}

/** Narrows a flip to a thousandth of the way from the mode to the end. */
const HALVINGS = 10;

/** Looks at the ends of each input, and where the conclusion differs there, for where it turns. */
export function* flipStudy(
  inputs: readonly Input[],
  conclusion: Conclusion,
  seeds: readonly number[],
): Study<Flips> {
  const holds = (margin: number) => (conclusion.relation === '>' ? margin > 0 : margin < 0);
  const at = ({ path }: Input, value: number) => [{ path, value }];
  const cases = inputs.flatMap((input) => [at(input, input.low), at(input, input.high)]);
  const [margin, ...atEnds] = yield* marginsStudy(conclusion, [[], ...cases], seeds);
  const isHeld = holds(margin!);
  const flips: Flip[] = [];
  for (const [index, input] of inputs.entries()) {
    const [holdsAtLow, holdsAtHigh] = [holds(atEnds[2 * index]!), holds(atEnds[2 * index + 1]!)];
    const marginAt = function* (value: number): Study<number> {
      return (yield* marginsStudy(conclusion, [at(input, value)], seeds))[0]!;
    };
    const values: number[] = [];
    if (holdsAtLow !== isHeld) values.push(yield* turnBetween(input, input.low, marginAt));
    if (holdsAtHigh !== isHeld) values.push(yield* turnBetween(input, input.high, marginAt));
    flips.push({ input, holdsAtLow, holdsAtHigh, values });
  }
  return { holds: isHeld, margin: margin!, flips };
}

function* turnBetween(
  { mode, isWhole }: Input,
  end: number,
  marginAt: (value: number) => Study<number>,
): Study<number> {
  const bracket = { low: Math.min(mode, end), high: Math.max(mode, end), isWhole };
  const turn = yield* bisect(bracket, marginAt, { level: 0, tolerance: 0, halvings: HALVINGS });
  // The conclusion differs at the ends, so the margin crosses 0 or is 0 at one of them.
  if (turn.kind === 'none') throw new Error('the same runs gave two results');
  return turn.at;
}

/** Left side minus right side in each case. */
function* marginsStudy(
  { left, right }: Conclusion,
  cases: readonly (readonly Setting[])[],
  seeds: readonly number[],
): Study<number[]> {
  const [a, b] = [yield* sideStudy(left, cases, seeds), yield* sideStudy(right, cases, seeds)];
  return cases.map((_, index) => a[index]! - b[index]!);
}

function* sideStudy(
  side: Side,
  cases: readonly (readonly Setting[])[],
  seeds: readonly number[],
): Study<number[]> {
  if ('number' in side) return cases.map(() => side.number);
  const own = cases.map((settings) => [...side.settings, ...settings]);
  const points = yield* pointsStudy(own, seeds);
  return points.map(({ means }) => means[side.metric]!);
}
