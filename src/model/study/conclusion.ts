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
  const marginAt = (settings: readonly Setting[]) => marginStudy(conclusion, settings, seeds);
  const holds = (margin: number) => (conclusion.relation === '>' ? margin > 0 : margin < 0);
  const margin = yield* marginAt([]);
  const flips: Flip[] = [];
  for (const input of inputs) {
    const at = (value: number) => marginAt([{ path: input.path, value }]);
    const holdsAtLow = holds(yield* at(input.low));
    const holdsAtHigh = holds(yield* at(input.high));
    const values: number[] = [];
    for (const [end, holdsThere] of [
      [input.low, holdsAtLow],
      [input.high, holdsAtHigh],
    ] as const) {
      if (holdsThere !== holds(margin)) values.push(yield* turnBetween(input, end, at));
    }
    flips.push({ input, holdsAtLow, holdsAtHigh, values });
  }
  return { holds: holds(margin), margin, flips };
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

function* marginStudy(
  { left, right }: Conclusion,
  settings: readonly Setting[],
  seeds: readonly number[],
): Study<number> {
  const sides = [left, right];
  const cases = sides.flatMap((side) =>
    'metric' in side ? [[...side.settings, ...settings]] : [],
  );
  const points = yield* pointsStudy(cases, seeds);
  const [a, b] = sides.map((side) =>
    'metric' in side ? points.shift()!.means[side.metric]! : side.number,
  );
  return a! - b!;
}
