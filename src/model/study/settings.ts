// A scenario with some of its values set anew: what one run of a study differs by from the next.
import type { Scenario } from '../run/scenarioSchema.ts';

/** Keys from the root of a scenario to a value, such as stacks, 1, strategies, 0, parameters, prefixLength. */
export type Path = readonly (string | number)[];
export type Value = number | string | boolean;

/** Plain data, so that it can be sent to another thread. */
export interface Setting {
  readonly path: Path;
  readonly value: Value;
}

type Branch = Readonly<Record<string | number, unknown>>;

/**
 * The scenario with the settings made in order. What no path leads to stays the same object, so that
 * a plan of the old scenario serves the new one while the world is untouched. Values are not checked.
 * @throws Error when a path leads to nothing
 */
export function withSettings(scenario: Scenario, settings: readonly Setting[]): Scenario {
  return settings.reduce<unknown>(
    (whole, { path, value }) => withValue(whole, path, value),
    scenario,
  ) as Scenario;
}

function withValue(whole: unknown, [key, ...rest]: Path, value: Value): unknown {
  if (key === undefined) return value;
  const inner = withValue(memberOf(whole, key), rest, value);
  if (Array.isArray(whole)) return whole.with(Number(key), inner);
  return { ...(whole as Branch), [key]: inner };
}

/** The value that a path leads to. @throws Error when it leads to nothing */
export function valueAt(scenario: Scenario, path: Path): unknown {
  return path.reduce<unknown>(memberOf, scenario);
}

function memberOf(whole: unknown, key: string | number): unknown {
  if (typeof whole === 'object' && whole !== null && Object.hasOwn(whole, key)) {
    return (whole as Branch)[key];
  }
  throw new Error(`there is no "${key}" where a setting leads to`);
}

/** The one spelling of a path, in which members of lists go by their ids: stable when a list is reordered. */
export function pathText(scenario: Scenario, path: Path): string {
  let value: unknown = scenario;
  const names = path.map((key) => {
    value = memberOf(value, key);
    const { id } = value as { readonly id?: unknown };
    return typeof key === 'number' && typeof id === 'string' ? id : key;
  });
  return names.join('.');
}
