import { expect, test } from 'vitest';
import { compileFlowCells } from '../../../src/model/traffic/flowCells.ts';
import { compileWorld } from '../../../src/model/world/compileWorld.ts';
import { tinyWorld } from '../../tinyWorld.ts';

const tinyCells = () => compileFlowCells(compileWorld(tinyWorld()).world);

test('a cell carries the sessions of its service, its placement and its network', () => {
  // Courier: 10,000 a day, half at each placement, 60 % mobile and 40 % fixed. Then lantern 1,000,
  // mapper 4,000, radio 2,000 (a quarter here, three there) and bank 2,000.
  const expected = [
    [3000, 2000],
    [3000, 2000],
    [600, 400],
    [2400, 1600],
    [300, 200],
    [900, 600],
    [1200, 800],
  ];
  const cells = tinyCells();
  expect(cells.networks).toBe(2);
  expected.forEach((onNetworks, placement) => {
    onNetworks.forEach((demand, network) => {
      expect(cells.demandOfCell[network * cells.placements + placement]).toBeCloseTo(demand, 9);
    });
  });
});

test('the cells of the world add up to its 20,000 sessions a day', () => {
  const sum = tinyCells().demandOfCell.reduce((all, demand) => all + demand, 0);
  expect(sum).toBeCloseTo(20_000, 8);
});

test('behind a cell stand as many classes as its profile has protocols', () => {
  // Two placements of the messenger (two protocols); five of bystanders, eight large sites of the
  // long tail and the rest of it (one protocol). (2 · 2 + 14 · 1) · 2 networks = 36.
  const cells = tinyCells();
  expect([...cells.classesOfPlacement]).toEqual([2, 2, ...Array.from({ length: 14 }, () => 1)]);
  expect(cells.classCount).toBe(36);
});
