// Prefixes of a world file, which are text, as intervals.
import { type Prefix, parsePrefix } from '../net/prefix.ts';
import { type PrefixSet, setOfPrefixes } from '../net/prefixSet.ts';

/** The set of some prefixes in text form. */
export function setOfTexts(texts: readonly string[]): PrefixSet {
  return setOfPrefixes(texts.map(mustParsePrefix));
}

/** @throws Error with the reason; the scenario check finds wrong prefixes before. */
export function mustParsePrefix(text: string): Prefix {
  const parsed = parsePrefix(text);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.prefix;
}
