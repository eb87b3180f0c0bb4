// Morris's method: which inputs matter at all, from steps of one input at a time all over their ranges.
// M. D. Morris, Technometrics 33 (1991); μ* after Campolongo, Cariboni and Saltelli (2007).
import type { Streams } from '../rng.ts';
import { meanOf } from './quantiles.ts';

/** Levels 0, ⅓, ⅔ and 1 of the unit cube; a step goes over two of them. */
const LEVELS = 4;
export const MORRIS_STEP = LEVELS / (2 * (LEVELS - 1));

/** A walk through the unit cube: `inputs + 1` places, each differing from the one before in one input. */
export interface Trajectory {
  readonly places: readonly (readonly number[])[];
  /** Which input each step moves. */
  readonly order: readonly number[];
}

export interface ElementaryEffects {
  /** Mean effect; near 0 also when effects of both signs cancel. */
  readonly mean: number;
  /** μ*: mean size of the effect, in units of the result for the whole range of the input. */
  readonly meanSize: number;
  /** σ: 0 when the effect is the same everywhere; large when it hangs on the others or bends. */
  readonly deviation: number;
}

/**
 * Random trajectories. An input's own streams, named by its id and the number of the trajectory, give its
 * first level and its turn, so that one more input shifts none of the others' levels.
 */
export function morrisDesign(
  ids: readonly string[],
  trajectories: number,
  streams: Streams,
): Trajectory[] {
  return Array.from({ length: trajectories }, (_, number) => {
    const chosen = ids.map((id, input) => {
      const random = streams('morris', id, String(number));
      // Half of the levels can be stepped up from, the other half down from.
      const level = Math.floor(random() * LEVELS);
      return { input, level, turn: random() };
    });
    const order = chosen.toSorted((a, b) => a.turn - b.turn).map(({ input }) => input);
    const places = [chosen.map(({ level }) => level / (LEVELS - 1))];
    for (const input of order) places.push(stepOf(places.at(-1)!, input, chosen[input]!.level));
    return { places, order };
  });
}

function stepOf(place: readonly number[], input: number, level: number): number[] {
  const half = LEVELS / 2;
  const moved = (level < half ? level + half : level - half) / (LEVELS - 1);
  return place.map((value, index) => (index === input ? moved : value));
}

/** The effects of each input from the results at the places of each trajectory. */
export function elementaryEffects(
  trajectories: readonly Trajectory[],
  results: readonly (readonly number[])[],
): ElementaryEffects[] {
  const effectsOf: number[][] = (trajectories[0]?.order ?? []).map(() => []);
  trajectories.forEach(({ places, order }, number) => {
    order.forEach((input, step) => {
      const [before, after] = [results[number]![step]!, results[number]![step + 1]!];
      const isUp = places[step + 1]![input]! > places[step]![input]!;
      effectsOf[input]!.push((isUp ? after - before : before - after) / MORRIS_STEP);
    });
  });
  return effectsOf.map(describeEffects);
}

function describeEffects(effects: readonly number[]): ElementaryEffects {
  const mean = meanOf(effects);
  const squares = effects.reduce((sum, effect) => sum + (effect - mean) * (effect - mean), 0);
  return {
    mean,
    meanSize: meanOf(effects.map(Math.abs)),
    deviation: effects.length < 2 ? 0 : Math.sqrt(squares / (effects.length - 1)),
  };
}
