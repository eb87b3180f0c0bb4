import { expect, test } from 'vitest';
import { parseAddress, run, type Scenario, scenarioSchema } from '../../../src/model/index.ts';
import { findServices } from '../../../src/views/lookup/findServices.ts';
import { answerAddress, answerService } from '../../../src/views/lookup/words.ts';
import { openShipped, runStack } from '../../scenario/shipped/shippedRuns.ts';
import { tinyHopping, tinyScenario, tinyWorld } from '../../tinyWorld.ts';

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

test('under boxes alone nobody speaks of lists', () => {
  const boxes = run({ ...scenario, stack: 'dpi' });
  const [, listed] = answerAddress(boxes, address('198.51.100.20'), last).sentences;
  expect(listed).toBe('No strategy in use lists addresses.');
  const { sentences } = answerService(boxes, serviceOf('courier'), last);
  expect(sentences.join(' ')).toMatch(/ it loses \d+ % of its sessions\. /);
  expect(sentences.join(' ')).not.toMatch(/listed/);
});

test('a service is answered with where it lives and what it loses', () => {
  const { sentences, addresses } = answerService(tiny, serviceOf('bank'), last);
  expect(sentences).toEqual([
    'Lives on 1 address in Homenet, all of it.',
    'In this simulation it loses nothing at this time.',
  ]);
  expect(addresses).toEqual([
    { title: 'Addresses that the world file names: ', addresses: [address('203.0.113.40')] },
  ]);
});

test('losses are said to be simulated; a single address is not counted', () => {
  const { sentences } = answerService(tiny, serviceOf('mapper'), 40);
  expect(sentences.slice(1, 2)).toEqual([
    'In this simulation it loses 80 % of its sessions; its only address is listed.',
  ]);
});

test('an entry that only slows down is not said to cut anybody off', () => {
  const [register] = scenario.stacks.filter(({ id }) => id === 'ledger');
  const slow = { action: 'throttle', kilobitsPerSecond: 8 };
  const strategies = register!.strategies.map((entry) => {
    return { ...entry, parameters: { ...entry.parameters, ...slow } };
  });
  const stacks = [{ ...register!, strategies }];
  const slowed = run({ ...scenario, stack: 'ledger', stacks });
  // A megabyte in half an hour is 40/9 kbit/s: mapper loses nothing.
  expect(answerService(slowed, serviceOf('mapper'), 40).sentences.slice(1)).toEqual([
    'In this simulation it loses nothing at this time, although its only address is listed.',
    'Its listed addresses answer: a session there loses 0 % of itself.',
  ]);
  const [, listed] = answerAddress(slowed, address('198.51.100.20'), 40).sentences;
  expect(listed).toBe(
    'Listed by 198.51.100.16/28 since 17 April, 06:00, slowed down to 8 kbit/s; also inside 198.51.100.0/25.',
  );
});

/** The bank with half of its sessions on four addresses more, drawn from Nimbus’ shared pool. */
function drawnBank(more: object = {}) {
  const world = tinyWorld();
  const services = world.services.map((service) =>
    service.id === 'bank'
      ? {
          ...service,
          placements: [
            ...service.placements.map((placement) => ({ ...placement, share: 0.5 })),
            { pool: 'nimbus-shared', share: 0.5, addresses: 4, assumed: 'A guess.', ...more },
          ],
        }
      : service,
  );
  const twice = world.profiles
    .filter(({ id }) => id === 'web')
    .map((profile) => ({ ...profile, id: 'web-twice', tries: 2 }));
  const profiles = [...world.profiles, ...twice];
  return run({ ...scenario, world: { ...world, services, profiles } });
}

test('drawn addresses stand apart from those that the file names and name their seed', () => {
  const titles = (more?: object) =>
    answerService(drawnBank(more), serviceOf('bank'), last).addresses.map(({ title }) => title);
  expect(titles()).toEqual([
    'Addresses that the world file names: ',
    'Addresses (drawn with seed 7; only the pool is assumed): ',
  ]);
  expect(titles({ within: ['198.51.100.128/25'] })).toEqual([
    'Addresses that the world file names: ',
    'Addresses (drawn with seed 7 within prefixes that the world file names): ',
  ]);
});

test('listed yet working: clients try an address that is free', () => {
  // Of four addresses one lies in 198.51.100.0/25, listed from tick 24: two tries never both fail.
  const within = {
    known: ['198.51.100.40'],
    within: ['198.51.100.128/25'],
    profile: 'web-twice',
  };
  const { sentences } = answerService(drawnBank(within), serviceOf('bank'), 40);
  expect(sentences.slice(1)).toEqual([
    'In this simulation it loses nothing at this time, although 1 of its 5 addresses is listed.',
    'A client tries up to 2 addresses and fails only if all it tries are listed.',
  ]);
});

test('listed yet working: no network applies the entries yet', () => {
  const world = tinyWorld();
  const networks = world.networks.map((network) => ({
    ...network,
    lagHours: { ...network.lagHours, low: 5, mode: 5, high: 5 },
  }));
  const late = run({ ...scenario, world: { ...world, networks } });
  const { sentences } = answerService(late, serviceOf('mapper'), 26);
  expect(sentences.slice(1)).toEqual([
    'In this simulation it loses nothing at this time, although its only address is listed.',
    'Networks lag: after 2 hours at most, none applies these entries yet.',
  ]);
  expect(answerService(late, serviceOf('mapper'), 29).sentences[1]).toContain('loses 80 %');
});

test('a service that moves says what stays, what left and where it is now', () => {
  const hopping = run({ ...scenario, countermeasures: [tinyHopping()] });
  const before = answerService(hopping, serviceOf('courier'), 11);
  expect(before.sentences[0]).toBe(
    'Lives on 3 addresses in Nimbus, dedicated (50 %); Nimbus, shared (50 %).',
  );
  // 192.0.2.0/24 is listed at tick 12, so both dedicated addresses have moved an hour later.
  const after = answerService(hopping, serviceOf('courier'), 14);
  expect(after.sentences.slice(0, 2)).toEqual([
    '50 % of its sessions (Messenger) stay on 1 address in Nimbus, shared.',
    '50 % of its sessions (Messenger) began in Nimbus, dedicated and, in this simulation, now use ' +
      '2 addresses in Nimbus.',
  ]);
  expect(after.addresses.map(({ title }) => title)).toEqual([
    'Addresses that the world file names: ',
    'Addresses it has moved to (drawn with seed 7): ',
  ]);
});

test('neighbours whose places are drawn are said to be drawn', () => {
  const places = (answered: typeof tiny) =>
    answerAddress(answered, address('198.51.100.199'), 0).places;
  expect(places(tiny)).toBe('Their places are named in the world file.');
  expect(places(drawnBank())).toBe(
    'Their places are drawn with seed 7 (only the pool is assumed) except Lantern, Radio, Mapper and Courier (named in the world file).',
  );
});

test('the figures behind a service say where they come from', () => {
  const { figures } = answerService(tiny, serviceOf('bank'), last);
  expect(figures[0]).toMatch(/^Users: [\d,]+, assumed: /);
  expect(figures.at(-1)).toMatch(/^Hosting: assumed: /);
});

test('while networks lag, each entry says who does not apply it yet, or still does', () => {
  // Courier’s third address is in 198.51.100.0/25, which goes off the list at tick 60. Then its two
  // others lose 0.5 · 0.8, and fixed lines still 0.5 · 0.4 · 0.5 of the third.
  const lossAt = (id: string, tick: number) =>
    answerService(tiny, serviceOf(id), tick).sentences.slice(1);
  expect(lossAt('courier', 60)).toEqual([
    'In this simulation it loses 50 % of its sessions; 2 of its 3 addresses are listed.',
    'Address blocklist takes 50 %: 192.0.2.0/24 since 16 April, 12:00; 198.51.100.0/25 since ' +
      '17 April, 00:00, still applied by Fixed lines (they lag by up to 2 h).',
  ]);
  expect(lossAt('mapper', 24)).toEqual([
    'In this simulation it loses 60 % of its sessions; its only address is listed.',
    'Address blocklist takes 60 %: 198.51.100.0/25 since 17 April, 00:00, not yet applied by ' +
      'Fixed lines (they lag by up to 2 h).',
  ]);
});

test('services are found by any part of their name, those that begin with it first', () => {
  const labels = (text: string) => findServices(tiny, text).map((found) => found.label);
  expect(labels('')).toEqual([]);
  expect(labels('ba')).toEqual(['Bank']);
  // Radio has its r at the beginning, Courier and Lantern, in this order of the alphabet, further on.
  expect(labels('r')).toEqual(['Radio', 'Courier', 'Lantern', 'Mapper']);
  expect(labels('ER ')).toEqual(['Lantern', 'Mapper', 'Courier']);
});

test('what fails through what a service needs is said as a share of all its sessions, not of its loss', async () => {
  // Every second visitor of the Theatre needs the Doorman, who is gone: half, and no other loss.
  const street = runStack(await openShipped('neighbours'));
  const theatre = street.plan.world.services.ids.indexOf('theatre');
  expect(answerService(street, theatre, 12).sentences).toContain(
    '50 % of its sessions fail through what it needs: ' +
      'The Doorman, which loses 100 % and stops 50 % of what needs it.',
  );
});
