import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockSpan, countBlocks, toPrefixes } from '../../../src/model/net/cidrBlocks.ts';
import { formatPrefix, isPrefix } from '../../../src/model/net/prefix.ts';
import { equalSets, setOfPrefixes } from '../../../src/model/net/prefixSet.ts';
import { setOf, smallIntervals, wideIntervals, windowStart } from './arbitrarySets.ts';

const top = 2 ** 32 - 1;

test('the widest block is bounded by alignment and by room', () => {
  expect(blockSpan(0, top)).toBe(top);
  expect(blockSpan(0, top - 1)).toBe(2 ** 31 - 1);
  expect(blockSpan(2 ** 31, top)).toBe(2 ** 31 - 1);
  expect(blockSpan(top, top)).toBe(0);
  expect(blockSpan(4, 100)).toBe(3); // 4 is a multiple of 4, not of 8
  expect(blockSpan(64, 66)).toBe(1); // three addresses hold a block of two
});

test('1 … 14 takes six prefixes', () => {
  const written = toPrefixes(setOf([[1, 14]])).map(({ first, last }) => formatPrefix(first, last));
  expect(written).toEqual([
    '0.0.0.1/32',
    '0.0.0.2/31',
    '0.0.0.4/30',
    '0.0.0.8/30',
    '0.0.0.12/31',
    '0.0.0.14/32',
  ]);
});

test('all addresses but the first and the last take sixty-two prefixes', () => {
  const set = setOf([[1, top - 1]]);
  expect(countBlocks(set.first, set.last)).toBe(62); // lengths 32 … 2 up, 2 … 32 down
  expect(toPrefixes(set)).toHaveLength(62);
});

test('prefixes rebuild the set, and no two neighbours would make one wider prefix', () => {
  const check = (set: ReturnType<typeof setOf>) => {
    const prefixes = toPrefixes(set);
    expect(equalSets(setOfPrefixes(prefixes), set)).toBe(true);
    expect(countBlocks(set.first, set.last)).toBe(prefixes.length);
    prefixes.forEach((prefix, i) => {
      expect(isPrefix(prefix.first, prefix.last)).toBe(true);
      const next = prefixes[i + 1];
      if (next?.first === prefix.last + 1) expect(isPrefix(prefix.first, next.last)).toBe(false);
    });
  };
  fc.assert(fc.property(wideIntervals, (intervals) => check(setOf(intervals))));
  fc.assert(
    fc.property(smallIntervals, windowStart, (intervals, start) => check(setOf(intervals, start))),
  );
});
