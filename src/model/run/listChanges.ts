// What entries that come and go change of the addresses that are listed.
import { emptySet, type PrefixSet, setOfPrefixes } from '../net/prefixSet.ts';
import { firstEndingAtOrAfter } from '../net/setQueries.ts';
import type { Listing } from '../strategies/listingLog.ts';
import { type OpenEntries, uncovered } from './openEntries.ts';

/** What the entries added hold that was not listed before. */
export function newlyListed(added: readonly Listing[], old: PrefixSet): PrefixSet {
  if (added.length === 0) return emptySet;
  const put = setOfPrefixes(added);
  const parts: number[] = [];
  for (let i = 0; i < put.first.length; i++) {
    const last = put.last[i]!;
    let from = put.first[i]!;
    let at = firstEndingAtOrAfter(old.last, from);
    for (; at < old.first.length && old.first[at]! <= last; at++) {
      if (from < old.first[at]!) parts.push(from, old.first[at]! - 1);
      from = old.last[at]! + 1;
    }
    if (from <= last) parts.push(from, last);
  }
  return setOfParts(parts);
}

/** What the entries removed held that no open entry of these lists holds. */
export function noLongerListed(
  removed: readonly Listing[],
  open: readonly OpenEntries[],
): PrefixSet {
  if (removed.length === 0) return emptySet;
  const taken = setOfPrefixes(removed);
  let parts: number[] = [];
  for (let i = 0; i < taken.first.length; i++) parts.push(taken.first[i]!, taken.last[i]!);
  for (const one of open) {
    const left: number[] = [];
    for (let i = 0; i < parts.length; i += 2) uncovered(one, parts[i]!, parts[i + 1]!, left);
    parts = left;
  }
  return setOfParts(parts);
}

/** Pairs of ends, sorted and apart, as a set. */
function setOfParts(parts: readonly number[]): PrefixSet {
  const count = parts.length / 2;
  const first = new Uint32Array(count);
  const last = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    first[i] = parts[2 * i]!;
    last[i] = parts[2 * i + 1]!;
  }
  return { first, last };
}
