// What a short path such as strategies.hunt.prefixLength means in a scenario.
import { type Scenario, scenarioSchema } from '../model/index.ts';
import { nearestName } from './nearestName.ts';
import { at, isRecord, type Place, showText } from './place.ts';
import type { ProblemList } from './problem.ts';
import { isForbiddenKey } from './readJson.ts';
import { knownKeys, oneOf, schemaAt } from './schemaWords.ts';

export type Keys = readonly (string | number)[];

/** Keys of a plug-in's entry that are not among its parameters. */
const entryKeys = new Set([
  'id',
  'technique',
  'title',
  'off',
  'window',
  'networks',
  'regions',
  'parameters',
  'bases',
  'note',
]);

/**
 * The keys from the root to what the path names; undefined, with a problem, when it names nothing.
 * Members of lists go by id or by index: `stacks.adaptive` is `stacks[2]`. Below `strategies`, which
 * means the chosen stack, and `countermeasures`, `parameters` may be left out.
 */
export function resolvePath(
  scenario: Scenario,
  path: string,
  problems: ProblemList,
): Keys | undefined {
  const about: Place = { value: path, path: path.slice(0, 200) };
  if (path.length > 500 || !/^[\w$-]+(?:\.[\w$-]+|\[\d+\])*$/.test(path)) {
    problems.add(about, 'a path such as strategies.hunt.prefixLength or stacks[1].title');
    return undefined;
  }
  const keys: (string | number)[] = [];
  let here: Place = { value: scenario, path: '' };
  for (const name of expand(path.match(/[\w$-]+/g) ?? [], scenario)) {
    const known = knownNames(scenario, keys, here.value);
    const key = keyOf(name, here.value, known, isFree(scenario, keys));
    if (key === undefined) {
      const where = here.path === '' ? '' : ` of ${here.path}`;
      const expected = known.length === 0 ? `no name below ${here.path}` : oneOf(known) + where;
      problems.add(about, expected, {
        found: showText(name),
        nearest: () => nearestName(name, known),
      });
      return undefined;
    }
    keys.push(key);
    here = at(here, key);
  }
  return keys;
}

/** The one full spelling of a path: members of lists by their ids. */
export function fullPath(scenario: Scenario, keys: Keys): string {
  let value: unknown = scenario;
  const names = keys.map((key) => {
    value = (value as Readonly<Record<string | number, unknown>>)[key];
    return typeof key === 'number' && isRecord(value) && typeof value.id === 'string'
      ? value.id
      : key;
  });
  return names.join('.');
}

/** Spells out the short forms. */
function expand(names: readonly string[], scenario: Scenario): readonly string[] {
  const [first = '', plugIn, third, ...rest] = names;
  if (first !== 'strategies' && first !== 'countermeasures') return names;
  const start = first === 'strategies' ? ['stacks', scenario.stack, first] : [first];
  if (plugIn === undefined) return start;
  if (third === undefined) return [...start, plugIn];
  const between = entryKeys.has(third) ? [] : ['parameters'];
  return [...start, plugIn, ...between, third, ...rest];
}

/** Names that lead on from a value: ids of members, keys that the schema or the value has. */
function knownNames(scenario: Scenario, keys: Keys, value: unknown): string[] {
  if (Array.isArray(value)) {
    return value.map((member, index) =>
      isRecord(member) && typeof member.id === 'string' ? member.id : String(index),
    );
  }
  const own = isRecord(value) ? Object.keys(value) : [];
  return [...new Set([...(knownKeys(schemaAt(scenarioSchema, scenario, keys)) ?? []), ...own])];
}

/** Whether new keys may be added there: a table such as `ledgers`. */
function isFree(scenario: Scenario, keys: Keys): boolean {
  const probe = schemaAt(scenarioSchema, scenario, [...keys, 'any']);
  return probe !== undefined && knownKeys(schemaAt(scenarioSchema, scenario, keys)) === undefined;
}

function keyOf(
  name: string,
  value: unknown,
  known: readonly string[],
  isFree: boolean,
): string | number | undefined {
  if (Array.isArray(value)) {
    const byId = known.indexOf(name);
    if (byId >= 0) return byId;
    return /^\d+$/.test(name) && Number(name) < value.length ? Number(name) : undefined;
  }
  if (isForbiddenKey(name)) return undefined;
  return known.includes(name) || isFree ? name : undefined;
}
