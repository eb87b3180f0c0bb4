// What only the world and the entries before it can tell of a countermeasure's parameters.
import { describe, expect, test } from 'vitest';
import type * as z from 'zod/mini';
import { addressHopping } from '../../../src/model/countermeasures/addressHopping/addressHopping.ts';
import { circumvention } from '../../../src/model/countermeasures/circumvention.ts';
import type { Countermeasure } from '../../../src/model/countermeasures/countermeasure.ts';
import { disguise } from '../../../src/model/countermeasures/disguise.ts';
import { migration } from '../../../src/model/countermeasures/migration/migration.ts';
import { substitution } from '../../../src/model/countermeasures/substitution.ts';
import { updateChannel } from '../../../src/model/countermeasures/updateChannel.ts';
import { tinyWorld } from '../../tinyWorld.ts';

/** Path and expectation of each fault that a countermeasure finds beside entries `a`, `b`, … before it. */
function faultsOf<S extends z.ZodMiniObject>(
  countermeasure: Countermeasure<S>,
  parameters: object,
  earlier: readonly object[] = [],
): string[] {
  const parsed = (own: object) => countermeasure.parameters.parse(own) as never;
  const entries = earlier.map((own, index) => ({ id: 'abc'[index]!, parameters: parsed(own) }));
  const faults = countermeasure.faults!(parsed(parameters), tinyWorld(), entries);
  return faults.map(({ path, expected }) => `${path.join('.')}: ${expected}`);
}

/** Path and message of each issue that a schema has with parameters. */
function issuesOf(countermeasure: Countermeasure<z.ZodMiniObject>, parameters: object): string[] {
  const { error } = countermeasure.parameters.safeParse(parameters);
  return error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
}

describe('address hopping', () => {
  const pools = [{ pool: 'nimbus-shared', weight: 1 }];
  const hopping = (own: object) => ({ service: 'courier', pools, ...own });

  test('moves placements of a profile that the service has', () => {
    expect(faultsOf(addressHopping, hopping({}))).toEqual([]);
    expect(faultsOf(addressHopping, hopping({ profile: 'messenger' }))).toEqual([]);
    expect(faultsOf(addressHopping, hopping({ profile: 'web' }))).toEqual([
      'profile: a profile of a placement of the service',
    ]);
    // Of a service that there is not, the file check complains by itself.
    expect(faultsOf(addressHopping, hopping({ service: 'cellar', profile: 'web' }))).toEqual([]);
  });

  test('moves no placement that an entry before it moves', () => {
    const all = hopping({});
    const some = hopping({ profile: 'messenger' });
    const twice = (what: string) => [
      `${what}: a ${what} of which the countermeasure a moves nothing`,
    ];
    expect(faultsOf(addressHopping, all, [all])).toEqual(twice('service'));
    expect(faultsOf(addressHopping, all, [some])).toEqual(twice('service'));
    expect(faultsOf(addressHopping, some, [all])).toEqual(twice('profile'));
    expect(faultsOf(addressHopping, some, [some])).toEqual(twice('profile'));
    expect(faultsOf(addressHopping, all, [hopping({ service: 'bank' })])).toEqual([]);
    expect(faultsOf(addressHopping, some, [hopping({ profile: 'web' })])).toEqual([]);
  });
});

describe('migration', () => {
  test('is for businesses, not for the target', () => {
    const place = { pools: [{ pool: 'homenet', weight: 1 }] };
    expect(faultsOf(migration, place)).toEqual([]);
    expect(faultsOf(migration, { ...place, services: ['radio', 'mapper'] })).toEqual([]);
    expect(faultsOf(migration, { ...place, services: ['radio', 'courier', 'bank'] })).toEqual([
      'services.1: a service that is not the target',
    ]);
  });
});

describe('disguise', () => {
  const change = (own: object) => ({ service: 'courier', from: 'mtproto', to: 'tls', ...own });

  test('changes a look that the service has to another one, once', () => {
    expect(faultsOf(disguise, change({}))).toEqual([]);
    expect(faultsOf(disguise, change({ service: 'bank' }))).toEqual([
      'from: a protocol that the service uses',
    ]);
    expect(faultsOf(disguise, change({ to: 'mtproto' }))).toEqual([
      'to: another protocol than the one it leaves',
    ]);
    const other = change({ from: 'tls', to: 'mtproto' });
    expect(faultsOf(disguise, change({}), [other, change({})])).toEqual([
      'from: a protocol of the service that the countermeasure b does not change',
    ]);
    expect(faultsOf(disguise, change({}), [other, change({ service: 'radio' })])).toEqual([]);
    expect(faultsOf(disguise, change({ service: 'cellar' }))).toEqual([]);
  });

  test('begins with no more than its ceiling', () => {
    expect(issuesOf(disguise, change({ initialShare: 0.5, ceiling: 0.5 }))).toEqual([]);
    expect(issuesOf(disguise, change({ initialShare: 0.6, ceiling: 0.5 }))).toEqual([
      'initialShare: at most the ceiling of 0.5',
    ]);
  });
});

describe('an update channel', () => {
  test('reaches clients that no channel of the service before it reaches', () => {
    const channel = (share: number, service = 'courier') => ({ service, share, delayHours: 1 });
    expect(faultsOf(updateChannel, channel(1))).toEqual([]);
    expect(faultsOf(updateChannel, channel(0.5), [channel(0.25), channel(0.25)])).toEqual([]);
    expect(faultsOf(updateChannel, channel(0.75), [channel(0.25), channel(0.25)])).toEqual([
      'share: at most 0.5, the rest hears by a, b',
    ]);
    expect(faultsOf(updateChannel, channel(0.75), [channel(1, 'bank')])).toEqual([]);
  });
});

describe('leaving for rivals', () => {
  const leave = (rivals: readonly (readonly [string, number])[], service = 'courier') => ({
    service,
    rivals: rivals.map(([rival, share]) => ({ service: rival, share })),
  });

  test('leads to other services, to each once, and out of each service once', () => {
    const two = leave([
      ['lantern', 0.5],
      ['radio', 0.5],
    ]);
    expect(faultsOf(substitution, two)).toEqual([]);
    expect(faultsOf(substitution, two, [leave([], 'bank')])).toEqual([]);
    const wrong = leave([
      ['lantern', 0.25],
      ['courier', 0.25],
      ['lantern', 0.5],
    ]);
    expect(faultsOf(substitution, wrong, [leave([])])).toEqual([
      'rivals.1.service: another service than the one that is left',
      'rivals.2.service: each rival once',
      'service: a service that the countermeasure a does not make people leave',
    ]);
  });

  test('leads no more people away than there are', () => {
    const split = (share: number) =>
      leave([
        ['lantern', 0.5],
        ['radio', share],
      ]);
    expect(issuesOf(substitution, split(0.5))).toEqual([]);
    expect(issuesOf(substitution, split(0.51))).toEqual([
      'rivals: shares that add up to 1 at most',
    ]);
  });
});

describe('a tunnel', () => {
  test('begins with no more users than its ceiling', () => {
    const tunnel = { service: 'courier', looks: { tls: 1 }, ceiling: 0.4 };
    expect(issuesOf(circumvention, { ...tunnel, initialShare: 0.4 })).toEqual([]);
    expect(issuesOf(circumvention, { ...tunnel, initialShare: 0.5 })).toEqual([
      'initialShare: at most the ceiling of 0.4',
    ]);
  });
});
