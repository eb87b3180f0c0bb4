// The shared world with what a scenario says is different: plain data to plain data, before any check of it.
import { at, isRecord, items, type Place, textOf } from './place.ts';
import type { ProblemList } from './problem.ts';
import { mustName, uniqueIds } from './reference.ts';

const listsById = ['categories', 'protocols', 'profiles', 'providers', 'services'] as const;

/** The world as it stands where there are no changes; complains of services that it does not have. */
export function changeWorld(world: Place, changes: Place, problems: ProblemList): Place {
  if (!isRecord(world.value) || !isRecord(changes.value)) return world;
  const changed: Record<string, unknown> = { ...world.value };
  for (const key of listsById) {
    uniqueIds(items(at(changes, key)), 'entry of these', problems);
    changed[key] = merged(changed[key], changes.value[key]);
  }
  if (isRecord(changes.value.sources) && isRecord(changed.sources)) {
    changed.sources = { ...changed.sources, ...changes.value.sources };
  }
  for (const key of ['networks', 'economy', 'nameShares'] as const) {
    if (changes.value[key] !== undefined) changed[key] = changes.value[key];
  }
  leaveOut(changed, at(changes, 'without'), problems);
  aimAt(changed, at(changes, 'targets'), problems);
  const file = `${world.file ?? 'the world'}, with the changes of the scenario`;
  return { ...world, value: changed, file };
}

/** What has the id of one that was there takes its place; the rest comes after all that was there. */
function merged(old: unknown, added: unknown): unknown {
  if (!Array.isArray(old) || !Array.isArray(added)) return old;
  const idOf = (one: unknown) => (isRecord(one) ? one.id : undefined);
  const byId = new Map(added.map((one) => [idOf(one), one]));
  const known = new Set(old.map(idOf));
  return [
    ...old.map((one) => byId.get(idOf(one)) ?? one),
    ...added.filter((one) => !known.has(idOf(one))),
  ];
}

function leaveOut(world: Record<string, unknown>, without: Place, problems: ProblemList): void {
  const ids = namedServices(world, without, problems);
  if (ids.size === 0 || !Array.isArray(world.services)) return;
  world.services = world.services.filter((one) => !(isRecord(one) && ids.has(one.id)));
}

function aimAt(world: Record<string, unknown>, targets: Place, problems: ProblemList): void {
  const ids = namedServices(world, targets, problems);
  if (ids.size === 0 || !Array.isArray(world.services)) return;
  world.services = world.services.map((one) =>
    isRecord(one) ? { ...one, role: ids.has(one.id) ? 'target' : 'bystander' } : one,
  );
}

/** The services that the ids at a place name; complains of each that names none. */
function namedServices(
  { services }: Record<string, unknown>,
  place: Place,
  problems: ProblemList,
): ReadonlySet<unknown> {
  const known = new Set(
    items({ value: services, path: '' }).flatMap((one) => textOf(at(one, 'id')) ?? []),
  );
  for (const id of items(place)) {
    mustName(id, 'the id of a service of the world', known, problems);
  }
  return new Set(
    items(place)
      .flatMap((one) => textOf(one) ?? [])
      .filter((id) => known.has(id)),
  );
}
