// The scenarios of the benches: fourteen days of April 2018, under one stack or with everything switched on.
import { readFileSync } from 'node:fs';
import { type Scenario, scenarioSchema } from '../../src/model/run/scenarioSchema.ts';

const { seed, ...file } = readJson('scenarios/april-2018.json');
const world = readJson('scenarios/worlds/russia-2018.json');
type Network = Scenario['world']['networks'][number];
export const period = { from: '2018-04-13T00:00+03:00', to: '2018-04-27T00:00+03:00' };

/** Relative to the root of the repository, where npm runs its scripts. */
function readJson(path: string) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** Fourteen days from the first listing on, under one of the scenario's stacks; Telegram hops. */
export function april(stack: string): Scenario {
  const changes = { world, period, stack, seed, facts: [] };
  return scenarioSchema.parse({ ...file, ...changes }) as Scenario;
}

/** The same in a world of some 6,000 flow classes, nearer to the 5,000 that the aims speak of. */
export function onThreeNetworks(scenario: Scenario): Scenario {
  const first = scenario.world.networks.slice(0, 3);
  const sum = first.reduce((all, { share }) => all + share.value, 0);
  const networks = first.map(({ share, ...network }) => ({
    ...network,
    share: { ...share, value: share.value / sum },
  }));
  return { ...scenario, world: { ...scenario.world, networks } };
}

/**
 * Every strategy and every answer at once, on three networks, two of them with equipment that is too
 * small for the list. The figures are made up: what counts is that nothing stands still.
 */
export function everything(): Scenario {
  const stacks = [{ id: 'everything', title: 'All', summary: 'All', strategies }];
  const changes = { world, period, seed, facts: [], stack: 'everything', stacks };
  const countermeasures = [...pushAndHops(), ...people];
  const all = scenarioSchema.parse({ ...file, ...changes, countermeasures }) as Scenario;
  const { networks, ...rest } = onThreeNetworks(all).world;
  return { ...all, world: { ...rest, networks: networks.map(equip) } };
}

/** Three days of the same without complaints: the row-by-row version does not know them, and takes its time. */
export function everythingUnheard(): Scenario {
  const all = everything();
  const countermeasures = all.countermeasures.filter(({ technique }) => technique !== 'appeal');
  const [stack] = all.stacks;
  const deaf = stack!.strategies.map((entry) =>
    entry.technique === 'addressBlocklist'
      ? { ...entry, parameters: { ...entry.parameters, pressurePerDay: 0 } }
      : entry,
  );
  const days = { from: period.from, to: '2018-04-16T00:00+03:00' };
  return { ...all, period: days, countermeasures, stacks: [{ ...stack!, strategies: deaf }] };
}

/** The first network is of fixed lines; the first two take fewer entries than the list will have. */
function equip(network: Network, index: number): Network {
  const tableEntries = { value: 20 * (index + 1), assumed: 'for the bench' };
  if (index === 2) return network;
  return { ...network, tableEntries, access: index === 0 ? 'fixed' : network.access };
}

/** The scenario's own way to hop, with news by one push service. */
function pushAndHops(): object[] {
  const isWanted = ({ id }: { id: string }) => ['telegram-hops', 'google-push-news'].includes(id);
  const own = file.countermeasures.filter(isWanted);
  if (own.length !== 2) throw new Error('the scenario has other countermeasures now');
  return own;
}

const evenings = [{ days: ['mon', 'wed', 'fri', 'sun'], from: '18:30', to: '22:30' }];
const nights = [{ days: ['tue', 'sat'], from: '01:00', to: '04:00' }];

const strategies = [
  {
    id: 'hunt',
    technique: 'addressBlocklist',
    parameters: {
      entries: 'adaptive',
      prefixLength: 16,
      discoveryPerHour: 0.1,
      pressurePerDay: 40,
      pressureHours: 12,
    },
  },
  {
    id: 'names',
    technique: 'nameFilter',
    parameters: {
      rules: [
        { match: 'substring', text: 't.co' },
        { match: 'suffix', text: 'telegram.org' },
      ],
      action: 'throttle',
      kilobitsPerSecond: 128,
    },
  },
  {
    id: 'boxes',
    technique: 'flowClassifier',
    parameters: {
      capacity: 0.6,
      residualSeconds: 120,
      scores: {
        mtproto: { mean: 1.1, deviation: 1 },
        'mtproto-obfuscated': { mean: 0.4, deviation: 1 },
        'other-tcp': { mean: -1.7, deviation: 1 },
        tls: { mean: -3, deviation: 1 },
      },
    },
  },
  {
    id: 'signature',
    technique: 'protocolFingerprint',
    parameters: { protocols: ['mtproto', 'openvpn'], halfLifeWeeks: 3 },
  },
  {
    id: 'white-list',
    technique: 'allowList',
    window: { weekly: evenings },
    parameters: { names: ['vk.com', 'yandex.ru', 'gosuslugi.ru'], coverageMobile: 0.5 },
  },
  {
    id: 'cut',
    technique: 'shutdown',
    window: { weekly: nights },
    parameters: { mobile: 0.3, fixed: 0 },
  },
];

const people = [
  {
    id: 'vpn',
    technique: 'circumvention',
    parameters: { service: 'telegram', looks: { openvpn: 0.6, tls: 0.4 } },
  },
  {
    id: 'rivals',
    technique: 'substitution',
    parameters: {
      service: 'telegram',
      rivals: [
        { service: 'tamtam', share: 0.3 },
        { service: 'whatsapp', share: 0.5 },
      ],
    },
  },
  {
    id: 'new-look',
    technique: 'disguise',
    parameters: { service: 'telegram', from: 'mtproto', to: 'tls' },
  },
  {
    id: 'businesses',
    technique: 'migration',
    parameters: { pools: [{ pool: 'hetzner', weight: 1 }], patienceLowHours: 12 },
  },
  { id: 'hotline', technique: 'appeal', parameters: { complaintsPerThousandLost: 0.2 } },
];
