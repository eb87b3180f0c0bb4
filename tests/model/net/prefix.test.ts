import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatPrefix,
  isPrefix,
  parsePrefix,
  prefixAround,
  prefixLengthOf,
} from '../../../src/model/net/prefix.ts';
import { address } from './arbitrarySets.ts';

test('a prefix is read as its first and last address', () => {
  expect(parsePrefix('10.0.0.0/8')).toEqual({
    ok: true,
    prefix: { first: 167_772_160, last: 184_549_375 }, // 10·2^24 … 11·2^24 − 1
  });
  expect(parsePrefix('0.0.0.0/0')).toEqual({ ok: true, prefix: { first: 0, last: 2 ** 32 - 1 } });
  expect(parsePrefix('255.255.255.255/32')).toEqual({
    ok: true,
    prefix: { first: 2 ** 32 - 1, last: 2 ** 32 - 1 },
  });
});

test('a bare address is a prefix of one address', () => {
  expect(parsePrefix('0.0.1.0')).toEqual({ ok: true, prefix: { first: 256, last: 256 } });
});

test('host bits are refused with the prefix that was meant', () => {
  expect(parsePrefix('10.0.0.1/8')).toEqual({
    ok: false,
    reason: '10.0.0.1/8 has host bits set; the prefix is 10.0.0.0/8',
    suggestion: '10.0.0.0/8',
  });
  expect(parsePrefix('0.0.0.1/0')).toMatchObject({ suggestion: '0.0.0.0/0' });
  expect(parsePrefix('255.255.255.255/31')).toMatchObject({ suggestion: '255.255.255.254/31' });
});

test.each(['33', '-1', '08', '', '1.5', ' 8', '8 ', '8/8', '1e1', '255.0.0.0'])(
  'the length %j is refused by name',
  (length) => {
    expect(parsePrefix(`10.0.0.0/${length}`)).toEqual({
      ok: false,
      reason: `"${length}" is not a prefix length, 0 to 32`,
    });
  },
);

test('what is no address is named', () => {
  expect(parsePrefix('telegram.org/24')).toEqual({
    ok: false,
    reason: '"telegram.org" is not an IPv4 address',
  });
  expect(parsePrefix('/24')).toEqual({ ok: false, reason: '"" is not an IPv4 address' });
});

test('the prefix around an address holds it and has the size of its length', () => {
  fc.assert(
    fc.property(address, fc.nat(32), (at, length) => {
      const { first, last } = prefixAround(at, length);
      expect(last - first + 1).toBe(2 ** (32 - length));
      expect(first % 2 ** (32 - length)).toBe(0);
      expect(first <= at && at <= last).toBe(true);
      expect(prefixLengthOf(first, last)).toBe(length);
      expect(parsePrefix(formatPrefix(first, last))).toEqual({ ok: true, prefix: { first, last } });
    }),
  );
});

test.each([-1, 33, 8.5, Number.NaN])('there is no prefix of length %d', (length) => {
  expect(() => prefixAround(0, length)).toThrow(RangeError);
});

test.each([
  ['three addresses', 0, 2],
  ['two addresses from an odd one', 1, 2],
  ['a block that starts in its own middle', 2 ** 31 - 2, 2 ** 31 + 1],
  ['the last three addresses', 2 ** 32 - 3, 2 ** 32 - 1],
  ['an interval backwards', 1, 0],
  // Each of these has the low 32 bits of 0.0.1.0/24.
  ['addresses from below 0 on', 256 - 2 ** 32, 511],
  ['addresses up to above 2^32', 256, 511 + 2 ** 32],
  ['addresses from half of one on', 0.5, 1],
])('%s are not one prefix', (_, first, last) => {
  expect(isPrefix(first, last)).toBe(false);
  expect(prefixLengthOf(first, last)).toBeUndefined();
  expect(() => formatPrefix(first, last)).toThrow(RangeError);
});
