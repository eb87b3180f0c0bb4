// What is known of an address or a service, in one or two sentences with their numbers.
import {
  type AddressOrigin,
  basisOfPlacement,
  formatAddress,
  lookUpAddress,
  movedPlacements,
  type Run,
  type UsedAddress,
  usedAddresses,
} from '../../model/index.ts';
import { holderInWords, listedInWords, placesInWords } from '../../scenario/addressWords.ts';
import { basisInWords, count, listInWords, percent, poolInWords } from '../../scenario/words.ts';
import { lossInWords } from './lossSentences.ts';

export interface AddressAnswer {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly services: readonly number[];
  readonly neighbours: readonly number[];
  /** Which of their places the world file names, and which are drawn; empty where nobody is near. */
  readonly places: string;
}

export function answerAddress(run: Run, address: number, tick: number): AddressAnswer {
  const report = lookUpAddress(run, address, tick);
  return {
    title: formatAddress(address),
    sentences: [holderInWords(run, report), listedInWords(run, report)],
    services: report.services.map(({ service }) => service),
    neighbours: report.neighbours.map(({ service }) => service),
    places: placesInWords(run, [...report.services, ...report.neighbours]),
  };
}

export interface ServiceAnswer {
  readonly title: string;
  readonly sentences: readonly string[];
  /** The figures behind it and where they come from. */
  readonly figures: readonly string[];
  readonly said:
    | { readonly text: string; readonly source: string; readonly url: string | undefined }
    | undefined;
  /** Its addresses, those that the world file names apart from the drawn ones. */
  readonly addresses: readonly AddressGroup[];
}

export interface AddressGroup {
  readonly title: string;
  readonly addresses: readonly number[];
}

export function answerService(run: Run, service: number, tick: number): ServiceAnswer {
  const report = run.scenario.world.services[service]?.report;
  const source = report && run.scenario.world.sources[report.reported];
  const used = usedAddresses(run, service, tick);
  return {
    title: run.plan.world.services.names[service] ?? '',
    sentences: [...homesInWords(run, service, used, tick), ...lossInWords(run, service, tick)],
    figures: figuresInWords(run, service),
    said: report && {
      text: report.said,
      source: source?.title ?? report.reported,
      url: source?.url,
    },
    addresses: addressGroups(run, used),
  };
}

/** Where it lives: its pools with their shares of the sessions, and where a part of it has moved. */
function homesInWords(
  run: Run,
  service: number,
  used: readonly UsedAddress[],
  tick: number,
): string[] {
  const { firstPlacementOfService } = run.plan.world.services;
  const first = firstPlacementOfService[service] ?? 0;
  const end = firstPlacementOfService[service + 1] ?? first;
  const placements = Array.from({ length: end - first }, (_, index) => first + index);
  const moved = movedPlacements(run, tick);
  const movers = placements.filter((placement) => moved.has(placement));
  const stayers = placements.filter((placement) => !moved.has(placement));
  const addressesOf = (some: readonly number[]) =>
    used.filter(({ placement }) => some.includes(placement));
  if (movers.length === 0) {
    const homes = listInWords(poolsWithShares(run, placements), 6);
    return [`Lives on ${addressesInWords(used.length)} in ${homes}.`];
  }
  const [left, kept] = [movers, stayers].map((some) => listInWords(poolsInWords(run, some), 6));
  const there = holdersInWords(run, addressesOf(movers));
  if (stayers.length === 0) return [`Began in ${left} and, in this simulation, now uses ${there}.`];
  return [
    `${partInWords(run, stayers)} stay on ` +
      `${addressesInWords(addressesOf(stayers).length)} in ${kept}.`,
    `${partInWords(run, movers)} began ${left === kept ? 'there' : `in ${left}`} and, in this ` +
      `simulation, now use ${there}.`,
  ];
}

function addressesInWords(addresses: number): string {
  return addresses === 1 ? '1 address' : `${count(addresses)} addresses`;
}

/** Each pool once; with its share where there are several. */
function poolsWithShares(run: Run, placements: readonly number[]): string[] {
  const { poolOfPlacement, shareOfPlacement } = run.plan.world.placements;
  const shares = new Map<string, number>();
  for (const placement of placements) {
    const pool = poolInWords(run, poolOfPlacement[placement] ?? 0);
    shares.set(pool, (shares.get(pool) ?? 0) + (shareOfPlacement[placement] ?? 0));
  }
  if (shares.size === 1) return [...shares.keys()];
  return [...shares].map(([pool, share]) => `${pool} (${percent(share)})`);
}

function poolsInWords(run: Run, placements: readonly number[]): string[] {
  const { poolOfPlacement } = run.plan.world.placements;
  return [...new Set(placements.map((p) => poolInWords(run, poolOfPlacement[p] ?? 0)))];
}

/** “8 % of its sessions (Telegram, voice calls)”. */
function partInWords({ plan, scenario }: Run, placements: readonly number[]): string {
  const { shareOfPlacement, profileOfPlacement } = plan.world.placements;
  const share = placements.reduce((sum, placement) => sum + (shareOfPlacement[placement] ?? 0), 0);
  const profiles = new Set(placements.map((placement) => profileOfPlacement[placement] ?? 0));
  const titles = [...profiles].map((profile) => scenario.world.profiles[profile]?.title ?? '');
  return `${percent(share)} of its sessions (${listInWords(titles)})`;
}

const MOST_HOLDERS = 6;

/** “24 addresses: 14 in Amazon Web Services and 10 in Google Cloud”. */
function holdersInWords(run: Run, used: readonly UsedAddress[]): string {
  const { pools, providers } = run.plan.world;
  const held = new Map<string, number>();
  for (const { address } of used) {
    const { pool } = lookUpAddress(run, address, 0, 0);
    const provider =
      pool === undefined ? undefined : providers.names[pools.providerOfPool[pool] ?? 0];
    const holder = provider ?? 'nobody’s space';
    held.set(holder, (held.get(holder) ?? 0) + 1);
  }
  const sorted = [...held].sort((a, b) => b[1] - a[1]);
  const only = sorted[0];
  const addresses = addressesInWords(used.length);
  if (sorted.length === 1 && only) return `${addresses} in ${only[0]}`;
  const rest = sorted.slice(MOST_HOLDERS).reduce((sum, [, some]) => sum + some, 0);
  const named = sorted
    .slice(0, MOST_HOLDERS)
    .map(([holder, some]) => `${count(some)} in ${holder}`);
  return `${addresses}: ${listInWords(rest > 0 ? [...named, `${count(rest)} elsewhere`] : named, 9)}`;
}

function addressGroups(run: Run, used: readonly UsedAddress[]): AddressGroup[] {
  const order: readonly AddressOrigin[] = ['documented', 'within', 'drawn', 'moved'];
  return order.flatMap((origin) => {
    const group = used.filter((one) => one.origin === origin);
    if (group.length === 0) return [];
    const addresses = group.map(({ address }) => address).sort((a, b) => a - b);
    return [{ title: originInWords(run, origin, group), addresses }];
  });
}

function originInWords(run: Run, origin: AddressOrigin, group: readonly UsedAddress[]): string {
  const drawn = `drawn with seed ${run.seed}`;
  if (origin === 'documented') return 'Addresses that the world file names: ';
  if (origin === 'within')
    return `Addresses (${drawn} within prefixes that the world file names): `;
  if (origin === 'moved') return `Addresses it has moved to (${drawn}): `;
  const bases = [...new Set(group.map(({ placement }) => basisOfPlacement(run, placement)))];
  return `Addresses (${drawn}; only the pool is ${bases.join(' or ')}): `;
}

/** Audience and hosting, each with its basis: a guess is called a guess. */
function figuresInWords({ scenario: { world } }: Run, service: number): string[] {
  const entry = world.services[service];
  if (!entry) return [];
  const { users, sessionsPerUserDay, placements } = entry;
  const hosting = new Set(placements.map((placement) => basisInWords(world.sources, placement)));
  return [
    `Users: ${count(users.value)}, ${basisInWords(world.sources, users)}.`,
    `Sessions a user and day: ${sessionsPerUserDay.value}, ${basisInWords(world.sources, sessionsPerUserDay)}.`,
    ...[...hosting].map((basis) => `Hosting: ${basis}.`),
  ];
}
