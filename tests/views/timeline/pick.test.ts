// Every reported fact can be reached with the pointer, also where others lie over it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlacedMark } from '../../../src/views/timeline/layout.ts';
import { choose, hover, marksHere, type Pick, pickOne } from '../../../src/views/timeline/pick.ts';

const mark = (id: string, x: number, y: number): PlacedMark => ({
  told: { id, title: { en: id }, at: '2018-04-16T00:00+03:00', reported: 'gazette' },
  kind: 'story',
  tick: 0,
  x,
  y,
});
const marks = [mark('a', 100, 10), mark('b', 103, 10), mark('c', 103, 10), mark('d', 130, 10)];
const shown = (pick: Pick | undefined) => pick?.here[pick.index];

describe('pointing', () => {
  test('means the nearest mark, and those that lie together with it', () => {
    const ids = (x: number) => marksHere(marks, { x, y: 12 }, 10).map(({ told }) => told.id);
    expect(ids(99)).toEqual(['a', 'b', 'c']);
    expect(ids(104)).toEqual(['b', 'c', 'a']);
    expect(ids(127)).toEqual(['d']);
    expect(ids(116)).toEqual([]);
  });

  test('shows a mark and keeps it while the pointer leaves', () => {
    const over = hover(undefined, marks, { x: 130, y: 8 });
    expect(shown(over)).toBe('d');
    expect(hover(over, marks, { x: 300, y: 8 })).toBe(over);
    expect(hover(over, marks, { x: 131, y: 8 })).toBe(over);
  });
});

describe('a click', () => {
  test('takes what was shown, again at that place the next, and comes round', () => {
    let pick = hover(undefined, marks, { x: 104, y: 10 });
    const seen = [0, 1, 2, 3].map((shake) => {
      pick = choose(pick, marks, { x: 104 + (shake % 2), y: 10 }, 10);
      return shown(pick);
    });
    expect(seen).toEqual(['b', 'c', 'a', 'b']);
  });

  test('is not undone by a hand that trembles', () => {
    const first = choose(undefined, marks, { x: 104, y: 10 }, 10);
    const second = choose(first, marks, { x: 104, y: 10 }, 10);
    expect(hover(second, marks, { x: 102, y: 11 })).toBe(second);
    expect(shown(hover(second, marks, { x: 129, y: 11 }))).toBe('d');
  });

  test('beside all marks leaves everything as it was', () => {
    const before = pickOne('a');
    expect(choose(before, marks, { x: 300, y: 10 }, 10)).toBe(before);
  });

  test('reaches any mark, however many lie around it', () => {
    const place = fc.record({
      x: fc.integer({ min: 0, max: 60 }),
      y: fc.integer({ min: 0, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 20 }), (places) => {
        const crowd = places.map(({ x, y }, at) => mark(`${at}`, x, y));
        for (const { told, x, y } of crowd) {
          let pick: Pick | undefined;
          const seen = new Set<string | undefined>();
          for (let click = 0; click < crowd.length; click++) {
            pick = choose(pick, crowd, { x, y }, 10);
            seen.add(shown(pick));
          }
          expect(seen).toContain(told.id);
        }
      }),
      { numRuns: 60 },
    );
  });
});
