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

/** Where a place stands in the file as it was written, or why it does not stand there. */
export type Origin = string | { readonly why: string };

/** The origins of places by their paths; what lies below a place comes from below its origin. */
export type Origins = ReadonlyMap<string, Origin>;

/** Undefined where neither the place nor one that it lies in has moved. */
function originIn(places: Origins, path: string): Origin | undefined {
  for (let end = path.length; end > 0; end = lastJoint(path, end)) {
    const origin = places.get(path.slice(0, end));
    if (typeof origin === 'string') return origin + path.slice(end);
    if (origin !== undefined) return origin;
  }
  return undefined;
}

/** Where the last key of a path begins, before a position: `facts[2].title` → 8 → 5 → −1. */
function lastJoint(path: string, end: number): number {
  return Math.max(path.lastIndexOf('.', end - 1), path.lastIndexOf('[', end - 1));
}

/**
 * Gathers problems: one a place, the first that is found there, so that the shape of a value is
 * complained of before what it means. Beyond MOST_PROBLEMS they are only counted.
 */
export class ProblemList {
  readonly #seen = new Set<string>();
  readonly #origins: { readonly file: string | undefined; readonly places: Origins }[] = [];
  readonly listed: Problem[] = [];

  /** How many were found beyond those listed. */
  get more(): number {
    return this.#seen.size - this.listed.length;
  }

  /** How many there are, listed or not. */
  get count(): number {
    return this.#seen.size;
  }

  /** From here on, what is wrong at these places of a file is told where they stand in it. */
  tellAt(file: string | undefined, places: Origins): void {
    this.#origins.push({ file, places });
  }

  /** Back through all that the file has become, the last change first. */
  #originOf(path: string, file: string | undefined): Origin {
    return this.#origins.reduceRight<Origin>((origin, one) => {
      if (typeof origin !== 'string' || one.file !== file) return origin;
      return originIn(one.places, origin) ?? origin;
    }, path);
  }

  /** @param nearest asked only if the problem is listed, since it is slow */
  add(
    { value, path: here, file }: Place,
    expected: string,
    {
      found = showValue(value),
      nearest,
    }: { found?: string; nearest?: () => string | undefined } = {},
  ): void {
    const origin = this.#originOf(here, file);
    const path = typeof origin === 'string' ? origin : here;
    const key = `${file ?? ''}\n${path}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    if (this.listed.length >= MOST_PROBLEMS) return;
    const meant = nearest?.();
    this.listed.push({
      path,
      found:
        typeof origin === 'string' ? found : `${found}, which is not in the file: ${origin.why}`,
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
