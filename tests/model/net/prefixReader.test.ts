// The fast road has to take every well-formed line by itself, or a long list is read at a tenth of the speed.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatPrefix, prefixAround } from '../../../src/model/net/prefix.ts';
import { padding, readLines } from '../../../src/model/net/prefixReader.ts';
import { address } from './arbitrarySets.ts';

/** Where the reader stops in a text, and the intervals that it read before. */
function read(text: string) {
  const encoded = new TextEncoder().encode(text);
  const bytes = new Uint8Array(encoded.length + padding).fill(10);
  bytes.set(encoded);
  const room = text.split('\n').length;
  const [first, last] = [new Uint32Array(room), new Uint32Array(room)];
  const cursor = { at: 0, entries: 0 };
  readLines(bytes, encoded.length, first, last, cursor);
  const read = Array.from({ length: cursor.entries }, (_, i) => [first[i]!, last[i]!]);
  return { at: cursor.at, read };
}

const prefix = fc.tuple(address, fc.nat(32)).map(([at, length]) => prefixAround(at, length));

test('well-formed lines are read to the end, with and without a length and a carriage return', () => {
  const line = fc.record({ prefix, isBare: fc.boolean(), ends: fc.constantFrom('\n', '\r\n') });
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const text = lines
        .map(({ prefix: { first, last }, isBare, ends }) => {
          const written = formatPrefix(first, last);
          return (isBare ? written.replace('/32', '') : written) + ends;
        })
        .join('');
      const expected = lines.map(({ prefix: { first, last } }) => [first, last]);
      expect(read(text)).toEqual({ at: text.length, read: expected });
    }),
  );
});

test('numbers of one, two and three digits are read in every place', () => {
  const lines = [
    '1.22.133.4/32',
    '255.0.9.10/31',
    '10.99.100.249/32',
    '0.0.0.0/0',
    '90.200.0.0/13',
  ];
  const text = lines.map((line) => `${line}\n`).join('');
  expect(read(text)).toEqual({
    at: text.length,
    read: [
      [0x01168504, 0x01168504],
      [0xff00090a, 0xff00090b],
      [0x0a6364f9, 0x0a6364f9],
      [0, 0xffffffff],
      [0x5ac80000, 0x5acfffff],
    ],
  });
});

test.each([
  '',
  '# a comment',
  ' 1.2.3.4',
  '1.2.3.4 ',
  '1.2.3',
  '1.2.3.4.5',
  '1.2,3.4',
  '1-2.3.4',
  '1.2.3-4',
  '256.2.3.4',
  '1.256.3.4',
  '1.2.256.4',
  '1.2.3.256',
  '01.2.3.4',
  '1.2.3.04',
  '1.2.3.00',
  '1.2.3.4444',
  'a.2.3.4',
  '1.2.3.:',
  '1.2.3./32',
  '1.2.3.4/',
  '1.2.3.4/33',
  '1.2.3.4/99',
  '0.0.0.0/64',
  '0.0.0.0/00',
  '0.0.0.0/256',
  '1.2.3.4/31x',
  '1.2.3.4/24',
  '1.2.3.4\r\r',
])('the reader stops at the start of the line %j and leaves it to the slow road', (line) => {
  const before = '10.0.0.0/8\n';
  expect(read(`${before}${line}\n1.2.3.4\n`)).toEqual({
    at: before.length,
    read: [[0x0a000000, 0x0affffff]],
  });
});
