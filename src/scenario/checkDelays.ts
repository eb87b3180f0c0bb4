// Ticks that are too long for a delay would lose it without a word: then the file is refused.
import { describeParameters, type ParameterDescription } from '../model/index.ts';
import { at, numberOf, type Place } from './place.ts';
import type { ProblemList } from './problem.ts';

/**
 * A delay that is rounded to nothing is not what the file says. What is switched off takes no part, and
 * what takes at least one tick is only as coarse as its ticks.
 */
export function checkDelays(
  entry: Place,
  parameters: Schema,
  tickHours: number | undefined,
  problems: ProblemList,
): void {
  if (tickHours === undefined || at(entry, 'off').value === true) return;
  for (const parameter of delaysOf(parameters)) {
    const { id, roundedToTicks = 1 } = parameter;
    const place = at(at(entry, 'parameters'), id);
    const hours = hoursOf(place, parameter);
    const least = (roundedToTicks / 2) * tickHours;
    if (hours === undefined || hours <= 0 || hours >= least) continue;
    const unit = roundedToTicks === 1 ? 'whole' : 'half';
    problems.add(
      place,
      `0, or at least ${least} h, since it is rounded to ${unit} ticks of ${tickHours} h: shorter ticks, or a longer delay`,
      { found: place.value === undefined ? `nothing, which stands for ${hours}` : `${hours}` },
    );
  }
}

type Schema = Parameters<typeof describeParameters>[0];
const knownDelays = new WeakMap<Schema, readonly ParameterDescription[]>();

/** Asked with every edit of a parameter, for every entry. */
function delaysOf(parameters: Schema): readonly ParameterDescription[] {
  const known = knownDelays.get(parameters);
  if (known) return known;
  const delays = describeParameters(parameters).filter(
    ({ roundedToTicks }) => roundedToTicks !== undefined,
  );
  knownDelays.set(parameters, delays);
  return delays;
}

/** What stands there, or what is meant where nothing does. */
function hoursOf(place: Place, parameter: ParameterDescription): number | undefined {
  if (place.value !== undefined) return numberOf(place);
  return typeof parameter.default === 'number' ? parameter.default : undefined;
}
