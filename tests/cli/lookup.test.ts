// `overblock lookup` as a person starts it: an address, a prefix, a service by any of its names.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BadInput } from '../../src/cli/badInput.ts';
import { readSubject } from '../../src/cli/lookupSubject.ts';
import { planRun, type WorldFile } from '../../src/model/index.ts';
import { tinyScenario, tinyWorld } from '../tinyWorld.ts';
import { openShell } from './shell.ts';

const { overblock, write, close } = openShell();

/** Mapper and radio share a name; the rule of a name filter is about the other one of mapper. */
function namedScenario() {
  const world = tinyWorld();
  const named: WorldFile = {
    ...world,
    nameShares: { assumed: 'Chosen for the test.' },
    services: world.services.map((service) => {
      if (service.id === 'mapper') {
        return {
          ...service,
          domains: [
            { name: 'map.example', share: 0.75 },
            { name: 'cdn.example', share: 0.25 },
          ],
        };
      }
      return service.id === 'radio'
        ? { ...service, domains: [{ name: 'cdn.example', share: 0.5 }] }
        : service;
    }),
  };
  const scenario = tinyScenario(named);
  const stacks = scenario.stacks.map((stack) =>
    stack.id === 'ledger'
      ? {
          ...stack,
          strategies: [
            ...stack.strategies,
            {
              id: 'names',
              technique: 'nameFilter',
              parameters: { rules: [{ match: 'exact', text: 'map.example' }] },
            },
          ],
        }
      : stack,
  );
  return { ...scenario, stacks, world: named };
}

const at = ['--scenario', 'tiny.json', '--at', '2018-04-17T12:00+03:00'];

beforeAll(() => {
  write('tiny.json', namedScenario());
}, 60_000);
afterAll(close);

function answer(...words: string[]) {
  const { status, stdout, stderr } = overblock('lookup', ...words);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}

describe('an address', () => {
  test('is told in words', () => {
    const stdout = answer('198.51.100.30', ...at);
    expect(stdout).toContain('Nimbus, shared, registered as 198.51.100.0/24.');
    expect(stdout).toContain('Listed by 198.51.100.16/28 since 17 April, 06:00 (');
    expect(stdout).toContain('Listed by 198.51.100.0/25 since 17 April, 00:00 (');
    // A quarter of radio is there: mobile lines lose all of it, fixed ones half: 0.25 · (0.6 + 0.4 · 0.5).
    expect(stdout).toContain(
      'Radio is served from it (named in the world file); in this simulation it loses 20 % of its sessions.',
    );
    expect(stdout).toMatch(/198\.51\.100\.10 +Courier +loses [\d.]+ % +named in the world file/);
  }, 30_000);

  test('is told as JSON, also when nobody holds it', () => {
    const found = JSON.parse(answer('8.8.8.8', '--scenario', 'tiny.json', '--format', 'json'));
    expect(found).toMatchObject({
      address: '8.8.8.8',
      pool: null,
      listed: false,
      listings: [],
      services: [],
    });
  }, 30_000);
});

describe('a prefix', () => {
  test('is told in words: who holds it, how much is listed by what, who is served from it', () => {
    const stdout = answer('198.51.100.0/24', ...at);
    expect(stdout).toContain('256 addresses, held by Nimbus, shared.\n');
    expect(stdout).toContain('128 of them are listed at this time.\n');
    expect(stdout).toContain('Listed by 198.51.100.0/25 since 17 April, 00:00 (');
    expect(stdout).toMatch(
      / {2}Courier \(the target\) +1 address +loses \d+ % +named in the world file\n/,
    );
    expect(stdout).toMatch(/ {2}Lantern +1 address +loses 0 % +named in the world file\n/);
    expect(stdout).not.toContain('Bank');
  }, 30_000);

  test('is told as JSON, also across providers and within an entry', () => {
    const json = (prefix: string) => JSON.parse(answer(prefix, ...at, '--format', 'json'));
    const wide = json('192.0.0.0/4');
    expect(wide).toMatchObject({ prefix: '192.0.0.0/4', addresses: 2 ** 28, listedAddresses: 384 });
    expect(wide.pools).toHaveLength(3);
    expect(wide.services).toHaveLength(5);
    const within = json('198.51.100.16/30');
    expect(within).toMatchObject({ addresses: 4, listedAddresses: 4, services: [] });
    expect(within.listings.map(({ prefix }: { prefix: string }) => prefix)).toEqual([
      '198.51.100.0/25',
      '198.51.100.16/28',
    ]);
  }, 30_000);
});

describe('a service', () => {
  test('is told in words, by its name, its id or a domain name', () => {
    const stdout = answer('radio', ...at);
    expect(stdout).toContain('Radio (radio) at 2018-04-17T12:00+03:00 (scenario tiny-days, ');
    expect(stdout).toContain(
      'In this simulation it loses 20 % of its sessions. Listed at this time: 1 of its 2 addresses.\n',
    );
    expect(stdout).toMatch(/ takes 20 %: 198\.51\.100\.0\/25 and 1 more entry\.\n/);
    expect(stdout).toMatch(
      / {2}203\.0\.113\.30 +Homenet, all of it +not listed +named in the world file\n/,
    );
    expect(answer('RADIO', ...at)).toBe(stdout);
    const named = answer('map.example', ...at);
    expect(named).toContain('map.example is a domain name of it.\n');
    expect(named).toMatch(/ {2}map\.example +75 % +caught by the rule of names\n/);
    expect(named).toMatch(/ {2}cdn\.example +25 %\n/);
  }, 30_000);

  test('of what it loses, says the part of all its sessions that fails through what it needs', () => {
    // Every second visitor of the Theatre needs the Doorman, who is gone: half, and no other loss.
    const theatre = answer('theatre', '--scenario', 'neighbours');
    expect(theatre).toContain('In this simulation it loses 50 % of its sessions. ');
    expect(theatre).toContain('50 % of its sessions fail through what it needs: The Doorman.');
  }, 30_000);

  test('is told as JSON', () => {
    const found = JSON.parse(answer('map.example', ...at, '--format', 'json'));
    expect(found).toMatchObject({
      service: { id: 'mapper', name: 'Mapper', role: 'bystander' },
      askedFor: 'map.example',
      listedAddresses: 1,
      domains: [
        { name: 'map.example', share: 0.75, caughtBy: ['names'] },
        { name: 'cdn.example', share: 0.25, caughtBy: [] },
      ],
      addresses: [{ address: '198.51.100.20', pool: { id: 'nimbus-shared' }, documented: true }],
    });
    // Mobile lines lose all, fixed ones half: 0.6 + 0.4 · 0.5.
    expect(found.losses).toMatchObject([{ strategy: 'register', addresses: 1 }]);
    expect(found.losses[0].share).toBeCloseTo(0.8, 14);
  }, 30_000);
});

describe('a part of a name', () => {
  const plan = planRun(namedScenario());
  const number = (id: string) => plan.world.services.ids.indexOf(id);

  test.each([
    ['Ra', 'radio'], // begins only this name
    ['r', 'radio'], // and comes before names that have it within
    ['OUR', 'courier'],
  ])('%s finds the one service that has it', (text, id) => {
    expect(readSubject(text, plan, 'tiny')).toEqual({ kind: 'service', service: number(id) });
  });

  test('a whole name comes before a part of another', () => {
    const { world, ...scenario } = namedScenario();
    const services = world.services.map((one) =>
      one.id === 'courier' ? { ...one, name: 'Radio Courier' } : one,
    );
    const renamed = planRun({ ...scenario, world: { ...world, services } });
    expect(readSubject('radio', renamed, 'tiny')).toMatchObject({ service: number('radio') });
    expect(readSubject('radio c', renamed, 'tiny')).toMatchObject({ service: number('courier') });
  });
});

describe('anything else is refused with the nearest right name', () => {
  const plan = planRun(namedScenario());
  test.each([
    ['1.2.3.400', 'an IPv4 address such as 192.0.2.1: four numbers from 0 to 255'],
    ['52.58', 'all four numbers of an IPv4 address, such as 52.58.0.1'],
    ['52.58.0.1/16', 'did you mean 52.58.0.0/16?'],
    ['52.58/16', 'did you mean 52.58.0.0/16?'],
    ['52.58.0.0/40', 'a length from 0 to 32'],
    ['maper', 'did you mean mapper?'],
    ['www.map.example', 'did you mean map.example?'],
    [
      'https://map.example/x',
      'expected an IPv4 address, a prefix, or a service of the world tiny by its id, its name or a domain name; did you mean map.example?',
    ],
    ['er', 'the id of one of the services with this in their names: courier, lantern, mapper'],
    ['cdn.example', 'the id of one of the services with this name: mapper, radio'],
  ])('%s', (text, message) => {
    expect(() => readSubject(text, plan, 'tiny')).toThrow(BadInput);
    expect(() => readSubject(text, plan, 'tiny')).toThrow(message);
  });

  test('with exit code 2, nothing on stdout, and a word about names of several words', () => {
    for (const [words, message] of [
      [['maper', '--scenario', 'tiny.json'], 'did you mean mapper?'],
      [['a', 'b', '--scenario', 'tiny.json'], 'a name of several words goes in quotes'],
      [['1.2.3.4'], '--scenario: found nothing'],
    ] as const) {
      const { status, stdout, stderr } = overblock('lookup', ...words);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain(message);
    }
  }, 30_000);
});
