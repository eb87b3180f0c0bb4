// Where a text stops being JSON, in the same words in every engine; and what JSON.parse would swallow.
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
      if (end < 0) return fault(-end, 'text that ends with a quote on the same line');
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
      const end = endOfScalar(text, at);
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

/** The position behind a string that begins at `from`; negative: minus the position of its fault. */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) return at + 1;
    if (code < 32) return -at;
    if (code !== 92) continue;
    at++;
    if (text[at] === 'u') {
      if (!/^[\da-f]{4}$/i.test(text.slice(at + 1, at + 5))) return -at;
      at += 4;
    } else if (!'"\\/bfnrt'.includes(text[at] ?? ' ')) return -at;
  }
  return -text.length;
}

/** The position behind a string, number or word; negative: minus one minus the position of its fault. */
function endOfScalar(text: string, from: number): number {
  if (text[from] === '"') {
    const end = endOfString(text, from);
    return end < 0 ? end - 1 : end;
  }
  for (const word of ['true', 'false', 'null'])
    if (text.startsWith(word, from)) return from + word.length;
  let at = text[from] === '-' ? from + 1 : from;
  const digits = () => {
    const start = at;
    while (text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at++;
    return at > start;
  };
  if (text[at] === '0') at++;
  else if (!digits()) return -from - 1;
  if (text[at] === '.') {
    at++;
    if (!digits()) return -at - 1;
  }
  if (text[at] === 'e' || text[at] === 'E') {
    at += text[at + 1] === '+' || text[at + 1] === '-' ? 2 : 1;
    if (!digits()) return -at - 1;
  }
  return at;
}
