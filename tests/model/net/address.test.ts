import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatAddress, parseAddress } from '../../../src/model/net/address.ts';
import { address } from './arbitrarySets.ts';

test('four numbers are the digits of a number to base 256', () => {
  expect(parseAddress('0.0.0.0')).toBe(0);
  expect(parseAddress('1.2.3.4')).toBe(16_909_060); // 1·2^24 + 2·2^16 + 3·2^8 + 4
  expect(parseAddress('128.0.0.0')).toBe(2_147_483_648);
  expect(parseAddress('255.255.255.255')).toBe(4_294_967_295);
});

test.each([
  '',
  '1.2.3',
  '1.2.3.4.5',
  '256.0.0.1',
  '01.2.3.4',
  '1.2.3.00',
  ' 1.2.3.4',
  '1.2.3.4\n',
  '1..3.4',
  '-1.2.3.4',
  '1.2.3.4/32',
  '0x1.2.3.4',
  '1e1.2.3.4',
  '::1',
])('%j is not an address', (text) => {
  expect(parseAddress(text)).toBeUndefined();
});

test('an address survives its text', () => {
  fc.assert(
    fc.property(address, (at) => {
      expect(parseAddress(formatAddress(at))).toBe(at);
    }),
  );
});
