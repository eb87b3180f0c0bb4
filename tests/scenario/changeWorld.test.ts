// A scenario says what differs from the shared world; the shared one stays as it is.
import { expect, test } from 'vitest';
import { readScenario } from '../../src/scenario/readScenario.ts';
import { tinyScenario, tinyWorld } from '../tinyWorld.ts';
import { type Spoilt, tinyShelf } from './tinyShelf.ts';

function readWith(changes: Spoilt) {
  return readScenario(JSON.stringify({ ...tinyScenario(), facts: [], changes }), tinyShelf);
}

function worldWith(changes: Spoilt) {
  const reading = readWith(changes);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.scenario.world;
}

const plain = tinyWorld();
const radio = plain.services.find(({ id }) => id === 'radio')!;

test('services are added after those of the world, or stand in place of the one with their id', () => {
  const louder = { ...radio, name: 'Louder radio' };
  const second = { ...radio, id: 'second-radio', name: 'Second radio' };
  const { services } = worldWith({ services: [louder, second] });
  expect(services.map(({ name }) => name)).toEqual([
    ...plain.services.map(({ id, name }) => (id === 'radio' ? 'Louder radio' : name)),
    'Second radio',
  ]);
});

test('another service is the target, and all others are bystanders', () => {
  const { services } = worldWith({ targets: ['radio'] });
  const targets = services.filter(({ role }) => role === 'target').map(({ id }) => id);
  expect(targets).toEqual(['radio']);
});

test('a service is left out, networks are replaced as a whole, sources come on top', () => {
  const [network] = plain.networks;
  const only = { ...network!, share: { value: 1, assumed: 'all there is' } };
  const sources = { letter: { title: 'A letter' } };
  const world = worldWith({ without: ['radio'], networks: [only], sources });
  expect(world.services.some(({ id }) => id === 'radio')).toBe(false);
  expect(world.networks).toEqual([only]);
  expect(Object.keys(world.sources)).toEqual([...Object.keys(plain.sources), 'letter']);
});

test('names that name nothing are complained of with the nearest one', () => {
  const reading = readWith({ targets: ['radoi'], without: ['mappr'] });
  const errors = reading.ok ? [] : reading.errors.map(({ path, nearest }) => [path, nearest]);
  expect(errors).toEqual([
    ['changes.without[0]', 'mapper'],
    ['changes.targets[0]', 'radio'],
  ]);
});

test('what is added is checked like the rest: its pool must exist', () => {
  const lost = { ...radio, placements: [{ ...radio.placements[0]!, share: 1, pool: 'nowhere' }] };
  const reading = readWith({ services: [lost] });
  const index = plain.services.indexOf(radio);
  expect(reading.ok ? [] : reading.errors.map(({ path, file }) => [path, file])).toEqual([
    [`services[${index}].placements[0].pool`, 'worlds/tiny.json, with the changes of the scenario'],
  ]);
});

test('the same id twice among what is added is refused where it stands', () => {
  const reading = readWith({ services: [radio, { ...radio, name: 'Another radio' }] });
  expect(reading.ok ? [] : reading.errors.map(({ path }) => path)).toEqual([
    'changes.services[1].id',
  ]);
});

test('changes of a wrong shape are told once, where they stand', () => {
  const reading = readWith({
    services: [{ ...radio, id: 'second-radio', category: 5 }],
    sources: 5,
  });
  expect(reading.ok ? [] : reading.errors.map(({ path }) => path).sort()).toEqual([
    'changes.services[0].category',
    'changes.sources',
  ]);
});
