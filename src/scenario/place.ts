// A value and where it stands in a file, so that every complaint can say where.

/** `path` is like `stacks[0].strategies[1].parameters`; empty at the root. */
export interface Place {
  readonly value: unknown;
  readonly path: string;
  /** The file that the value comes from, where there is one. */
  readonly file?: string | undefined;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value under a key; undefined where there is no such thing. Never looks at prototypes. */
export function at({ value, path, file }: Place, key: string | number): Place {
  const found =
    typeof value === 'object' && value !== null && Object.hasOwn(value, key)
      ? (value as Record<string | number, unknown>)[key]
      : undefined;
  return { value: found, path: joinPath(path, key), file };
}

/** The members of a list; none when the value is something else. */
export function items(place: Place): Place[] {
  return Array.isArray(place.value) ? place.value.map((_, index) => at(place, index)) : [];
}

/** The members of an object by key; none when the value is something else. */
export function entries(place: Place): [string, Place][] {
  return isRecord(place.value)
    ? Object.keys(place.value).map((key) => [key, at(place, key)] as [string, Place])
    : [];
}

export function textOf({ value }: Place): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A finite number; undefined for anything else. */
export function numberOf({ value }: Place): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

export function joinPath(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  if (!/^[\w$-]{1,80}$/.test(key)) return `${path}[${showText(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}

const longestShown = 60;
/** What would move the cursor, turn the line round or show as nothing in a terminal or page. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu;

/** A text in quotes, on one line, cut where it gets long, with invisible characters written out. */
export function showText(text: string): string {
  const short = text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
  return JSON.stringify(short).replace(
    invisible,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}
