import { expect, test } from 'vitest';
import { readPrefixes, writePrefixes } from '../../../src/model/net/prefixText.ts';

test('smoke', () => {
  const got = readPrefixes('# head\n10.0.0.0/9\r\n10.128.0.0/9\n\n1.2.3.4 # x\n10.0.0.1/8\n255.255.255.255');
  expect(got.errors).toEqual([{ line: 6, found: '10.0.0.1/8', reason: '10.0.0.1/8 has host bits set; the prefix is 10.0.0.0/8' }]);
  expect(got.lines).toBe(7);
  expect(writePrefixes(got.set)).toBe('1.2.3.4/32\n10.0.0.0/8\n255.255.255.255/32\n');
  expect(writePrefixes(readPrefixes('0.0.0.0/0').set)).toBe('0.0.0.0/0\n');
});
