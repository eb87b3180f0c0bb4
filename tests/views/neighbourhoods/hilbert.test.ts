// The curve visits every cell once, by steps to a neighbouring cell.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hilbertCurve } from '../../../src/views/neighbourhoods/hilbert.ts';

/** The steps of the curve as [dx, dy]. */
function stepsOf(columns: number, rows: number): [number, number][] {
  const places = hilbertCurve(columns, rows);
  return Array.from({ length: places.length - 1 }, (_, i) => {
    const [a, b] = [places[i]!, places[i + 1]!];
    return [(b % columns) - (a % columns), Math.floor(b / columns) - Math.floor(a / columns)];
  });
}
const isUnit = ([dx, dy]: [number, number]) => Math.abs(dx) + Math.abs(dy) === 1;
const side = (most: number) => fc.integer({ min: 1, max: most });

describe('the generalised Hilbert curve', () => {
  test('of 2 × 2 cells goes down, right and up', () => {
    expect([...hilbertCurve(2, 2)]).toEqual([0, 2, 3, 1]);
  });
  test('of 4 × 4 cells is Hilbert’s own', () => {
    const own = [0, 1, 5, 4, 8, 12, 13, 9, 10, 14, 15, 11, 7, 6, 2, 3];
    expect([...hilbertCurve(4, 4)]).toEqual(own);
  });
  test('visits every cell of any rectangle once', () => {
    fc.assert(
      fc.property(side(70), side(70), (columns, rows) => {
        const sorted = hilbertCurve(columns, rows).toSorted();
        expect(sorted).toEqual(Uint32Array.from({ length: columns * rows }, (_, i) => i));
      }),
    );
  });
  test('of even sides takes steps over an edge only', () => {
    fc.assert(
      fc.property(side(40), side(40), (halfColumns, halfRows) => {
        expect(stepsOf(2 * halfColumns, 2 * halfRows).every(isUnit)).toBe(true);
      }),
    );
  });
  test('of any sides has at most one other step, and that one is diagonal', () => {
    fc.assert(
      fc.property(side(70), side(70), (columns, rows) => {
        const others = stepsOf(columns, rows).filter((step) => !isUnit(step));
        expect(others.length).toBeLessThanOrEqual(1);
        for (const [dx, dy] of others) expect([Math.abs(dx), Math.abs(dy)]).toEqual([1, 1]);
        const [longer, shorter] = columns >= rows ? [columns, rows] : [rows, columns];
        if (longer % 2 === 0 || shorter % 2 === 1) expect(others).toEqual([]);
      }),
    );
  });
  test('keeps a run of n consecutive cells within a patch of about √n cells across', () => {
    const [columns, rows, run] = [96, 64, 64];
    const places = hilbertCurve(columns, rows);
    for (let from = 0; from + run <= places.length; from += run) {
      const part = places.subarray(from, from + run);
      const xs = part.map((place) => place % columns);
      const ys = part.map((place) => Math.floor(place / columns));
      expect(Math.max(...xs) - Math.min(...xs)).toBeLessThan(4 * Math.sqrt(run));
      expect(Math.max(...ys) - Math.min(...ys)).toBeLessThan(4 * Math.sqrt(run));
    }
  });
});
