import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatPrefix, prefixAround } from '../../../src/model/net/prefix.ts';
import { allowList } from '../../../src/model/strategies/allowList.ts';
import {
  boxOf,
  chanceCaught,
  fixed,
  mobile,
  mtproto,
  refusals,
  tls,
  tlsEch,
} from './flowSetting.ts';

// 203.0.113.0/24 is 0xCB007100 … 0xCB0071FF.
const listed = { names: ['bank.example'], prefixes: ['203.0.113.0/24'] };
const inside = 0xcb00_7128;
const outside = 0xcb00_7228;
const denied = (flow: { name: string; address: number; protocol: number }, network = mobile) =>
  chanceCaught(boxOf(allowList, listed), flow, network);

test('passes what shows a listed name or goes to a listed prefix, and nothing else', () => {
  const [name, other] = ['api.bank.example', 'courier.example'];
  expect(denied({ name, address: outside, protocol: tls })).toBe(0);
  expect(denied({ name: other, address: inside, protocol: tls })).toBe(0);
  expect(denied({ name: other, address: outside, protocol: tls })).toBe(1);
  expect(denied({ name: 'mybank.example', address: outside, protocol: tls })).toBe(1);
});

test('what shows no name passes by its address only, also to a listed service', () => {
  for (const protocol of [tlsEch, mtproto]) {
    expect(denied({ name: 'bank.example', address: outside, protocol })).toBe(1);
    expect(denied({ name: 'bank.example', address: inside, protocol })).toBe(0);
  }
});

const label = fc.constantFrom('a', 'b');
const name = fc.array(label, { minLength: 1, maxLength: 3 }).map((labels) => labels.join('.'));
const prefix = fc
  .record({ address: fc.nat({ max: 255 }), length: fc.integer({ min: 24, max: 32 }) })
  .map(({ address, length }) => prefixAround(inside - 0x28 + address, length))
  .map(({ first, last }) => formatPrefix(first, last));
const flow = fc.record({
  name,
  address: fc.nat({ max: 255 }).map((low) => inside - 0x28 + low),
  protocol: fc.constantFrom(tls, tlsEch, mtproto),
});
const list = fc.record({
  names: fc.array(name, { maxLength: 3 }),
  prefixes: fc.array(prefix, { maxLength: 3 }),
});

test('a longer list never denies more', () => {
  fc.assert(
    fc.property(list, list, flow, (short, more, one) => {
      const names = [...short.names, ...more.names];
      const prefixes = [...short.prefixes, ...more.prefixes];
      const byShort = chanceCaught(boxOf(allowList, short), one, mobile);
      const byLong = chanceCaught(boxOf(allowList, { names, prefixes }), one, mobile);
      expect(byLong).toBeLessThanOrEqual(byShort);
    }),
    { numRuns: 500 },
  );
});

test('an empty list denies everything on the networks that it covers: mobile ones unless told otherwise', () => {
  fc.assert(
    fc.property(flow, (one) => {
      const box = boxOf(allowList, {});
      expect(chanceCaught(box, one, mobile)).toBe(1);
      expect(chanceCaught(box, one, fixed)).toBe(0);
    }),
  );
});

test('refuses what is no name, and says where it stands', () => {
  const noName = 'a name such as example.com, without a dot at either end';
  expect(refusals(allowList, { names: ['bank.example', ''] })).toEqual([`names.1: ${noName}`]);
  expect(refusals(allowList, { names: ['.example'] })).toEqual([`names.0: ${noName}`]);
  expect(refusals(allowList, listed)).toEqual([]);
});

test('its parameters have the defaults that a file may leave out', () => {
  expect(allowList.parameters.parse({})).toEqual({
    names: [],
    prefixes: [],
    coverageMobile: 1,
    coverageFixed: 0,
    action: 'drop',
    kilobitsPerSecond: 128,
    kilobytes: 16,
  });
});

test('looks at every flow, at any load', () => {
  expect([0, 1].map((load) => boxOf(allowList, { names: [] }).inspected(load))).toEqual([1, 1]);
});

test('whoever is not listed may be slowed down instead of cut off', () => {
  const { action } = boxOf(allowList, { names: [], action: 'throttle', kilobitsPerSecond: 64 });
  expect(action).toEqual({ kind: 'throttle', kilobitsPerSecond: 64 });
});
