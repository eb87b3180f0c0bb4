// What is known of a prefix at a moment: who holds its addresses, which are listed, who is served from them.
import {
  countAddresses,
  countOverlap,
  formatAddress,
  formatPrefix,
  intersection,
  isListedAt,
  type Listing,
  listedAt,
  type Prefix,
  type PrefixSet,
  type Run,
  setOfPrefixes,
  type UsedAddress,
  usedAddresses,
} from '../model/index.ts';
import { count, listInWords, percent, poolInWords } from '../scenario/words.ts';
import { columns } from './columns.ts';
import {
  describeListing,
  describePool,
  describeTenant,
  entryInWords,
  momentOfRun,
  momentOfRunInWords,
  placeInWords,
} from './describeAddress.ts';
import { shortened } from './shortened.ts';

interface PrefixReport {
  readonly addresses: number;
  readonly listedAddresses: number;
  /** Pools with addresses in the prefix, and how many. */
  readonly pools: readonly { readonly pool: number; readonly addresses: number }[];
  /** Entries that hold the prefix, or a part of it, the widest first. */
  readonly listings: readonly Listing[];
  /** Named services with addresses in the prefix, those that lose most first. */
  readonly services: readonly { readonly service: number; readonly used: readonly UsedAddress[] }[];
}

function lookUpPrefix(run: Run, { first, last }: Prefix, tick: number): PrefixReport {
  const { pools, services } = run.plan.world;
  const set = setOfPrefixes([{ first, last }]);
  const loss = (service: number) => describeTenant(run, service, tick).lostShare;
  const usedBy = (service: number) =>
    usedAddresses(run, service, tick).filter(({ address }) => first <= address && address <= last);
  return {
    addresses: countAddresses(set),
    listedAddresses: countAddresses(intersection(set, listedAt(run.listings, tick))),
    pools: pools.setOfPool
      .map((own: PrefixSet, pool) => ({ pool, addresses: countOverlap(own, set) }))
      .filter(({ addresses }) => addresses > 0)
      .sort((a, b) => b.addresses - a.addresses),
    listings: run.listings
      .filter((one) => one.first <= last && first <= one.last && isListedAt(one, tick))
      .sort((a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first),
    services: services.ids
      .slice(0, services.firstTail)
      .map((_, service) => ({ service, used: usedBy(service) }))
      .filter(({ used }) => used.length > 0)
      .sort((a, b) => loss(b.service) - loss(a.service)),
  };
}

export function describePrefix(run: Run, prefix: Prefix, tick: number) {
  const found = lookUpPrefix(run, prefix, tick);
  return {
    prefix: formatPrefix(prefix.first, prefix.last),
    ...momentOfRun(run, tick),
    addresses: found.addresses,
    listedAddresses: found.listedAddresses,
    pools: found.pools.map(({ pool, addresses }) => ({ ...describePool(run, pool), addresses })),
    listings: found.listings.map((entry) => describeListing(run, entry)),
    services: found.services.map(({ service, used }) => ({
      ...describeTenant(run, service, tick),
      addresses: used.map(({ address, origin }) => ({
        address: formatAddress(address),
        documented: origin === 'documented',
        place: placeInWords(run, origin),
      })),
    })),
  };
}

export function prefixInWords(run: Run, prefix: Prefix, tick: number): string {
  const found = lookUpPrefix(run, prefix, tick);
  return `${[
    `${formatPrefix(prefix.first, prefix.last)} ${momentOfRunInWords(run, tick)}`,
    holdersInWords(run, found),
    listedPartInWords(found),
    ...shortened(
      found.listings.map((listing) => entryInWords(run, listing)),
      'entries',
    ),
    ...tenantsInWords(run, found, tick),
  ].join('\n')}\n`;
}

function holdersInWords(run: Run, { addresses, pools }: PrefixReport): string {
  const size = counted(addresses);
  if (pools.length === 0) return `${size}, none of them held by a provider of this world.`;
  const held = pools.map(({ pool, addresses: some }) =>
    some === addresses ? poolInWords(run, pool) : `${poolInWords(run, pool)} (${count(some)})`,
  );
  return `${size}, held by ${listInWords(held, 6)}.`;
}

function listedPartInWords({ addresses, listedAddresses }: PrefixReport): string {
  if (listedAddresses === 0) return 'None of them is listed at this time.';
  const some = listedAddresses === addresses ? 'All' : count(listedAddresses);
  return `${some} of them ${listedAddresses === 1 ? 'is' : 'are'} listed at this time.`;
}

function tenantsInWords(run: Run, { services }: PrefixReport, tick: number): string[] {
  if (services.length === 0) return ['No named service is served from it.'];
  const rows = services.map(({ service, used }) => {
    const { name, role, lostShare: lost } = describeTenant(run, service, tick);
    const places = [...new Set(used.map(({ origin }) => placeInWords(run, origin)))];
    return [
      `  ${name}${role === 'target' ? ' (the target)' : ''}`,
      counted(used.length),
      `loses ${percent(lost)}`,
      places.join('; '),
    ];
  });
  const title = 'Named services with addresses in it, and what they lose in this simulation:';
  return [title, ...shortened(columns(rows, [false, true, false, false]), 'services')];
}

function counted(addresses: number): string {
  return addresses === 1 ? '1 address' : `${count(addresses)} addresses`;
}
