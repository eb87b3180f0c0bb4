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
import { columns, percent } from './columns.ts';

export type AddressDescription = ReturnType<typeof describeAddress>;

/** The pool, the entries that list the address, and the services on it and near it, at a tick. */
export function describeAddress(run: Run, address: number, tick: number) {
  const { pools, providers, services } = run.plan.world;
  const report = lookUpAddress(run, address, tick);
  const { pool } = report;
  const service = ({ service: number, origin, hosting }: Tenant) => ({
    id: services.ids[number] ?? '',
    name: services.names[number] ?? '',
    role: run.plan.roles.isTargetOfService[number] ? ('target' as const) : ('bystander' as const),
    lostShare: lostShare(run.tally, run.tally.rowOfTick[tick] ?? 0, number),
    documented: origin === 'documented',
    place: placeInWords(run, origin),
    hosting,
  });
  return {
    address: formatAddress(address),
    at: momentOfTick(run.plan, tick),
    scenario: run.scenario.id,
    stack: run.scenario.stack,
    seed: run.seed,
    pool:
      pool === undefined
        ? null
        : {
            id: pools.ids[pool] ?? '',
            title: pools.titles[pool] ?? '',
            region: pools.regions[pool] ?? null,
            provider: providers.names[pools.providerOfPool[pool] ?? 0] ?? '',
          },
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
function placeInWords({ seed }: Run, origin: Tenant['origin']): string {
  if (origin === 'documented') return 'documented';
  if (origin === 'within') return `drawn with seed ${seed} within documented prefixes`;
  return `${origin === 'moved' ? 'moved to, ' : ''}drawn with seed ${seed}`;
}

function describeListing(run: Run, { first, last, fromTick, untilTick, strategy }: Listing) {
  const entry = run.stack[strategy];
  return {
    prefix: formatPrefix(first, last),
    from: momentOfTick(run.plan, Math.max(0, fromTick)),
    until: untilTick === STILL_LISTED ? null : momentOfTick(run.plan, untilTick),
    strategy: entry?.id ?? '',
    title: entry?.title ?? '',
  };
}

/** The same as a short text. */
export function addressInWords(found: AddressDescription): string {
  return `${[
    `${found.address} at ${found.at} (scenario ${found.scenario}, stack ${found.stack}, seed ${found.seed})`,
    holderInWords(found),
    ...listingsInWords(found),
    ...servicesInWords(found),
    neighboursInWords(found),
  ].join('\n')}\n`;
}

function holderInWords({ pool, registered }: AddressDescription): string {
  if (!pool) return 'It belongs to no pool of this world.';
  const region = pool.region === null ? '' : `, ${pool.region}`;
  return `It belongs to ${pool.provider}: ${pool.title} (${pool.id}${region}), in the registered prefix ${registered}.`;
}

function listingsInWords({ listings, otherTimes }: AddressDescription): string[] {
  const now = listings.map(
    ({ prefix, from, title, strategy }) =>
      `It is listed by ${prefix} since ${from} (${title}, ${strategy}).`,
  );
  const then = otherTimes.map(
    ({ prefix, from, until }) =>
      `At another time: ${prefix} from ${from} ${until === null ? 'on' : `until ${until}`}.`,
  );
  return [...(now.length > 0 ? now : ['It is not listed.']), ...then];
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
