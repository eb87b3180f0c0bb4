// The global methods on a scenario: places in the unit cube become values of its uncertain inputs.
import type { Streams } from '../rng.ts';
import { atShare } from './draws.ts';
import { type Input, settingsOf } from './inputs.ts';
import { type ElementaryEffects, elementaryEffects, morrisDesign } from './morris.ts';
import { pointsStudy } from './points.ts';
import type { Setting } from './settings.ts';
import { type SobolIndices, sobolDesign, sobolIndices } from './sobol.ts';
import type { Study } from './study.ts';

export interface GlobalSetting {
  /** Id of the metric, of which the mean over the seeds is taken. */
  readonly metric: string;
  readonly seeds: readonly number[];
  /** Of the scenario's own seed: the design does not change with the seeds of the runs. */
  readonly streams: Streams;
  /** Made before the inputs, such as the choice of a stack. */
  readonly settings?: readonly Setting[];
}

/** Elementary effects by input, in their order; `inputs + 1` points a trajectory. */
export function* morrisStudy(
  inputs: readonly Input[],
  trajectories: number,
  about: GlobalSetting,
): Study<ElementaryEffects[]> {
  const ids = inputs.map(({ id }) => id);
  const design = morrisDesign(ids, trajectories, about.streams);
  const values = yield* valuesAt(
    inputs,
    design.flatMap(({ places }) => places),
    about,
  );
  const length = inputs.length + 1;
  const results = design.map((_, index) => values.slice(index * length, (index + 1) * length));
  return elementaryEffects(design, results);
}

/** Sobol's indices by input, in their order; `samples · (inputs + 2)` points. */
export function* sobolStudy(
  inputs: readonly Input[],
  samples: number,
  about: GlobalSetting,
): Study<SobolIndices[]> {
  const ids = inputs.map(({ id }) => id);
  const { a, b, mixed } = sobolDesign(ids, samples, about.streams);
  const values = yield* valuesAt(inputs, [...a, ...b, ...mixed.flat()], about);
  const part = (number: number) => values.slice(number * samples, (number + 1) * samples);
  const results = { a: part(0), b: part(1), mixed: mixed.map((_, index) => part(2 + index)) };
  return sobolIndices(results, about.streams);
}

function* valuesAt(
  inputs: readonly Input[],
  places: readonly (readonly number[])[],
  { metric, seeds, settings = [] }: GlobalSetting,
): Study<number[]> {
  const cases = places.map((place) => {
    const values = inputs.map((input, index) => atShare(input, place[index]!));
    return [...settings, ...settingsOf(inputs, values)];
  });
  const points = yield* pointsStudy(cases, seeds);
  return points.map(({ means }) => means[metric]!);
}
