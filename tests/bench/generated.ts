// Made-up worlds of any size: services spread over pools of many prefixes, and a list that grows every day.
import alea from 'seedrandom/lib/alea.js';
import { formatPrefix } from '../../src/model/net/prefix.ts';
import { type Scenario, scenarioSchema } from '../../src/model/run/scenarioSchema.ts';
import { formatMoment } from '../../src/model/time.ts';

export interface Size {
  readonly services: number;
  readonly prefixes: number;
  readonly days: number;
  readonly strategies: readonly object[];
  readonly countermeasures?: readonly object[];
}

const NETWORKS = 10;
const PLACEMENTS = 5;
/** Flow classes of a service: placements · networks · two protocols. */
export const CLASSES_OF_SERVICE = NETWORKS * PLACEMENTS * 2;
const assumed = 'for the bench';
const START = Date.UTC(2018, 3, 13);
const HOUR_MS = 3_600_000;

/** @param size of whole numbers; the ledger lists an equal part of all prefixes each day */
export function generated({ services, prefixes, days, ...chosen }: Size): Scenario {
  const random = alea('generated');
  const below = (end: number) => Math.floor(random() * end);
  const perPool = Math.min(200, prefixes);
  const pools = Array.from({ length: Math.ceil(prefixes / perPool) }, (_, pool) => ({
    id: `pool-${pool}`,
    title: `Pool ${pool}`,
    // Every other /24 from 16.0.0.0 on, so that no two prefixes grow together.
    prefixes: Array.from({ length: perPool }, (_, i) => prefixAt(pool * perPool + i)),
  }));
  const moment = (hour: number) => formatMoment(START + hour * HOUR_MS, 0);
  const order = pools.flatMap((pool) => pool.prefixes).sort(() => random() - 0.5);
  const perDay = Math.ceil(order.length / days);
  const file = {
    kind: 'scenario',
    id: 'generated',
    title: { en: 'Generated' },
    summary: { en: assumed },
    world: {
      ...frame,
      networks: Array.from({ length: NETWORKS }, (_, k) => networkAt(k)),
      providers: pools.map((pool, i) => ({
        ...{ id: `provider-${i}`, name: `Provider ${i}`, kind: 'cloud', asn: [i + 1] },
        ...{ pools: [pool], assumed },
      })),
      services: Array.from({ length: services }, (_, i) => ({
        ...{ id: `service-${i}`, name: `Service ${i}`, role: i === 0 ? 'target' : 'bystander' },
        ...{ category: 'all', users: { value: 1000 + below(1e6), assumed } },
        ...{ sessionsPerUserDay: { value: 1 + below(20), assumed }, profile: 'web' },
        placements: Array.from({ length: PLACEMENTS }, () => ({
          pool: `pool-${below(pools.length)}`,
          share: 1 / PLACEMENTS,
          addresses: 1 + below(4),
          assumed,
        })),
      })),
    },
    period: { from: moment(0), to: moment(24 * days) },
    ledgers: {
      growing: order.map((prefix, i) => ({
        prefix,
        from: moment(24 * Math.floor(i / perDay) + 9),
        assumed,
      })),
    },
    stack: 'all',
    stacks: [{ id: 'all', title: 'All', summary: assumed, strategies: chosen.strategies }],
    countermeasures: chosen.countermeasures ?? [],
  };
  return scenarioSchema.parse(file) as Scenario;
}

function prefixAt(number: number): string {
  const first = 2 ** 28 + 512 * number;
  return formatPrefix(first, first + 255);
}

function networkAt(network: number) {
  const lag = network % 2 === 0 ? 0 : 3;
  return {
    ...{ id: `network-${network}`, title: `Network ${network}` },
    access: network % 3 === 0 ? 'mobile' : 'fixed',
    share: { value: 1 / NETWORKS, assumed },
    completeness: { value: 0.9, assumed },
    lagHours: { low: lag, mode: lag, high: lag, assumed },
  };
}

const frame = {
  kind: 'world',
  id: 'generated',
  title: 'Generated',
  summary: assumed,
  utcOffsetHours: 0,
  sources: {},
  diurnal: { hourly: Array.from({ length: 24 }, (_, hour) => 0.5 + (hour % 12) / 11), assumed },
  categories: [{ id: 'all', title: 'All' }],
  protocols: [
    { id: 'tls', title: 'TLS', look: assumed, showsName: true },
    { id: 'own', title: 'Own', look: assumed },
  ],
  profiles: [
    {
      ...{ id: 'web', title: 'Web', mix: { tls: 0.7, own: 0.3 }, bytesPerSession: 1e6 },
      ...{ hoursPerSession: 0.1, tries: 2, assumed },
    },
  ],
};

export const growingList = {
  id: 'list',
  technique: 'addressBlocklist',
  parameters: { entries: 'ledger', ledger: 'growing' },
};
/** More than it can carry in half of the hours. */
export const boxes = {
  id: 'boxes',
  technique: 'flowClassifier',
  parameters: {
    capacity: 0.6,
    scores: { own: { mean: 1, deviation: 1 }, tls: { mean: -3, deviation: 1 } },
  },
};
