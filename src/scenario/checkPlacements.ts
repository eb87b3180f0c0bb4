// Does each placement of a service fit into its pool?
import {
  contains,
  countAddresses,
  intersection,
  type PrefixSet,
  parseAddress,
  setOfPrefixes,
} from '../model/index.ts';
import { checkPrefix } from './checkPools.ts';
import { at, items, numberOf, type Place, textOf } from './place.ts';
import type { ProblemList } from './problem.ts';

/** Checks known addresses, `within` and the number of addresses against the pool. */
export function checkPlacement(placement: Place, pool: PrefixSet, problems: ProblemList): void {
  const poolId = textOf(at(placement, 'pool'));
  const known = checkKnown(at(placement, 'known'), pool, `pool ${poolId}`, problems);
  const drawnFrom = checkWithin(at(placement, 'within'), pool, `pool ${poolId}`, problems);
  const place = at(placement, 'addresses');
  const addresses = numberOf(place);
  if (addresses === undefined) return;
  if (known.size > addresses) {
    problems.add(place, `at least ${known.size}, since so many known addresses are given`);
    return;
  }
  const inside = [...known].filter((address) => contains(drawnFrom, address)).length;
  const most = known.size + countAddresses(drawnFrom) - inside;
  if (addresses > most) {
    problems.add(place, `at most ${most}, the addresses that there are to draw from`);
  }
}

function checkKnown(
  list: Place,
  pool: PrefixSet,
  where: string,
  problems: ProblemList,
): Set<number> {
  const known = new Set<number>();
  for (const place of items(list)) {
    const text = textOf(place);
    if (text === undefined) continue;
    const address = parseAddress(text);
    if (address === undefined) problems.add(place, 'an IPv4 address such as 192.0.2.1');
    else if (known.has(address)) problems.add(place, 'each known address once');
    else {
      if (!contains(pool, address)) problems.add(place, `an address in ${where}`);
      known.add(address);
    }
  }
  return known;
}

function checkWithin(
  list: Place,
  pool: PrefixSet,
  where: string,
  problems: ProblemList,
): PrefixSet {
  const prefixes = items(list).flatMap((place) => {
    const prefix = checkPrefix(place, problems);
    if (!prefix) return [];
    const isInside = countAddresses(intersection(pool, setOfPrefixes([prefix]))) > 0;
    if (!isInside) problems.add(place, `a prefix with addresses of ${where}`);
    return [prefix];
  });
  return prefixes.length === 0 ? pool : intersection(pool, setOfPrefixes(prefixes));
}
