// What is known of an address at a moment: as data, and as sentences.
import {
  formatAddress,
  formatPrefix,
  type Listing,
  lookUpAddress,
  lostShare,
  momentOfTick,
  type Run,
  STILL_LISTED,
  type Tenant,
} from '../model/index.ts';
import {
  actionOfList,
  holderInWords,
  listedInWords,
  listingInWords,
} from '../scenario/addressWords.ts';
import { momentInWords, percent } from '../scenario/words.ts';
import { columns } from './columns.ts';

/** The run that is asked, and the moment: the same for whatever is looked up. */
export function momentOfRun(run: Run, tick: number) {
  return {
    at: momentOfTick(run.plan, tick),
    scenario: run.scenario.id,
    stack: run.scenario.stack,
    seed: run.seed,
  };
}

/** “at 2018-04-20T12:00+03:00 (scenario april-2018, stack registry, seed 2018)” */
export function momentOfRunInWords(run: Run, tick: number): string {
  const { at, scenario, stack, seed } = momentOfRun(run, tick);
  return `at ${at} (scenario ${scenario}, stack ${stack}, seed ${seed})`;
}

export function describePool({ plan }: Run, pool: number) {
  const { pools, providers } = plan.world;
  return {
    id: pools.ids[pool] ?? '',
    title: pools.titles[pool] ?? '',
    region: pools.regions[pool] ?? null,
    provider: providers.names[pools.providerOfPool[pool] ?? 0] ?? '',
  };
}

/** A service in a few fields, with what it loses at a tick. */
export function describeTenant(run: Run, service: number, tick: number) {
  const { services } = run.plan.world;
  return {
    id: services.ids[service] ?? '',
    name: services.names[service] ?? '',
    role: run.plan.roles.isTargetOfService[service] ? ('target' as const) : ('bystander' as const),
    lostShare: lostShare(run.tally, run.tally.rowOfTick[tick] ?? 0, service),
  };
}

export type AddressDescription = ReturnType<typeof describeAddress>;

/** The pool, the entries that list the address, and the services on it and near it, at a tick. */
export function describeAddress(run: Run, address: number, tick: number) {
  const report = lookUpAddress(run, address, tick);
  const { pool } = report;
  const service = ({ service: number, origin, hosting }: Tenant) => ({
    ...describeTenant(run, number, tick),
    documented: origin === 'documented',
    place: placeInWords(run, origin),
    hosting,
  });
  return {
    address: formatAddress(address),
    ...momentOfRun(run, tick),
    pool: pool === undefined ? null : describePool(run, pool),
    registered: report.registered ?? null,
    listed: report.listings.length > 0,
    listings: report.listings.map((entry) => describeListing(run, entry)),
    otherTimes: run.listings
      .filter(
        (one) => one.first <= address && address <= one.last && !report.listings.includes(one),
      )
      .map((entry) => describeListing(run, entry)),
    services: report.services.map(service),
    neighbours: report.neighbours.map((neighbour) => ({
      ...service(neighbour),
      address: formatAddress(neighbour.address),
    })),
  };
}

/** How sure it is that a service is at an address. */
export function placeInWords({ seed }: Run, origin: Tenant['origin']): string {
  if (origin === 'documented') return 'named in the world file';
  if (origin === 'within')
    return `drawn with seed ${seed} within prefixes that the world file names`;
  return `${origin === 'moved' ? 'moved to, ' : ''}drawn with seed ${seed}`;
}

export function describeListing(run: Run, { first, last, fromTick, untilTick, strategy }: Listing) {
  const entry = run.stack[strategy];
  return {
    prefix: formatPrefix(first, last),
    from: momentOfTick(run.plan, Math.max(0, fromTick)),
    until: untilTick === STILL_LISTED ? null : momentOfTick(run.plan, untilTick),
    strategy: entry?.id ?? '',
    title: entry?.title ?? '',
    action: actionOfList(run, strategy),
  };
}

/** The same as a short text, in the words of the page. */
export function addressInWords(run: Run, address: number, tick: number): string {
  const report = lookUpAddress(run, address, tick);
  const found = describeAddress(run, address, tick);
  return `${[
    `${found.address} ${momentOfRunInWords(run, tick)}`,
    holderInWords(run, report),
    ...(report.listings.length === 0 ? [listedInWords(run, report)] : []),
    ...report.listings.map((listing) => entryInWords(run, listing)),
    ...otherTimesInWords(found),
    ...servicesInWords(found),
    neighboursInWords(found),
  ].join('\n')}\n`;
}

/** “Listed by 198.51.100.0/25 since 17 April, 00:00 (Register, register).” */
export function entryInWords(run: Run, listing: Listing): string {
  const entry = run.stack[listing.strategy];
  return `Listed by ${listingInWords(run, listing)} (${entry?.title}, ${entry?.id}).`;
}

function otherTimesInWords({ otherTimes }: AddressDescription): string[] {
  return otherTimes.map(({ prefix, from, until }) => {
    const end = until === null ? 'on' : `until ${momentInWords(until)}`;
    return `At another time: ${prefix} from ${momentInWords(from)} ${end}.`;
  });
}

function servicesInWords({ services }: AddressDescription): string[] {
  if (services.length === 0) return ['No named service is served from it.'];
  return services.map(
    ({ name, role, lostShare: lost, place }) =>
      `${name}${role === 'target' ? ' (the target)' : ''} is served from it (${place}); in this simulation it loses ${percent(lost)} of its sessions.`,
  );
}

function neighboursInWords({ neighbours }: AddressDescription): string {
  if (neighbours.length === 0) return 'No named service is near it.';
  const each = neighbours.map(({ name, address, lostShare: lost, place }) => [
    `  ${address}`,
    name,
    `loses ${percent(lost)}`,
    place,
  ]);
  const title =
    neighbours.length === 1
      ? 'Its neighbour in that prefix, with what it loses in this simulation:'
      : 'Its neighbours in that prefix, the nearest first, with what they lose in this simulation:';
  return [title, ...columns(each, [false, false, false, false])].join('\n');
}
