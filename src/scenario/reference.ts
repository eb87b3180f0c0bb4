// Names that must name something.
import { nearestName } from './nearestName.ts';
import { at, items, type Place, textOf } from './place.ts';
import type { ProblemList } from './problem.ts';
import { oneOf } from './schemaWords.ts';

/** Complains when the text at `place` is none of the known names; silent when there is no text. */
export function mustName(
  place: Place,
  what: string,
  known: ReadonlySet<string>,
  problems: ProblemList,
): void {
  const name = textOf(place);
  if (name === undefined || known.has(name)) return;
  problems.add(place, `${what}: ${oneOf([...known])}`, { nearest: () => nearestName(name, known) });
}

/** The ids of some objects; complains of each that stands a second time. */
export function uniqueIds(
  places: readonly Place[],
  what: string,
  problems: ProblemList,
): Set<string> {
  const ids = new Set<string>();
  for (const place of places) {
    const id = textOf(at(place, 'id'));
    if (id === undefined) continue;
    if (ids.has(id)) problems.add(at(place, 'id'), `an id that no other ${what} has`);
    ids.add(id);
  }
  return ids;
}

/** What rounding to seven digits may leave; the model makes up for it when it compiles a world. */
const tolerance = 1e-6;

/** Complains when finite shares do not add up to 1; silent when one of them is no number. */
export function mustAddUp(
  place: Place,
  shares: readonly (number | undefined)[],
  problems: ProblemList,
): void {
  let sum = 0;
  for (const share of shares) {
    if (share === undefined) return;
    sum += share;
  }
  if (Math.abs(sum - 1) <= tolerance) return;
  problems.add(place, 'shares that add up to 1', {
    found: `shares that add up to ${Number(sum.toPrecision(10))}`,
  });
}

/** All values below a place that stand under a key. */
export function everywhere(root: Place, key: string): Place[] {
  const found: Place[] = [];
  const waiting = [root];
  for (let place = waiting.pop(); place; place = waiting.pop()) {
    const { value } = place;
    if (typeof value !== 'object' || value === null) continue;
    const inner = Array.isArray(value)
      ? items(place)
      : Object.keys(value).map((name) => at(place as Place, name));
    for (const one of inner) if (typeof one.value === 'object') waiting.push(one);
    if (!Array.isArray(value) && Object.hasOwn(value, key)) found.push(at(place, key));
  }
  return found.reverse();
}
