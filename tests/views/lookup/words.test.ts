import { expect, test } from 'vitest';
import { parseAddress, run, type Scenario, scenarioSchema } from '../../../src/model/index.ts';
import { answerAddress, answerService, findServices } from '../../../src/views/lookup/words.ts';
import { tinyScenario, tinyWorld } from '../../tinyWorld.ts';

const scenario: Scenario = {
  ...scenarioSchema.parse(tinyScenario(tinyWorld())),
  world: tinyWorld(),
};
const tiny = run(scenario);
const last = tiny.plan.ticks - 1;
const address = (text: string) => parseAddress(text) as number;
const serviceOf = (id: string) => tiny.plan.world.services.ids.indexOf(id);

test('a listed address is answered with its holder, its entry and its neighbours', () => {
  const { sentences, services, neighbours } = answerAddress(tiny, address('198.51.100.20'), last);
  expect(sentences[0]).toMatch(/198\.51\.100\.0\/24/);
  expect(sentences[1]).toMatch(/^Listed by 198\.51\.100\.\d+\/\d+ since /);
  expect(services).toEqual([serviceOf('mapper')]);
  expect(neighbours).not.toContain(serviceOf('mapper'));
  expect(neighbours.length).toBeGreaterThan(0);
});

test('an address that nobody holds is said to be nobody’s', () => {
  const { sentences } = answerAddress(tiny, address('8.8.8.8'), last);
  expect(sentences).toEqual(['No provider of this world holds it.', 'Not listed at this time.']);
});

test('a service is answered with where it lives and what it loses', () => {
  const { sentences, addresses } = answerService(tiny, serviceOf('bank'), last);
  expect(sentences[0]).toMatch(/on 1 address/);
  expect(sentences[1]).toBe('It loses nothing at this time.');
  expect(addresses).toEqual([address('203.0.113.40')]);
});

test('the figures behind a service say where they come from', () => {
  const { figures } = answerService(tiny, serviceOf('bank'), last);
  expect(figures[0]).toMatch(/^Users: [\d,]+, assumed: /);
  expect(figures.at(-1)).toMatch(/^Hosting: assumed: /);
});

test('services are found by any part of their name, those that begin with it first', () => {
  expect(findServices(tiny, '').length).toBe(0);
  expect(findServices(tiny, 'ba').map((found) => found.label)).toEqual(['Bank']);
  const er = findServices(tiny, 'er').map((found) => found.label);
  expect(er).toContain('Courier');
  expect(er).toContain('Mapper');
});
