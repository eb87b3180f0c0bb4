import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePrefix } from '../../../src/model/net/prefix.ts';
import { emptySet, equalSets } from '../../../src/model/net/prefixSet.ts';
import { readPrefixes, writePrefixes } from '../../../src/model/net/prefixText.ts';
import { countAddresses } from '../../../src/model/net/setQueries.ts';
import { intervalsOf, setOf, wideIntervals } from './arbitrarySets.ts';

test('a list with comments, blank lines and both line ends is read', () => {
  const text = '# head\r\n10.0.0.0/9\r\n10.128.0.0/9\n\n  1.2.3.4 # one host\n255.255.255.255';
  const { set, lines, prefixes, errors } = readPrefixes(text);
  expect(errors).toEqual([]);
  expect(lines).toBe(6);
  expect(prefixes).toBe(4);
  expect(countAddresses(set)).toBe(2 ** 24 + 2);
  expect(writePrefixes(set)).toBe('1.2.3.4/32\n10.0.0.0/8\n255.255.255.255/32\n');
});

test('every wrong line is reported with its number, and the others are read', () => {
  const text = '10.0.0.1/8\n1.1.1.1\nhello\n1.2.3.4/33\n256.1.1.1\n8.8.8.8\n1.2.3\n';
  const { set, lines, errors } = readPrefixes(text);
  expect(writePrefixes(set)).toBe('1.1.1.1/32\n8.8.8.8/32\n');
  expect(lines).toBe(7);
  expect(errors).toEqual([
    {
      line: 1,
      found: '10.0.0.1/8',
      reason: '10.0.0.1/8 has host bits set; the prefix is 10.0.0.0/8',
    },
    { line: 3, found: 'hello', reason: '"hello" is not an IPv4 address' },
    { line: 4, found: '1.2.3.4/33', reason: '"33" is not a prefix length, 0 to 32' },
    { line: 5, found: '256.1.1.1', reason: '"256.1.1.1" is not an IPv4 address' },
    { line: 7, found: '1.2.3', reason: '"1.2.3" is not an IPv4 address' },
  ]);
});

test.each([
  ['the whole space', '0.0.0.0/0', '0.0.0.0/0\n'],
  ['the last address', '255.255.255.255/32', '255.255.255.255/32\n'],
  ['two halves', '128.0.0.0/1\n0.0.0.0/1', '0.0.0.0/0\n'],
  ['the longest line without its end', '255.255.255.254/32', '255.255.255.254/32\n'],
  ['the shortest lines', '1.1.1.1\n2.2.2.2\n', '1.1.1.1/32\n2.2.2.2/32\n'],
  ['lengths of one digit and two', '8.0.0.0/9\n8.128.0.0/10\n', '8.0.0.0/9\n8.128.0.0/10\n'],
])('%s is written as it should be', (_, given, written) => {
  expect(writePrefixes(readPrefixes(given).set)).toBe(written);
});

test('no text gives no set, and no set no text', () => {
  expect(readPrefixes('')).toEqual({ set: emptySet, lines: 0, prefixes: 0, errors: [] });
  expect(readPrefixes('\n\n#\n').lines).toBe(3);
  expect(writePrefixes(emptySet)).toBe('');
});

test('bytes and text mean the same, also with other alphabets and a byte order mark', () => {
  const text = '\ufeff1.1.1.0/24\n# заблокировано\n1.1.2.0/24 # 🚫\nадрес\n';
  const fromText = readPrefixes(text);
  expect(readPrefixes(new TextEncoder().encode(text))).toEqual(fromText);
  expect(intervalsOf(fromText.set)).toEqual([[16_843_008, 16_843_519]]); // 1.1.1.0 … 1.1.2.255
  expect(fromText.errors.map(({ line, found }) => [line, found])).toEqual([[4, 'адрес']]);
});

test.each([
  '1,1.1.1',
  '1.1,1.1',
  '1.1.1,1',
  '1.1.1.1,8',
  ':.1.1.1',
  '1.1.1.:',
  '1.1.1.1/:',
  '1.1.1.1,',
])('the stray byte in %j makes it no prefix', (line) => {
  const { set, errors } = readPrefixes(`2.2.2.2\n${line}\n`);
  expect(errors.map(({ found }) => found)).toEqual([line]);
  expect(writePrefixes(set)).toBe('2.2.2.2/32\n');
});

test('what was read before does not leak into a shorter text', () => {
  readPrefixes('255.255.255.255/32\n255.255.255.254/32\n');
  expect(writePrefixes(readPrefixes('1.1.1.1').set)).toBe('1.1.1.1/32\n');
  expect(readPrefixes('1.1.1.').errors).toHaveLength(1);
  expect(readPrefixes('1.1.1.1/').errors).toHaveLength(1);
});

test('the fast reader takes exactly the lines that the careful one takes', () => {
  const piece = fc.constantFrom(
    '0',
    '1',
    '9',
    '25',
    '255',
    '256',
    '00',
    '.',
    '.',
    '.',
    '/',
    ' ',
    'a',
  );
  const nearly = fc
    .tuple(
      fc.array(fc.constantFrom('0', '8', '10', '255', '256', '01', '', 'x'), {
        minLength: 4,
        maxLength: 4,
      }),
      fc.constantFrom('', '/0', '/8', '/24', '/32', '/33', '/08', '/', '/1a', '/8/8', '\r'),
    )
    .map(([octets, length]) => octets.join('.') + length);
  const line = fc.oneof(
    nearly,
    nearly,
    fc.array(piece, { maxLength: 12 }).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (all) => {
      const { set, lines, errors } = readPrefixes(`${all.join('\n')}\n`);
      expect(lines).toBe(all.length);
      const readings = all.map((text) => parsePrefix(text.trim()));
      const wrong = all.flatMap((text, i) =>
        text.trim() !== '' && !readings[i]?.ok ? [i + 1] : [],
      );
      expect(errors.map((error) => error.line)).toEqual(wrong);
      const good = readings.flatMap((reading) => (reading.ok ? [reading.prefix] : []));
      expect(equalSets(set, setOf(good.map(({ first, last }) => [first, last])))).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('a set survives its text', () => {
  fc.assert(
    fc.property(wideIntervals, (intervals) => {
      const set = setOf(intervals);
      const { set: again, errors } = readPrefixes(writePrefixes(set));
      expect(errors).toEqual([]);
      expect(equalSets(again, set)).toBe(true);
    }),
  );
});

test('text beyond what is kept between calls is read and written the same', () => {
  const count = 120_000; // about 2 MB; every second /24, so that none are adjacent
  const line = (i: number) => `${i >>> 15}.${(i >>> 7) & 255}.${(i & 127) * 2}.0/24\n`;
  const text = Array.from({ length: count }, (_, i) => line(i)).join('');
  const { set, prefixes } = readPrefixes(text);
  expect(prefixes).toBe(count);
  expect(countAddresses(set)).toBe(count * 256);
  expect(writePrefixes(set)).toBe(text);
});
