import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HEAD_SITES, harmonicNumber, zipfShares } from '../../../src/model/world/longTail.ts';

test('harmonic numbers are sums of 1/k, also where they come from the series', () => {
  expect(harmonicNumber(1)).toBe(1);
  expect(harmonicNumber(4)).toBeCloseTo(25 / 12, 15);
  for (const n of [255, 256, 257, 1000, 100_000]) {
    // From the small terms to the large ones, so that the sum keeps its digits.
    let sum = 0;
    for (let k = n; k >= 1; k--) sum += 1 / k;
    expect(Math.abs(harmonicNumber(n) / sum - 1)).toBeLessThan(1e-14);
  }
});

test('the shares of the sites add up to 1 and fall as 1/rank', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), (sites) => {
      const shares = zipfShares(sites);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 14);
      const heads = Math.min(HEAD_SITES, sites);
      for (let rank = 0; rank < heads; rank++) {
        expect(shares[rank]! * (rank + 1)).toBeCloseTo(shares[0]!, 14);
      }
      expect(shares[heads]! > 0).toBe(sites > heads);
    }),
  );
});

test('three sites share 6/11, 3/11 and 2/11', () => {
  // 1 + 1/2 + 1/3 = 11/6.
  [6 / 11, 3 / 11, 2 / 11, 0].forEach((share, rank) => {
    expect(zipfShares(3)[rank]).toBeCloseTo(share, 15);
  });
});

test('up to eight sites there is exactly nothing behind the largest ones', () => {
  for (let sites = 1; sites <= 8; sites++) expect(zipfShares(sites)[sites]).toBe(0);
  expect(zipfShares(9)[8]).toBeCloseTo(1 / (9 * harmonicNumber(9)), 14);
});
