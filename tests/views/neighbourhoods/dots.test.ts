// Services stand at the place of their own addresses.
import { describe, expect, test } from 'vitest';
import { cellOfRank, rankOfAddress } from '../../../src/views/neighbourhoods/cells.ts';
import {
  bystanderDots,
  placeOfAddress,
  targetDots,
} from '../../../src/views/neighbourhoods/dots.ts';
import { layOut } from '../../../src/views/neighbourhoods/layout.ts';
import { sentenceOfDot } from '../../../src/views/neighbourhoods/sentences.ts';
import {
  stateOfService,
  statesOfDots,
  statesOfTargets,
} from '../../../src/views/neighbourhoods/states.ts';
import { tinyHopping, tinyScenario, tinyWorld } from '../../tinyWorld.ts';
import { castOf, tinyRun } from './tinyRun.ts';

const measure = (text: string) => 6.5 * text.length;
const run = tinyRun('ledger', tinyWorld(), { countermeasures: [tinyHopping()] });
const layout = layOut({
  world: run.plan.world,
  mode: 'addresses',
  ...castOf(run),
  isTargetOfService: run.plan.roles.isTargetOfService,
  width: 900,
  height: 500,
  measureProvider: measure,
  measurePool: measure,
});
const { services } = run.plan.world;

describe('dots', () => {
  test('of bystanders are those of named services, each at least once in its pools', () => {
    const dots = bystanderDots(run, layout);
    const names = dots.map((dot) => services.ids[dot.service]).sort();
    expect(names).toEqual(['bank', 'lantern', 'mapper', 'radio', 'radio']);
  });
  test('lie inside their pool, with their whole width', () => {
    for (const dot of [...bystanderDots(run, layout), ...targetDots(run, layout, 0)]) {
      const { cells } = layout.tiles[layout.tileOfPool[dot.pool]!]!;
      expect(dot.x).toBeGreaterThan(cells.x + 4);
      expect(dot.x).toBeLessThan(cells.x + cells.width - 4);
      expect(dot.y).toBeGreaterThan(cells.y + 4);
      expect(dot.y).toBeLessThan(cells.y + cells.height - 4);
    }
  });
  test('lie in the cell of their address', () => {
    const tile = layout.tiles[layout.tileOfPool[1]!]!;
    const { grid, cells, space } = tile;
    for (const address of space.first) {
      for (const at of [0, 10, 100, 255]) {
        const { x, y } = placeOfAddress(tile, address + at, 0)!;
        const column = Math.floor(((x - cells.x) / cells.width) * grid.columns);
        const row = Math.floor(((y - cells.y) / cells.height) * grid.rows);
        const rank = rankOfAddress(space, address + at);
        expect(grid.cellOfPlace[row * grid.columns + column]).toBe(
          cellOfRank(rank, space.addresses, grid.placeOfCell.length),
        );
      }
    }
    expect(placeOfAddress(tile, 1, 0)).toBeUndefined();
  });
  test('of the target are those in use at the moment', () => {
    const before = targetDots(run, layout, 0).map((dot) => dot.address);
    expect(before).toEqual([0xc000020a, 0xc0000214, 0xc633640a]);
    const hops = run.hops.filter((hop) => hop.tick <= 71);
    expect(hops.length).toBeGreaterThan(0);
    const after = targetDots(run, layout, 71).map((dot) => dot.address);
    expect(after).not.toContain(0xc000020a);
  });
  test('grow dark with what the service loses', () => {
    const bank = services.ids.indexOf('bank');
    const mapper = services.ids.indexOf('mapper');
    const radio = services.ids.indexOf('radio');
    expect(stateOfService(run, 0, mapper)).toBe('works');
    // Mobile (0.6) and half of the fixed lines (0.4) enforce the list two hours later: 80 %.
    expect(stateOfService(run, 40, mapper)).toBe('down');
    // A quarter of radio lies on the listed range: 20 %.
    expect(stateOfService(run, 40, radio)).toBe('hit');
    expect(stateOfService(run, 40, bank)).toBe('works');
  });
  test('are spared where only other addresses of their service are listed', () => {
    const radio = services.ids.indexOf('radio');
    const stateAt = (of: typeof run, address: number) =>
      statesOfDots(of, 40, [{ service: radio, address }])[0];
    expect(stateAt(run, 0xc633641e)).toBe('hit');
    expect(stateAt(run, 0xcb00711e)).toBe('elsewhere');
  });
  test('are hit at every address by a box that looks at flows', () => {
    const boxed = tinyRun('dpi');
    const courier = services.ids.indexOf('courier');
    const [state] = statesOfDots(boxed, 40, [{ service: courier, address: 0xc000020a }]);
    expect(['hit', 'down']).toContain(state);
  });
  test('on an address that is only slowed down are neither hit nor stopped by that', () => {
    // The register drops radio’s cloud address; the other, and courier’s own, are slowed down to more
    // than they need: 8 kbit/s, where a megabyte in half an hour is 40/9.
    const [ledger] = tinyScenario().stacks.filter(({ id }) => id === 'ledger');
    const since = { from: '2018-04-16T00:00+03:00', assumed: 'for the test' };
    const slow = ['203.0.113.0/24', '192.0.2.0/24'].map((prefix) => ({ prefix, ...since }));
    const register = [{ prefix: '198.51.100.0/24', ...since }];
    const list = (name: string, does: object) => ({
      id: name,
      technique: 'addressBlocklist',
      parameters: { entries: 'ledger', ledger: name, ...does },
    });
    const does = { action: 'throttle', kilobitsPerSecond: 8 };
    const strategies = [list('register', {}), list('slow', does)];
    const both = tinyRun('ledger', undefined, {
      ledgers: { register, slow },
      stacks: [{ ...ledger!, strategies }],
    });
    const radio = services.ids.indexOf('radio');
    const courier = services.ids.indexOf('courier');
    const dots = [0xc633641e, 0xcb00711e].map((address) => ({ service: radio, address }));
    expect(statesOfDots(both, 40, dots)).toEqual(['hit', 'elsewhere']);
    const own = [0xc633640a, 0xc000020a].map((address) => ({ service: courier, address }));
    expect(statesOfTargets(both, 40, own)).toEqual(['down', 'works']);
    const place = { pool: 2, x: 0, y: 0 };
    const bank = { service: services.ids.indexOf('bank'), address: 0xcb007128, ...place };
    expect(sentenceOfDot(both, 40, bank).text).toBe(
      'works, loses nothing; this address is listed by 203.0.113.0/24 since 16 April, 00:00, slowed down to 8 kbit/s.',
    );
  });
  test('of the target are stopped where they are listed, or anywhere by a box', () => {
    const courier = services.ids.indexOf('courier');
    const own = [{ service: courier, address: 0xc000020a }];
    expect(statesOfTargets(run, 11, own)).toEqual(['works']);
    expect(statesOfTargets(run, 12, own)).toEqual(['down']);
    expect(statesOfTargets(tinyRun('none'), 40, own)).toEqual(['works']);
    expect(statesOfTargets(tinyRun('dpi'), 40, own)).toEqual(['down']);
  });
  test('of the target are hit where a box takes less than half of it, as neighbours are', () => {
    const courier = services.ids.indexOf('courier');
    const own = [{ service: courier, address: 0xc000020a }];
    const [dpi] = tinyScenario().stacks.filter(({ id }) => id === 'dpi');
    // Of scores around 2 that scatter by 1, 31 % lie above 2.5.
    const scores = { mtproto: { mean: 2, deviation: 1 }, tls: { mean: -2, deviation: 1 } };
    const parameters = { threshold: 2.5, scores };
    const strategies = [{ id: 'classifier', technique: 'flowClassifier', parameters }];
    const partly = tinyRun('dpi', undefined, { stacks: [{ ...dpi!, strategies }] });
    expect(statesOfTargets(partly, 40, own)).toEqual(['hit']);
  });
});
