// Text that somebody hands us → plain data that is safe to look at.
import { at, entries, items, type Place, showText } from './place.ts';
import type { ProblemList } from './problem.ts';
import { DEEPEST, scanJson } from './scanJson.ts';

/** The largest text that is read: 20 million characters; the shipped world has a sixtieth. */
export const LONGEST_TEXT = 20_000_000;
/** More values than this no scenario has, and complaining of each would take gigabytes. */
const mostValues = 500_000;
/** Keys that JavaScript could take for something else than data. */
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);
/** An id becomes the key of tables, here and in what others make of a file. */
const forbiddenIds = new Set([...forbiddenKeys, ...Object.getOwnPropertyNames(Object.prototype)]);

/**
 * The value of a JSON text; undefined when there is none, with the reason among the problems.
 * @param path where the value belongs in the whole, empty for a file of its own
 */
export function readJson(
  text: string,
  file: string | undefined,
  problems: ProblemList,
): Place | undefined {
  const whole: Place = { value: undefined, path: '', file };
  if (text.length > LONGEST_TEXT) {
    problems.add(whole, `at most ${LONGEST_TEXT} characters`, {
      found: `${text.length} characters`,
    });
    return undefined;
  }
  const clean = text.startsWith('\ufeff') ? text.slice(1) : text;
  const { fault, repeatedKeys } = scanJson(clean);
  for (const path of repeatedKeys) {
    problems.add({ ...whole, path }, 'each key once in an object', { found: 'the same key again' });
  }
  if (fault) {
    const line = clean.split('\n', fault.line)[fault.line - 1] ?? '';
    const rest = line.slice(fault.column - 1, fault.column + 19);
    const found = rest === '' ? 'the end of the line' : showText(rest);
    problems.add(whole, `${fault.expected} at line ${fault.line}, column ${fault.column}`, {
      found,
    });
    return undefined;
  }
  return { ...whole, value: JSON.parse(clean) };
}

/**
 * Finds what no scenario may hold, whatever its shape: numbers beyond what a double holds, keys that
 * and ids that mean something to JavaScript, nesting without end.
 * @returns false when it is not safe to look further
 */
export function refuseHostile(root: Place, problems: ProblemList): boolean {
  const waiting: { place: Place; depth: number }[] = [{ place: root, depth: 0 }];
  let values = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { place, depth } = next;
    if (typeof place.value === 'number' && !Number.isFinite(place.value)) {
      problems.add(place, 'a number below 1e15', { found: 'a number too large to hold' });
    }
    if (typeof place.value !== 'object' || place.value === null) continue;
    values += Array.isArray(place.value) ? place.value.length : Object.keys(place.value).length;
    if (values > mostValues) {
      problems.add({ ...root, path: '' }, `at most ${mostValues} values`, { found: 'more' });
      return false;
    }
    if (depth >= DEEPEST) {
      problems.add(place, `at most ${DEEPEST} levels of nesting`);
      return false;
    }
    const id = at(place, 'id');
    if (typeof id.value === 'string' && forbiddenIds.has(id.value)) {
      problems.add(id, 'another id; this one means something to JavaScript');
    }
    for (const [key, inner] of entries(place)) {
      if (forbiddenKeys.has(key))
        problems.add(inner, 'no such key; it is never part of a scenario', {
          found: `the key ${key}`,
        });
      else waiting.push({ place: inner, depth: depth + 1 });
    }
    for (const inner of items(place)) waiting.push({ place: inner, depth: depth + 1 });
  }
  return true;
}

/** Whether a key may stand in a path that somebody typed. */
export function isForbiddenKey(key: string): boolean {
  return forbiddenKeys.has(key);
}

/** The value at a list of keys. */
export function atKeys(place: Place, keys: readonly (string | number)[]): Place {
  return keys.reduce<Place>((inner, key) => at(inner, key), place);
}
