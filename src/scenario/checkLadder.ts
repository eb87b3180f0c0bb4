// The ladder to the block: one step after the other. Its road may begin long before the period.
import { formatMoment } from '../model/index.ts';
import { momentOf } from './moment.ts';
import { at, items, type Place, textOf } from './place.ts';
import type { ProblemList } from './problem.ts';
import { mustName, uniqueIds } from './reference.ts';

/** The moments of the steps by id, in milliseconds since 1970; undefined where one cannot be read. */
export function checkLadder(
  scenario: Place,
  problems: ProblemList,
): ReadonlyMap<string, number | undefined> {
  const steps = items(at(scenario, 'ladder'));
  const ids = uniqueIds(steps, 'step', problems);
  mustName(at(scenario, 'compliesAt'), 'the id of a step of the ladder', ids, problems);
  const moments = new Map<string, number | undefined>();
  let latest = Number.NEGATIVE_INFINITY;
  for (const step of steps) {
    const place = at(step, 'at');
    const moment = momentOf(place, problems);
    const id = textOf(at(step, 'id'));
    if (id !== undefined) moments.set(id, moment);
    if (moment === undefined) continue;
    if (moment < latest) {
      problems.add(
        place,
        `a moment not before ${formatMoment(latest, 0)}, that of the step before`,
      );
    }
    latest = Math.max(latest, moment);
  }
  return moments;
}
