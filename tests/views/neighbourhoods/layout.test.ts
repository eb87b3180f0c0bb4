// The picture keeps to scale, and every address has its place in it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatPrefix, listedAt, setOfPrefixes, type WorldFile } from '../../../src/model/index.ts';
import { cellOfRank, firstRankOfCell } from '../../../src/views/neighbourhoods/cells.ts';
import {
  type AreaMode,
  drawnPools,
  weightOfPools,
} from '../../../src/views/neighbourhoods/drawn.ts';
import { heightFor, layOut } from '../../../src/views/neighbourhoods/layout.ts';
import { LEVELS, levelOfCells, listedOfCells } from '../../../src/views/neighbourhoods/listed.ts';
import { tinyWorld } from '../../tinyWorld.ts';
import { tinyRun } from './tinyRun.ts';

const measure = (text: string) => 6.5 * text.length;
const layoutOf = (run = tinyRun(), mode: AreaMode = 'addresses', width = 1440) =>
  layOut({
    world: run.plan.world,
    mode,
    drawn: drawnPools(run),
    isTargetOfService: run.plan.roles.isTargetOfService,
    width,
    height: heightFor(width, 900),
    measureProvider: measure,
    measurePool: measure,
  });

/** Lengths of the prefixes of each pool, provider by provider: from a third of a /8 to one /24. */
const lengthsOfPools = [
  [[10, 11, 13], [12, 12, 14], [14, 14], [15], [16, 20, 24]],
  [[11, 12, 16], [13, 15], [13]],
  [[12], [17, 18], [18]],
  [[14, 14, 15]],
  [[16]],
  [[20]],
  [[24]],
];

/** Each provider takes its prefixes from a /8 of its own, with a gap behind each. */
function cloudyWorld(): WorldFile {
  const world = tinyWorld();
  const [model] = world.providers;
  const { tail } = model!.pools[1]!;
  lengthsOfPools.forEach((pools, provider) => {
    const id = `cloud-${provider}`;
    let next = (20 + provider) * 2 ** 24;
    const take = (length: number) => {
      const size = 2 ** (32 - length);
      const first = Math.ceil(next / size) * size;
      next = first + size + 256;
      return formatPrefix(first, first + size - 1);
    };
    const poolFiles = pools.map((lengths, pool) => ({
      id: `${id}-${pool}`,
      title: `Pool ${pool}`,
      prefixes: lengths.map(take),
      tail: {
        ...tail!,
        sessionsPerDay: { value: 1000 * (1 + provider) * (1 + pool), assumed: 'Any.' },
      },
    }));
    world.providers.push({ ...model!, id, name: `Provider ${provider}`, pools: poolFiles });
  });
  return world;
}
const cloudy = tinyRun('ledger', cloudyWorld());

describe('areas', () => {
  test.each(['addresses', 'traffic'] as const)('follow %s within a few per cent', (mode) => {
    const layout = layoutOf(cloudy, mode);
    const weights = weightOfPools(cloudy.plan.world, mode);
    const perUnit = layout.tiles
      .filter((tile) => !tile.isEnlarged && tile.cells.width * tile.cells.height > 4000)
      .map(({ pool, cells }) => (cells.width * cells.height) / weights[pool]!);
    expect(perUnit.length).toBeGreaterThan(5);
    expect(Math.max(...perUnit) / Math.min(...perUnit)).toBeLessThan(1.1);
  });
  test('show every drawn pool, however small, and say which are enlarged', () => {
    const layout = layoutOf(cloudy);
    for (const { cells } of layout.tiles) {
      expect(Math.min(cells.width, cells.height)).toBeGreaterThanOrEqual(4);
    }
    expect(layout.enlargedPools).toBeGreaterThan(0);
    expect(layout.enlargedPools).toBeLessThan(layout.tiles.length / 2);
    expect(layout.tiles.length + layout.quietPools).toBe(cloudy.plan.world.pools.ids.length);
  });
  test('lie inside the picture and do not overlap', () => {
    for (const width of [320, 390, 768, 1440, 2560]) {
      const { tiles, height } = layoutOf(cloudy, 'addresses', width);
      tiles.forEach(({ cells: a }, i) => {
        expect(a.x >= 0 && a.y >= 0 && a.x + a.width <= width && a.y + a.height <= height).toBe(
          true,
        );
        for (const { cells: b } of tiles.slice(i + 1)) {
          const apart =
            a.x + a.width <= b.x ||
            b.x + b.width <= a.x ||
            a.y + a.height <= b.y ||
            b.y + b.height <= a.y;
          expect(apart).toBe(true);
        }
      });
    }
  });
  test('of captions are wide enough for their words', () => {
    for (const { caption, tile } of layoutOf(cloudy, 'addresses', 390).providers) {
      if (caption) expect(measure(caption)).toBeLessThanOrEqual(tile.width);
    }
  });
});

describe('pools in which nothing ever happens', () => {
  test('are not drawn, and are counted', () => {
    const world = tinyWorld();
    const [nimbus] = world.providers;
    nimbus!.pools.push(
      { id: 'quiet', title: 'quiet', prefixes: ['10.0.0.0/8'] },
      { id: 'listed-once', title: 'listed once', prefixes: ['198.51.101.0/24'] },
    );
    const run = tinyRun('ledger', world, {
      ledgers: {
        register: [
          {
            prefix: '198.51.100.0/23',
            from: '2018-04-16T12:00+03:00',
            until: '2018-04-16T13:00+03:00',
            reported: 'gazette',
          },
        ],
      },
    });
    const layout = layoutOf(run);
    expect(layout.quietPools).toBe(1);
    const drawn = layout.tiles.map(({ pool }) => run.plan.world.pools.ids[pool]);
    expect(drawn).toContain('listed-once');
    expect(drawn).not.toContain('quiet');
  });
});

describe('cells', () => {
  const layout = layoutOf(cloudy);

  test('take a registered prefix as one stretch of the curve', () => {
    for (const { grid, firstCell, space } of layout.tiles) {
      const patches = layout.prefixOfCell.subarray(firstCell, firstCell + grid.placeOfCell.length);
      for (let i = 1; i < patches.length; i++) {
        expect(patches[i]!).toBeGreaterThanOrEqual(patches[i - 1]!);
      }
      expect(patches.at(-1)!).toBeLessThan(space.first.length);
    }
  });
  test('count every listed address once, whatever the list', () => {
    const address = fc.integer({ min: 0, max: 2 ** 32 - 1 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(address, fc.integer({ min: 0, max: 24 })), { maxLength: 40 }),
        (pairs) => {
          const list = setOfPrefixes(
            pairs.map(([first, bits]) => ({
              first,
              last: Math.min(2 ** 32 - 1, first + 2 ** bits),
            })),
          );
          const listed = listedOfCells(layout, list);
          for (const { space, grid, firstCell } of layout.tiles) {
            const cells = grid.placeOfCell.length;
            const sum = listed.subarray(firstCell, firstCell + cells).reduce((a, b) => a + b, 0);
            let expected = 0;
            for (let i = 0; i < space.first.length; i++) {
              for (let e = 0; e < list.first.length; e++) {
                const from = Math.max(space.first[i]!, list.first[e]!);
                const to = Math.min(space.last[i]!, list.last[e]!);
                expected += Math.max(0, to - from + 1);
              }
            }
            expect(sum).toBe(expected);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
  test('are wholly listed exactly where all of their addresses are', () => {
    const run = tinyRun();
    const tiny = layoutOf(run);
    const listed = listedOfCells(tiny, listedAt(run.listings, 40));
    const levels = levelOfCells(tiny, listed);
    const tile = tiny.tiles[tiny.tileOfPool[1]!]!;
    const cells = tile.grid.placeOfCell.length;
    const lastListed = cellOfRank(127, 256, cells);
    for (let cell = 0; cell < cells; cell++) {
      const isWhole = firstRankOfCell(cell + 1, 256, cells) <= 128;
      expect(levels[tile.firstCell + cell]! === LEVELS).toBe(isWhole);
      if (cell > lastListed) expect(levels[tile.firstCell + cell]).toBe(0);
    }
  });
  test('with a single listed address do not look as if there were none', () => {
    const tile = layout.tiles[0]!;
    const one = { first: tile.space.first[0]!, last: tile.space.first[0]! };
    const levels = levelOfCells(layout, listedOfCells(layout, setOfPrefixes([one])));
    expect(levels[tile.firstCell]).toBe(1);
  });
});

test('the picture of a wide screen leaves room for the timeline, but never becomes a strip', () => {
  expect(heightFor(1400, 2000)).toBe(728);
  expect(heightFor(1400, 1080)).toBe(540);
  expect(heightFor(1400, 500)).toBe(504);
  expect(heightFor(390, 844)).toBe(Math.round(1.45 * 390));
});
