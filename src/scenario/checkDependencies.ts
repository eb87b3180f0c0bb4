// What services need of each other: does it name others, each once, and never in a circle?
import { orderOfNeed } from '../model/index.ts';
import { at, items, type Place, textOf } from './place.ts';
import type { ProblemList } from './problem.ts';
import { mustName } from './reference.ts';

/** One service that another one needs, and where that is written. */
interface Need {
  readonly id: string;
  readonly place: Place;
}

export function checkDependencies(
  world: Place,
  known: ReadonlySet<string>,
  problems: ProblemList,
): void {
  const services = items(at(world, 'services'));
  const ids = services.map((service) => textOf(at(service, 'id')) ?? '');
  const needs = services.map((service, n) => needsOf(service, ids[n] ?? '', known, problems));
  complainOfCircle(ids, needs, problems);
}

/** The needs of a service that are right by themselves. */
function needsOf(
  service: Place,
  own: string,
  known: ReadonlySet<string>,
  problems: ProblemList,
): Need[] {
  const needs: Need[] = [];
  for (const dependency of items(at(service, 'dependsOn'))) {
    const place = at(dependency, 'service');
    const id = textOf(place);
    if (id === undefined) continue;
    mustName(place, 'the id of a service', known, problems);
    if (id === own) problems.add(place, 'another service than itself');
    else if (needs.some((need) => need.id === id)) {
      problems.add(place, 'a service that it does not need already');
    } else if (known.has(id)) needs.push({ id, place });
  }
  return needs;
}

/** Complains of the first circle there is, where it closes. */
function complainOfCircle(
  ids: readonly string[],
  needs: readonly (readonly Need[])[],
  problems: ProblemList,
): void {
  const numberOfId = new Map(ids.map((id, number) => [id, number]));
  const needed = needs.map((own) => own.map(({ id }) => numberOfId.get(id) as number));
  const { circle } = orderOfNeed(needed);
  if (!circle) return;
  const names = [...circle, circle[0] as number].map((number) => ids[number] ?? '');
  const closing = needs[circle.at(-1) as number]?.find(({ id }) => id === names[0]);
  if (!closing) return;
  problems.add(closing.place, 'services that do not need each other in a circle', {
    found: `the circle ${names.join(' → ')}`,
  });
}
