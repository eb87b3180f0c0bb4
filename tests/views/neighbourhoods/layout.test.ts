// The picture keeps to scale, and every address has its place in it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatPrefix,
  listedAt,
  type ScenarioFile,
  setOfPrefixes,
  type WorldFile,
} from '../../../src/model/index.ts';
import { cellOfRank, firstRankOfCell } from '../../../src/views/neighbourhoods/cells.ts';
import { placeOfAddress } from '../../../src/views/neighbourhoods/dots.ts';
import {
  type AreaMode,
  listedUndrawn,
  weightOfPools,
} from '../../../src/views/neighbourhoods/drawn.ts';
import { outlineOfPrefix } from '../../../src/views/neighbourhoods/find.ts';
import { heightFor, layOut } from '../../../src/views/neighbourhoods/layout.ts';
import { LEVELS, levelOfCells, listedOfCells } from '../../../src/views/neighbourhoods/listed.ts';
import { missingInWords, undrawnInWords } from '../../../src/views/neighbourhoods/note.ts';
import { pathOfAddress } from '../../../src/views/neighbourhoods/SelectedAddress.tsx';
import { tinyHopping, tinyWorld } from '../../tinyWorld.ts';
import { castOf, tinyRun } from './tinyRun.ts';

const measure = (text: string) => 6.5 * text.length;
const layoutOf = (run = tinyRun(), mode: AreaMode = 'addresses', width = 1440) =>
  layOut({
    world: run.plan.world,
    mode,
    ...castOf(run),
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
  test('stay away when only a run lists addresses in them: the picture is the same for all', () => {
    const world = tinyWorld();
    world.providers[0]!.pools.push({ id: 'far', title: 'far', prefixes: ['198.51.101.0/24'] });
    const hunt = (prefixLength: number): Partial<ScenarioFile> => ({
      stacks: [
        {
          id: 'hunt',
          title: 'Hunt',
          summary: 'Hunt.',
          strategies: [
            {
              id: 'hunt',
              technique: 'addressBlocklist',
              parameters: { entries: 'adaptive', prefixLength, discoveryPerHour: 0.9 },
            },
          ],
        },
      ],
      ledgers: {},
    });
    const [wide, narrow] = [23, 26].map((length) => tinyRun('hunt', world, hunt(length)));
    const { drawn } = castOf(wide!);
    expect(drawn).toEqual(castOf(narrow!).drawn);
    // 198.51.100.0/23 reaches into 198.51.101.0/24; a /26 does not.
    const far = wide!.plan.world.pools.ids.indexOf('far');
    expect(drawn[far]).toBe(0);
    expect(listedUndrawn(wide!, drawn)).toEqual([far]);
    expect(listedUndrawn(narrow!, drawn)).toEqual([]);
    const layout = layoutOf(wide);
    expect(missingInWords(wide!, layout, [far])).toBe(
      '1 quiet pool is not drawn: no service in it, and on no list of the scenario. ' +
        'This run lists addresses also in 1 of them: Nimbus.',
    );
    expect(missingInWords(narrow!, layout, [])).not.toContain('This run');
    const address = 0xc6336505;
    expect(undrawnInWords(wide!, layout, address)).toBe(
      '198.51.101.5 lies in a pool that is not drawn: Nimbus, far.',
    );
    expect(pathOfAddress(layout, address)).toBeUndefined();
  });
  test('are drawn when the target rents there', () => {
    const world = tinyWorld();
    world.providers[0]!.pools.push({ id: 'far', title: 'far', prefixes: ['198.51.101.0/24'] });
    const hopping = tinyHopping();
    const countermeasures = [
      { ...hopping, parameters: { ...hopping.parameters, pools: [{ pool: 'far', weight: 1 }] } },
    ];
    const run = tinyRun('ledger', world, { countermeasures });
    expect(castOf(run).drawn[run.plan.world.pools.ids.indexOf('far')]).toBe(1);
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
  expect(heightFor(1400, 1200)).toBe(600);
  expect(heightFor(1400, 500)).toBe(504);
  expect(heightFor(390, 844)).toBe(Math.round(1.45 * 390));
});

describe('what matters most', () => {
  test('is what was listed of a pool times the services in it', () => {
    // All of nimbus-dedicated with courier; half of nimbus-shared with 4 services; nothing of homenet.
    const { concern } = castOf(tinyRun());
    expect([...concern]).toEqual([0.5, 1, 0]);
  });
  test('gets room for its name before what is larger', () => {
    const name = 'Provider 6';
    const at = cloudy.plan.world.providers.names.indexOf(name);
    const wide = (text: string) => 11 * text.length;
    const { drawn, concern } = castOf(cloudy);
    const captionFor = (value: number) =>
      layOut({
        world: cloudy.plan.world,
        mode: 'addresses',
        drawn,
        concern: concern.map((_, pool) =>
          cloudy.plan.world.pools.providerOfPool[pool] === at ? value : 0,
        ),
        isTargetOfService: cloudy.plan.roles.isTargetOfService,
        width: 1060,
        height: 380,
        measureProvider: wide,
        measurePool: wide,
      }).providers.find(({ provider }) => provider === at)?.caption;
    expect(captionFor(0)).not.toBe(name);
    expect(captionFor(1)).toBe(name);
  });
});

test('an address that was looked up is ringed in its cell, inside its registered prefix', () => {
  const layout = layoutOf();
  const address = 0xc6336414;
  const tile = layout.tiles[layout.tileOfPool[1]!]!;
  const { x, y } = placeOfAddress(tile, address, 0)!;
  const path = pathOfAddress(layout, address)!;
  expect(path).toContain(outlineOfPrefix(layout, tile, 0));
  expect(path).toContain(`M${x - 9} ${y}a9 9`);
});
