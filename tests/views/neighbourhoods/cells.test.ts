// Addresses, cells and places: exact in both directions.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addressOfRank,
  cellOfRank,
  firstRankOfCell,
  fitGrid,
  prefixOfAddress,
  rankOfAddress,
  spacesOfPools,
} from '../../../src/views/neighbourhoods/cells.ts';
import { tinyRun } from './tinyRun.ts';

const [dedicated, shared] = spacesOfPools(tinyRun().plan.world);
const addresses = fc.integer({ min: 4, max: 20_000_000 });
const side = fc.integer({ min: 4, max: 900 });

describe('the space of a pool', () => {
  test('counts its addresses from the first of its prefixes on', () => {
    expect(dedicated!.addresses).toBe(256);
    expect(rankOfAddress(dedicated!, 0xc0000200)).toBe(0);
    expect(rankOfAddress(dedicated!, 0xc00002ff)).toBe(255);
    expect(addressOfRank(shared!, 100)).toBe(0xc6336400 + 100);
  });
  test('knows which addresses are not its own', () => {
    expect(rankOfAddress(dedicated!, 0xc0000300)).toBe(-1);
    expect(rankOfAddress(dedicated!, 0)).toBe(-1);
    expect(prefixOfAddress(shared!, 0xc6336480)).toBe(0);
  });
});

describe('cells', () => {
  test('hold every address once: a cell’s first rank is the smallest that falls into it', () => {
    fc.assert(
      fc.property(addresses, fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
        const cells = Math.max(1, Math.min(n, Math.round(part * 40_000)));
        const cell = Math.min(cells - 1, Math.floor(part * cells));
        const first = firstRankOfCell(cell, n, cells);
        expect(cellOfRank(first, n, cells)).toBe(cell);
        if (first > 0) expect(cellOfRank(first - 1, n, cells)).toBe(cell - 1);
        const held = firstRankOfCell(cell + 1, n, cells) - first;
        expect([Math.floor(n / cells), Math.ceil(n / cells)]).toContain(held);
      }),
    );
  });
  test('are never more than the addresses, and of about the wanted size where these suffice', () => {
    fc.assert(
      fc.property(side, side, addresses, (width, height, n) => {
        const grid = fitGrid(width, height, n, 3.5);
        expect(grid.placeOfCell.length).toBeLessThanOrEqual(n);
        expect([grid.columns % 2, grid.rows % 2]).toEqual([0, 0]);
        if (n > (width * height) / 3 && Math.min(width, height) > 20) {
          expect(width / grid.columns).toBeGreaterThan(2.9);
          expect(width / grid.columns).toBeLessThan(4.3);
        }
      }),
      { numRuns: 60 },
    );
  });
  test('and places of a grid are each other’s inverse', () => {
    const { placeOfCell, cellOfPlace } = fitGrid(100, 60, 1e6, 3.5);
    placeOfCell.forEach((place, cell) => {
      expect(cellOfPlace[place]).toBe(cell);
    });
  });
  test.each([1, 2, 3])('of a pool of %i addresses stand in one row', (n) => {
    expect(fitGrid(30, 30, n, 3.5).placeOfCell.length).toBe(n);
  });
});
