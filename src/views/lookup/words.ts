// What is known of an address or a service, in one or two sentences with their numbers.
import {
  type AddressReport,
  addressesInUse,
  explainService,
  formatAddress,
  formatPrefix,
  type Listing,
  lookUpAddress,
  momentOfTick,
  type Run,
} from '../../model/index.ts';
import { basisInWords, count, listInWords, momentInWords, percent } from '../../store/words.ts';

/** “listed by 34.192.0.0/10 since 17 April, 15:00 (The register)”. */
export function listingInWords(run: Run, listing: Listing): string {
  const since = momentInWords(momentOfTick(run.plan, listing.fromTick));
  return `${formatPrefix(listing.first, listing.last)} since ${since}`;
}

/** “Amazon Web Services, Ireland”. */
export function poolInWords(run: Run, pool: number): string {
  const { pools, providers } = run.plan.world;
  const provider = providers.names[pools.providerOfPool[pool] ?? 0] ?? '';
  const title = pools.titles[pool] ?? '';
  return title === provider ? provider : `${provider}, ${title}`;
}

export interface AddressAnswer {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly services: readonly number[];
  readonly neighbours: readonly number[];
}

export function answerAddress(run: Run, address: number, tick: number): AddressAnswer {
  const report = lookUpAddress(run, address, tick);
  return {
    title: formatAddress(address),
    sentences: [holderInWords(run, report), listedInWords(run, report)],
    services: report.services,
    neighbours: report.neighbours.map((neighbour) => neighbour.service),
  };
}

function holderInWords(run: Run, { pool, registered }: AddressReport): string {
  if (pool === undefined) return 'No provider of this world holds it.';
  return `${poolInWords(run, pool)}, registered as ${registered ?? ''}.`;
}

function listedInWords(run: Run, { listings }: AddressReport): string {
  const [narrowest, ...others] = listings;
  if (!narrowest) return 'Not listed at this time.';
  const also = others.map((listing) => formatPrefix(listing.first, listing.last));
  const nested = also.length > 0 ? `; also inside ${listInWords(also)}` : '';
  return `Listed by ${listingInWords(run, narrowest)}${nested}.`;
}

export interface ServiceAnswer {
  readonly title: string;
  readonly sentences: readonly string[];
  /** The figures behind it and where they come from. */
  readonly figures: readonly string[];
  readonly said:
    | { readonly text: string; readonly source: string; readonly url: string | undefined }
    | undefined;
  readonly addresses: readonly number[];
}

export function answerService(run: Run, service: number, tick: number): ServiceAnswer {
  const { services, placements } = run.plan.world;
  const explanation = explainService(run, service, tick);
  const first = services.firstPlacementOfService[service] ?? 0;
  const end = services.firstPlacementOfService[service + 1] ?? first;
  const homes = Array.from({ length: end - first }, (_, index) => {
    const placement = first + index;
    const share = placements.shareOfPlacement[placement] ?? 0;
    const place = poolInWords(run, placements.poolOfPlacement[placement] ?? 0);
    return end - first === 1 ? place : `${place} (${percent(share)})`;
  });
  const report = run.scenario.world.services[service]?.report;
  const source = report && run.scenario.world.sources[report.reported];
  return {
    title: services.names[service] ?? '',
    sentences: [
      `Lives in ${listInWords(homes, 6)}, on ${count(explanation.addresses)} addresses.`,
      ...lossInWords(run, service, tick),
    ],
    figures: figuresInWords(run, service),
    said: report && {
      text: report.said,
      source: source?.title ?? report.reported,
      url: source?.url,
    },
    addresses: addressesInUse(run, service, tick),
  };
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

/** What it loses now and which entries take it. */
function lossInWords(run: Run, service: number, tick: number): string[] {
  const { lost, losses, listedAddresses, addresses } = explainService(run, service, tick);
  if (lost === 0) return ['It loses nothing at this time.'];
  return [
    `It loses ${percent(lost)} of its sessions; ${count(listedAddresses)} of its ${count(addresses)} addresses are listed.`,
    ...losses.map(({ strategy, share, entries }) => {
      const title = run.stack[strategy]?.title ?? '';
      const by = entries.map(({ listing }) => listingInWords(run, listing));
      return by.length > 0
        ? `${title} takes ${percent(share)}: ${listInWords(by, 3)}.`
        : `${title} takes ${percent(share)}.`;
    }),
  ];
}

export interface Found {
  readonly kind: 'service' | 'address';
  readonly value: number;
  readonly label: string;
}

const MOST_FOUND = 8;

/** Services whose name contains the text, those that begin with it first. */
export function findServices(run: Run, text: string): Found[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const { services } = run.plan.world;
  return services.names
    .slice(0, services.firstTail)
    .map((name, service) => ({ name, service, at: name.toLowerCase().indexOf(wanted) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || a.name.localeCompare(b.name))
    .slice(0, MOST_FOUND)
    .map(({ name, service }) => ({ kind: 'service', value: service, label: name }));
}
