// Are the prefixes of a world prefixes, and does each address belong to one pool at most?
import { type Prefix, type PrefixSet, parsePrefix, setOfPrefixes } from '../model/index.ts';
import { at, items, type Place, textOf } from './place.ts';
import type { ProblemList } from './problem.ts';

/** Reads the prefix at a place; complains and returns undefined when it is none. */
export function checkPrefix(place: Place, problems: ProblemList): Prefix | undefined {
  const text = textOf(place);
  if (text === undefined) return undefined;
  const reading = parsePrefix(text);
  if (reading.ok) return reading.prefix;
  const { suggestion } = reading;
  const expected =
    suggestion === undefined
      ? 'an IPv4 prefix such as 192.0.2.0/24'
      : 'a prefix without host bits behind its length';
  problems.add(place, expected, { nearest: () => suggestion });
  return undefined;
}

interface Range extends Prefix {
  readonly place: Place;
  readonly pool: string;
}

/** The addresses of each pool by id; without the pools of which a prefix cannot be read. */
export function checkPools(world: Place, problems: ProblemList): Map<string, PrefixSet> {
  const sets = new Map<string, PrefixSet>();
  const ranges: Range[] = [];
  for (const pool of poolsOf(world)) {
    const id = textOf(at(pool, 'id')) ?? '';
    const own: Range[] = [];
    const texts = items(at(pool, 'prefixes'));
    for (const place of texts) {
      const prefix = checkPrefix(place, problems);
      if (prefix) own.push({ ...prefix, place, pool: id });
    }
    if (own.length > 0 && own.length === texts.length) sets.set(id, setOfPrefixes(own));
    for (const range of own) ranges.push(range);
  }
  complainOfOverlaps(ranges, problems);
  return sets;
}

export function poolsOf(world: Place): Place[] {
  return items(at(world, 'providers')).flatMap((provider) => items(at(provider, 'pools')));
}

/** One complaint for each range that begins within an earlier one, wider first. */
function complainOfOverlaps(ranges: readonly Range[], problems: ProblemList): void {
  const sorted = ranges.toSorted((a, b) => a.first - b.first || b.last - a.last);
  let widest: Range | undefined;
  for (const range of sorted) {
    if (widest && range.first <= widest.last) {
      problems.add(
        range.place,
        `a prefix apart from ${textOf(widest.place)} of pool ${widest.pool}`,
      );
    }
    if (!widest || range.last > widest.last) widest = range;
  }
}
