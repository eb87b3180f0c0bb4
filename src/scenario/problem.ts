// What is wrong with a file: where, what was found, what was expected, what may have been meant.
import { isRecord, type Place, showText } from './place.ts';

/** Plain text throughout; whoever shows it must not take it for HTML. */
export interface Problem {
  /** Such as `stacks[0].strategies[1].parameters.prefixLength`; empty for the file as a whole. */
  readonly path: string;
  readonly found: string;
  readonly expected: string;
  /** The known name most like the one found. */
  readonly nearest?: string;
  readonly file?: string;
}

/** More than this nobody reads. */
export const MOST_PROBLEMS = 200;

/**
 * Gathers problems: one a place, the first that is found there, so that the shape of a value is
 * complained of before what it means. Beyond MOST_PROBLEMS they are only counted.
 */
export class ProblemList {
  readonly #seen = new Set<string>();
  readonly listed: Problem[] = [];

  /** How many were found beyond those listed. */
  get more(): number {
    return this.#seen.size - this.listed.length;
  }

  /** How many there are, listed or not. */
  get count(): number {
    return this.#seen.size;
  }

  /** @param nearest asked only if the problem is listed, since it is slow */
  add(
    { value, path, file }: Place,
    expected: string,
    {
      found = showValue(value),
      nearest,
    }: { found?: string; nearest?: () => string | undefined } = {},
  ): void {
    const key = `${file ?? ''}\n${path}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    if (this.listed.length >= MOST_PROBLEMS) return;
    const meant = nearest?.();
    this.listed.push({
      path,
      found,
      expected,
      ...(meant !== undefined && { nearest: meant }),
      ...(file !== undefined && { file }),
    });
  }
}

/** A value in a few words. */
export function showValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return showText(value);
  if (Array.isArray(value))
    return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (isRecord(value)) return showObject(Object.keys(value));
  if (typeof value === 'number' && !Number.isFinite(value)) return 'a number too large to hold';
  return String(value);
}

function showObject(keys: readonly string[]): string {
  if (keys.length === 0) return 'an empty object';
  const shown = keys.slice(0, 4).map((key) => showText(key).slice(1, -1));
  return `an object with ${shown.join(', ')}${keys.length > 4 ? ', …' : ''}`;
}

/** One line for a terminal: `file: path: found …, expected …; nearest: …`. */
export function describeProblem({ file, path, found, expected, nearest }: Problem): string {
  const where = [file, path].filter((part) => part !== undefined && part !== '').join(': ');
  const meant = nearest === undefined ? '' : `; did you mean ${nearest}?`;
  return `${where === '' ? '' : `${where}: `}found ${found}, expected ${expected}${meant}`;
}
