// Who registered an address: the prefix that holds it, and all that its provider registered.

import type { Prefix } from '../../net/prefix.ts';
import { firstEndingAtOrAfter } from '../../net/setQueries.ts';
import type { Observables } from '../strategy.ts';

/** The number of the registered prefix that holds the address; undefined where nobody registered it. */
export function rangeAround(
  address: number,
  { rangeFirst, rangeLast }: Observables,
): number | undefined {
  const range = firstEndingAtOrAfter(rangeLast, address);
  return range < rangeLast.length && rangeFirst[range]! <= address ? range : undefined;
}

export function prefixOfRange(range: number, { rangeFirst, rangeLast }: Observables): Prefix {
  return { first: rangeFirst[range]!, last: rangeLast[range]! };
}

/** All prefixes of the provider that registered this one, in numeric order. */
export function prefixesOfProvider(range: number, observables: Observables): Prefix[] {
  const { providerOfRange } = observables;
  const prefixes: Prefix[] = [];
  providerOfRange.forEach((provider, other) => {
    if (provider === providerOfRange[range]) prefixes.push(prefixOfRange(other, observables));
  });
  return prefixes;
}
