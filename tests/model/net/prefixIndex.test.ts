import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flattenPrefixes } from '../../../src/model/net/flattenPrefixes.ts';
import { prefixLengthOf } from '../../../src/model/net/prefix.ts';
import { buildPrefixIndex, lookUp, lookUpAll } from '../../../src/model/net/prefixIndex.ts';
import { address, type Interval, prefixInterval } from './arbitrarySets.ts';

const top = 2 ** 32 - 1;

type Entry = readonly [first: number, last: number, value: number];

const indexOf = (entries: readonly Entry[]) =>
  buildPrefixIndex(
    entries.map(([first]) => first),
    entries.map(([, last]) => last),
    entries.map(([, , value]) => value),
  );

/** 10.0.0.0/8 belongs to 1, in it 10.1.0.0/16 to 2, in that 10.1.2.0/24 to 1 again. */
const ten = 10 * 2 ** 24;
const nested: Entry[] = [
  [ten + 2 ** 16 + 512, ten + 2 ** 16 + 767, 1],
  [ten, ten + 2 ** 24 - 1, 1],
  [ten + 2 ** 16, ten + 2 ** 17 - 1, 2],
];

test('the longest prefix wins, and behind it the wider one goes on', () => {
  const index = indexOf(nested);
  const at = (offset: number) => lookUp(index, ten + offset);
  expect([at(-1), at(0), at(2 ** 16 - 1), at(2 ** 16)]).toEqual([-1, 1, 1, 2]);
  expect([at(2 ** 16 + 511), at(2 ** 16 + 512), at(2 ** 16 + 767)]).toEqual([2, 1, 1]);
  expect([at(2 ** 16 + 768), at(2 ** 17 - 1), at(2 ** 17)]).toEqual([2, 2, 1]);
  expect([at(2 ** 24 - 1), at(2 ** 24)]).toEqual([1, -1]);
});

test('nested prefixes lie flat in as few segments as there are changes of owner', () => {
  const { firstOfSegment, valueOfSegment } = indexOf(nested);
  expect([...firstOfSegment]).toEqual([
    0,
    ten,
    ten + 2 ** 16,
    ten + 2 ** 16 + 512,
    ten + 2 ** 16 + 768,
    ten + 2 ** 17,
    ten + 2 ** 24,
  ]);
  expect([...valueOfSegment]).toEqual([-1, 1, 2, 1, 2, 1, -1]);
});

test('nobody owns anything in an empty table', () => {
  const index = indexOf([]);
  expect([0, 2 ** 31, top].map((at) => lookUp(index, at))).toEqual([-1, -1, -1]);
});

test('one owner of the whole space has it to its last address', () => {
  const index = indexOf([[0, top, 7]]);
  expect([0, 2 ** 31 - 1, 2 ** 31, top].map((at) => lookUp(index, at))).toEqual([7, 7, 7, 7]);
  const last = indexOf([
    [0, top, 7],
    [top, top, 8],
  ]);
  expect([top - 1, top].map((at) => lookUp(last, at))).toEqual([7, 8]);
});

test('of two equal prefixes the later entry wins', () => {
  const index = indexOf([
    [0, 255, 4],
    [0, 255, 5],
  ]);
  expect([lookUp(index, 0), lookUp(index, 255), lookUp(index, 256)]).toEqual([5, 5, -1]);
  expect([...index.firstOfSegment]).toEqual([0, 256]);
});

test('adjacent prefixes of one owner become one segment', () => {
  const { firstOfSegment } = indexOf([
    [256, 511, 3],
    [0, 255, 3],
  ]);
  expect([...firstOfSegment]).toEqual([0, 512]);
});

test.each<[string, number[], number[], number[]]>([
  ['an interval that is not one block', [1], [2], [0]],
  ['an address of 2^32', [2 ** 32], [2 ** 32], [0]],
  ['a negative address', [-1], [-1], [0]],
  ['a negative value', [0], [0], [-1]],
  ['half a value', [0], [0], [0.5]],
  ['a value of 2^31', [0], [0], [2 ** 31]],
  ['an entry without an owner', [0, 1], [0, 1], [0]],
  ['an owner without an entry', [0], [0], [0, 1]],
  ['an end without a beginning', [0], [0, 1], [0]],
])('%s is refused', (_, first, last, value) => {
  expect(() => buildPrefixIndex(first, last, value)).toThrow(RangeError);
});

test('room for fewer answers than addresses is refused', () => {
  expect(() => lookUpAll(indexOf([]), new Uint32Array(2), new Int32Array(1))).toThrow(RangeError);
});

const entries = fc.array(
  fc.tuple(prefixInterval, fc.nat(3)).map(([[first, last], value]): Entry => [first, last, value]),
  { maxLength: 40 },
);

test('every look-up is what a linear scan for the longest prefix finds', () => {
  fc.assert(
    fc.property(entries, fc.array(address, { maxLength: 20 }), (table, drawn) => {
      const index = indexOf(table);
      const borders = table.flatMap(([first, last]) => [first - 1, first, last, last + 1]);
      const asked = [...borders, ...drawn].filter((at) => at >= 0 && at <= top);
      const found = new Int32Array(asked.length);
      lookUpAll(index, Uint32Array.from(asked), found);
      asked.forEach((at, i) => {
        expect(found[i]).toBe(scan(table, at));
        expect(lookUp(index, at)).toBe(found[i]);
      });
    }),
    { numRuns: 300 },
  );
});

test('segments cover the space once, in order, and change owner at every border', () => {
  fc.assert(
    fc.property(entries, (table) => {
      const { firstOfSegment, valueOfSegment } = flattenPrefixes(
        Uint32Array.from(table, ([first]) => first),
        Uint32Array.from(table, ([, last]) => last),
        Int32Array.from(table, ([, , value]) => value),
      );
      expect(firstOfSegment[0]).toBe(0);
      for (let s = 1; s < firstOfSegment.length; s++) {
        expect(firstOfSegment[s]).toBeGreaterThan(firstOfSegment[s - 1] as number);
        expect(valueOfSegment[s]).not.toBe(valueOfSegment[s - 1]);
      }
    }),
  );
});

function scan(table: readonly Entry[], at: number): number {
  let longest = -1;
  let owner = -1;
  for (const [first, last, value] of table) {
    const length = lengthOf([first, last]);
    if (first <= at && at <= last && length >= longest) {
      longest = length;
      owner = value;
    }
  }
  return owner;
}

function lengthOf([first, last]: Interval): number {
  return prefixLengthOf(first, last) ?? Number.NaN;
}
