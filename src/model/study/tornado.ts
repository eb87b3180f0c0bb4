// One input at a time: how far a result moves when an input goes to its ends and the others stay put.
import type { Input } from './inputs.ts';
import { pointsStudy } from './points.ts';
import type { Setting } from './settings.ts';
import type { Study } from './study.ts';

export interface TornadoBar {
  readonly input: Input;
  /** The metric, as the mean over the seeds, with the input at its low and at its high end. */
  readonly atLow: number;
  readonly atHigh: number;
}

export interface Tornado {
  /** The metric with all inputs at their modes. */
  readonly atModes: number;
  /** The longest bar first; of equal ones the first input first. */
  readonly bars: readonly TornadoBar[];
}

/** @param settings made before the inputs, such as the choice of a stack */
export function* tornadoStudy(
  inputs: readonly Input[],
  metric: string,
  seeds: readonly number[],
  settings: readonly Setting[] = [],
): Study<Tornado> {
  const at = ({ path }: Input, value: number) => [...settings, { path, value }];
  const cases = inputs.flatMap((input) => [at(input, input.low), at(input, input.high)]);
  const points = yield* pointsStudy([settings, ...cases], seeds);
  const values = points.map(({ means }) => means[metric]!);
  const bars = inputs.map((input, index) => ({
    input,
    atLow: values[1 + 2 * index]!,
    atHigh: values[2 + 2 * index]!,
  }));
  const lengthOf = ({ atLow, atHigh }: TornadoBar) => Math.abs(atHigh - atLow);
  return { atModes: values[0]!, bars: bars.sort((a, b) => lengthOf(b) - lengthOf(a)) };
}
