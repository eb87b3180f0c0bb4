// A world small enough to check on paper: two providers, three pools, five services, a long tail.
import type { ScenarioFile, WorldFile } from '../src/model/index.ts';

const assumed = 'Chosen so that results can be worked out on paper.';
const flatDay: readonly number[] = Array.from({ length: 24 }, () => 1);

/**
 * Sessions a day: courier (the target) 10,000; lantern 1,000, mapper 4,000, radio 2,000, bank 2,000
 * and the long tail 1,000, so that bystanders add up to 10,000 too.
 *
 * | address          | pool             | service  | share |
 * | ---------------- | ---------------- | -------- | ----- |
 * | 192.0.2.10, .20  | nimbus-dedicated | courier  | 0.5   |
 * | 198.51.100.10    | nimbus-shared    | courier  | 0.5   |
 * | 198.51.100.20    | nimbus-shared    | mapper   | 1     |
 * | 198.51.100.30    | nimbus-shared    | radio    | 0.25  |
 * | 198.51.100.200   | nimbus-shared    | lantern  | 1     |
 * | 203.0.113.30     | homenet          | radio    | 0.75  |
 * | 203.0.113.40     | homenet          | bank     | 1     |
 *
 * Mobile (share 0.6) enforces all at once; fixed lines (0.4) for half of the users and 2 hours later.
 * @param hourly the course of the day; flat unless given
 */
export function tinyWorld(hourly: readonly number[] = flatDay): WorldFile {
  return {
    kind: 'world',
    version: 2,
    id: 'tiny',
    title: 'Tiny world',
    summary: 'Two providers, three pools, five services and a long tail.',
    utcOffsetHours: 3,
    sources: { gazette: { title: 'The Gazette', url: 'https://gazette.example/' } },
    diurnal: { hourly: [...hourly], assumed },
    categories: [
      { id: 'messaging', title: 'Messaging' },
      { id: 'everyday', title: 'Everyday' },
      { id: 'banking', title: 'Banking' },
    ],
    protocols: [
      { id: 'tls', title: 'TLS', look: 'A TLS handshake with a readable name.' },
      { id: 'mtproto', title: 'MTProto', look: 'Bytes without a pattern.' },
    ],
    profiles: [
      {
        id: 'web',
        title: 'Web',
        mix: { tls: 1 },
        bytesPerSession: 1_000_000,
        hoursPerSession: 0.5,
        tries: 1,
        assumed,
      },
      {
        id: 'messenger',
        title: 'Messenger',
        mix: { mtproto: 0.75, tls: 0.25 },
        bytesPerSession: 1000,
        hoursPerSession: 0.1,
        tries: 2,
        assumed,
      },
    ],
    networks: [
      {
        id: 'mobile',
        title: 'Mobile',
        access: 'mobile',
        share: { value: 0.6, assumed },
        completeness: { value: 1, assumed },
        lagHours: { low: 0, mode: 0, high: 0, assumed },
      },
      {
        id: 'fixed',
        title: 'Fixed lines',
        access: 'fixed',
        share: { value: 0.4, assumed },
        completeness: { value: 0.5, assumed },
        lagHours: { low: 2, mode: 2, high: 2, assumed },
      },
    ],
    providers: [
      {
        id: 'nimbus',
        name: 'Nimbus',
        kind: 'cloud',
        asn: [64496],
        pools: [
          {
            id: 'nimbus-dedicated',
            title: 'dedicated',
            region: 'west',
            prefixes: ['192.0.2.0/24'],
          },
          {
            id: 'nimbus-shared',
            title: 'shared',
            region: 'east',
            prefixes: ['198.51.100.0/24'],
            tail: {
              sites: { value: 1000, assumed },
              sessionsPerDay: { value: 1000, assumed },
              profile: 'web',
            },
          },
        ],
        assumed,
      },
      {
        id: 'homenet',
        name: 'Homenet',
        kind: 'telecom',
        asn: [64497],
        pools: [{ id: 'homenet', title: 'all of it', prefixes: ['203.0.113.0/24'] }],
        assumed,
      },
    ],
    services: [
      {
        id: 'courier',
        name: 'Courier',
        role: 'target',
        category: 'messaging',
        users: { value: 1000, assumed },
        sessionsPerUserDay: { value: 10, assumed },
        profile: 'messenger',
        placements: [
          {
            pool: 'nimbus-dedicated',
            share: 0.5,
            addresses: 2,
            known: ['192.0.2.10', '192.0.2.20'],
            assumed,
          },
          {
            pool: 'nimbus-shared',
            share: 0.5,
            addresses: 1,
            known: ['198.51.100.10'],
            assumed,
          },
        ],
      },
      bystander('lantern', 'everyday', 1000, [['nimbus-shared', 1, '198.51.100.200']]),
      {
        ...bystander('mapper', 'everyday', 4000, [['nimbus-shared', 1, '198.51.100.20']]),
        report: { said: 'Mapper did not load.', reported: 'gazette' },
      },
      bystander('radio', 'everyday', 2000, [
        ['nimbus-shared', 0.25, '198.51.100.30'],
        ['homenet', 0.75, '203.0.113.30'],
      ]),
      bystander('bank', 'banking', 2000, [['homenet', 1, '203.0.113.40']]),
    ],
  };
}

/** The same with named services only: bystanders add up to 9,000 sessions a day. */
export function tinyWorldWithoutTail(): WorldFile {
  const world = tinyWorld();
  const providers = world.providers.map((provider) => ({
    ...provider,
    pools: provider.pools.map(({ tail: _, ...pool }) => pool),
  }));
  return { ...world, providers };
}

/** One session a user and day; each placement is one documented address. */
function bystander(
  id: string,
  category: string,
  users: number,
  placements: readonly (readonly [pool: string, share: number, address: string])[],
): WorldFile['services'][number] {
  return {
    id,
    name: id.charAt(0).toUpperCase() + id.slice(1),
    role: 'bystander',
    category,
    users: { value: users, assumed },
    sessionsPerUserDay: { value: 1, assumed },
    profile: 'web',
    placements: placements.map(([pool, share, address]) => ({
      pool,
      share,
      addresses: 1,
      known: [address],
      assumed,
    })),
  };
}

/**
 * Three days of 24 hourly ticks. The documented register: 192.0.2.0/24 from tick 12 on;
 * 198.51.100.0/25 (courier's cloud address, mapper, radio) in ticks 24 … 59; nested in it
 * 198.51.100.16/28 (mapper, radio) from tick 30 on, which stays.
 * @param world an id, or the world itself, inlined
 */
export function tinyScenario(world: ScenarioFile['world'] = 'tiny'): ScenarioFile {
  return {
    kind: 'scenario',
    version: 2,
    id: 'tiny-days',
    title: { en: 'Three days in the tiny world' },
    summary: { en: 'A register, a hunt and a classifier against one messenger.' },
    story: [],
    questions: [],
    limits: [],
    world,
    period: { from: '2018-04-16T00:00+03:00', to: '2018-04-19T00:00+03:00' },
    tickHours: 1,
    seed: 7,
    sources: {},
    ladder: [],
    ledgers: {
      register: [
        { prefix: '192.0.2.0/24', from: '2018-04-16T12:00+03:00', reported: 'gazette' },
        {
          prefix: '198.51.100.0/25',
          from: '2018-04-17T00:00+03:00',
          until: '2018-04-18T12:00+03:00',
          reported: 'gazette',
        },
        { prefix: '198.51.100.16/28', from: '2018-04-17T06:00+03:00', assumed },
      ],
    },
    stack: 'ledger',
    stacks: [
      { id: 'none', title: 'No blocking', summary: 'The world as it was.', strategies: [] },
      {
        id: 'ledger',
        title: 'The register',
        summary: 'What was listed, and when.',
        strategies: [
          {
            id: 'register',
            technique: 'addressBlocklist',
            parameters: { entries: 'ledger', ledger: 'register' },
          },
        ],
      },
      {
        id: 'adaptive',
        title: 'Hunting',
        summary: 'A prefix around each address that is found.',
        strategies: [
          {
            id: 'hunt',
            technique: 'addressBlocklist',
            parameters: { entries: 'adaptive', prefixLength: 26, discoveryPerHour: 0.2 },
          },
        ],
      },
      {
        id: 'dpi',
        title: 'Classifier',
        summary: 'Flows that look like MTProto are dropped.',
        strategies: [
          {
            id: 'classifier',
            technique: 'flowClassifier',
            parameters: {
              threshold: 0,
              scores: { mtproto: { mean: 2, deviation: 1 }, tls: { mean: -2, deviation: 1 } },
            },
          },
        ],
      },
    ],
    countermeasures: [],
    facts: [
      {
        id: 'half-a-cloud',
        title: 'The register holds 384 addresses',
        at: '2018-04-17T12:00+03:00',
        metric: 'listedAddresses',
        low: 384,
        high: 384,
        role: 'check',
        reported: 'gazette',
      },
    ],
  };
}

/** Courier rents fresh addresses in the shared pool an hour after one is listed. */
export function tinyHopping(): ScenarioFile['countermeasures'][number] {
  return {
    id: 'hopping',
    technique: 'addressHopping',
    parameters: {
      service: 'courier',
      ownRanges: [],
      pools: [{ pool: 'nimbus-shared', weight: 1 }],
      budget: 0,
      evictions: [],
      hopDelayHours: 1,
      newsDelayHours: 3,
    },
  };
}

/** Half of courier's clients hear of its fresh addresses through mapper, no faster than the others. */
export function tinyChannel(): ScenarioFile['countermeasures'][number] {
  return {
    id: 'news-by-mapper',
    technique: 'updateChannel',
    parameters: { service: 'courier', carrier: 'mapper', share: 0.5, delayHours: 3 },
  };
}
