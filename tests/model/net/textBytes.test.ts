import { expect, test } from 'vitest';
import { fromBytes, putBytes } from '../../../src/model/net/textBytes.ts';

const spare = 2;
const roomWithSpare = (length: number) => new Uint8Array(length + spare);

test.each(['', 'plain', 'ж', 'жж', 'a€', '🚫', 'a lone \ud800 surrogate'])(
  'all bytes of %j stand in the room, and what was spare behind them stays spare',
  (text) => {
    const { bytes, end } = putBytes(text, roomWithSpare);
    expect([...bytes.subarray(0, end)]).toEqual([...new TextEncoder().encode(text)]);
    expect(bytes.length).toBeGreaterThanOrEqual(end + spare);
  },
);

test('bytes are taken as they are', () => {
  const { bytes, end } = putBytes(Uint8Array.of(49, 255), roomWithSpare);
  expect([...bytes.subarray(0, end)]).toEqual([49, 255]);
  expect(fromBytes(Uint8Array.of(49, 255))).toBe('1\ufffd');
});
