// Where a text stops being JSON, in the same words in every engine; and what JSON.parse would swallow.
import { endOfNumberOrWord, endOfString } from './jsonScalar.ts';
import { joinPath } from './place.ts';

/** Lines and columns count from 1, columns in UTF-16 units. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
  readonly expected: string;
}

export interface JsonScan {
  /** The first place that is not JSON; undefined when all of it is. */
  readonly fault: JsonFault | undefined;
  /** Paths of keys that stand a second time in one object: JSON.parse would keep the last. */
  readonly repeatedKeys: readonly string[];
}

/** Deeper nesting than a scenario could ever need. */
export const DEEPEST = 64;

const wholeText = 'a text that ends with a quote, without line breaks and unknown escapes';

interface Level {
  /** Keys so far; undefined in a list. */
  readonly keys: Set<string> | undefined;
  /** The key or position being read. */
  here: string | number;
}

const pathOf = (levels: readonly Level[]) =>
  levels.reduce((path, { here }) => joinPath(path, here), '');

/** Reads the text once, without recursion. */
export function scanJson(text: string): JsonScan {
  const repeatedKeys: string[] = [];
  const levels: Level[] = [];
  let at = skipBlank(text, 0);
  const fault = (position: number, expected: string): JsonScan => {
    const lines = text.slice(0, position).split('\n');
    const column = (lines.at(-1)?.length ?? 0) + 1;
    return { fault: { line: lines.length, column, expected }, repeatedKeys };
  };
  let wanted: 'value' | 'first item' | 'first key' | 'key' | 'end of item' = 'value';
  for (;;) {
    const level = levels.at(-1);
    const next = text[at];
    if (wanted === 'end of item') {
      if (level === undefined) {
        return next === undefined
          ? { fault: undefined, repeatedKeys }
          : fault(at, 'the end of the text');
      }
      const closing = level.keys ? '}' : ']';
      if (next === closing) levels.pop();
      else if (next !== ',') return fault(at, `"," or "${closing}"`);
      else {
        wanted = level.keys ? 'key' : 'value';
        if (typeof level.here === 'number') level.here++;
      }
      at++;
    } else if (
      (wanted === 'first key' && next === '}') ||
      (wanted === 'first item' && next === ']')
    ) {
      levels.pop();
      wanted = 'end of item';
      at++;
    } else if (wanted === 'first key' || wanted === 'key') {
      if (next !== '"')
        return fault(at, wanted === 'key' ? 'a key in quotes' : 'a key in quotes or "}"');
      const end = endOfString(text, at);
      if (end < 0) return fault(-end, wholeText);
      const key = String(JSON.parse(text.slice(at, end)));
      if (level) {
        level.here = key;
        if (level.keys?.has(key)) repeatedKeys.push(pathOf(levels));
        level.keys?.add(key);
      }
      at = skipBlank(text, end);
      if (text[at] !== ':') return fault(at, '":"');
      at++;
      wanted = 'value';
    } else if (next === '{' || next === '[') {
      if (levels.length >= DEEPEST) return fault(at, `at most ${DEEPEST} levels of nesting`);
      const isList = next === '[';
      levels.push({ keys: isList ? undefined : new Set(), here: isList ? 0 : '' });
      wanted = isList ? 'first item' : 'first key';
      at++;
    } else {
      const isText = next === '"';
      const end = isText ? endOfString(text, at) : endOfNumberOrWord(text, at);
      if (isText && end < 0) return fault(-end, wholeText);
      if (end < 0)
        return fault(-end - 1, 'a value: text in quotes, a number, true, false, null, [ or {');
      at = end;
      wanted = 'end of item';
    }
    at = skipBlank(text, at);
  }
}

function skipBlank(text: string, from: number): number {
  let at = from;
  for (
    let code = text.charCodeAt(at);
    code === 32 || (code >= 9 && code <= 13 && code !== 11 && code !== 12);
  )
    code = text.charCodeAt(++at);
  return at;
}
