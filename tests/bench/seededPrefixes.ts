// Made-up routing tables, the same for the same seed.
import alea from 'seedrandom/lib/alea.js';
import { type Prefix, prefixAround } from '../../src/model/net/prefix.ts';

/** Share of each length, per cent; roughly what the global routing table announces. */
const sharesOfLength: readonly (readonly [length: number, share: number])[] = [
  [24, 60],
  [23, 9],
  [22, 11],
  [21, 5],
  [20, 5],
  [19, 3],
  [18, 2],
  [17, 1],
  [16, 2],
  [32, 2],
];

/** Prefixes at random places in 1.0.0.0 … 223.255.255.255, in random order; a few are nested. */
export function seededPrefixes(count: number, seed: string): Prefix[] {
  const random = alea(seed);
  return Array.from({ length: count }, () => {
    const address = 2 ** 24 + Math.floor(random() * 223 * 2 ** 24);
    return prefixAround(address, drawLength(random() * 100));
  });
}

/** Seven of ten lie in one of the prefixes, the others anywhere. */
export function seededAddresses(count: number, prefixes: readonly Prefix[], seed: string) {
  const random = alea(seed);
  return Uint32Array.from({ length: count }, () => {
    if (random() >= 0.7) return Math.floor(random() * 2 ** 32);
    const { first, last } = prefixes[Math.floor(random() * prefixes.length)] as Prefix;
    return first + Math.floor(random() * (last - first + 1));
  });
}

function drawLength(draw: number): number {
  let left = draw;
  for (const [length, share] of sharesOfLength) {
    if (left < share) return length;
    left -= share;
  }
  return 24;
}
