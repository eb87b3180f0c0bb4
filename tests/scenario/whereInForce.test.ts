// Where an entry is in force, and what the boxes of the page make of it.
import { expect, test } from 'vitest';
import { networksInForce, placeChoices } from '../../src/scenario/whereInForce.ts';
import { tinyWorld } from '../tinyWorld.ts';

const [mobile, fixed] = tinyWorld().networks;
if (!mobile || !fixed) throw new Error('the tiny world has two networks');
/** Two networks in the north, one in the south, one that lies in no region. */
const world = {
  networks: [
    { ...mobile, region: 'north' },
    { ...fixed, region: 'north' },
    { ...fixed, id: 'cable', title: 'Cable', region: 'south' },
    { ...fixed, id: 'satellite', title: 'Satellite' },
  ],
};
const idsOf = (where: Parameters<typeof networksInForce>[1]) =>
  networksInForce(world, where).map(({ id }) => id);

test('an entry is in force on the named networks that lie in the named regions, on all unless it names some', () => {
  expect(idsOf({})).toEqual(['mobile', 'fixed', 'cable', 'satellite']);
  expect(idsOf({ networks: ['cable', 'satellite'] })).toEqual(['cable', 'satellite']);
  expect(idsOf({ regions: ['north'] })).toEqual(['mobile', 'fixed']);
  expect(idsOf({ networks: ['fixed', 'cable'], regions: ['south'] })).toEqual(['cable']);
});

test('a box that is cleared leaves the others, in the order of the file; set again, nothing is named', () => {
  const clear = placeChoices(world, {}, {}, 'networks')[1];
  expect(clear).toMatchObject({ id: 'fixed', title: 'Fixed lines', isChosen: true, isLast: false });
  expect(clear?.next).toEqual(['mobile', 'cable', 'satellite']);
  const set = placeChoices(world, { networks: clear?.next }, {}, 'networks')[1];
  expect(set).toMatchObject({ isChosen: false, next: undefined });
});

test('what the scenario names is no change, in whatever order it stands there', () => {
  const original = { networks: ['cable', 'mobile'] };
  const back = placeChoices(world, { networks: ['cable'] }, original, 'networks')[0];
  expect(back?.next).toBe(original.networks);
  const all = placeChoices(world, { networks: ['mobile', 'fixed', 'cable'] }, original, 'networks');
  expect(all[3]?.next).toEqual(['mobile', 'fixed', 'cable', 'satellite']);
});

test('regions are those of the networks, each once; the last place in force cannot be left out', () => {
  const regions = placeChoices(world, { networks: ['mobile', 'satellite'] }, {}, 'regions');
  expect(regions.map(({ id }) => id)).toEqual(['north', 'south']);
  // Without the north only the cable would be left, which is not named.
  expect(regions.map(({ isLast }) => isLast)).toEqual([true, false]);
  const networks = placeChoices(world, { regions: ['south'] }, {}, 'networks');
  expect(networks.map(({ isLast }) => isLast)).toEqual([false, false, true, false]);
});
