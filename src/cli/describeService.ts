// What is known of a service at a moment: its names, its addresses, what it loses and what takes it.
import {
  addressesInUse,
  basisOfPlacement,
  caughtNames,
  type Explanation,
  explainService,
  formatAddress,
  isListedAt,
  type Listing,
  lookUpAddress,
  type Run,
  type UsedAddress,
  usedAddresses,
} from '../model/index.ts';
import { keepsList } from '../scenario/addressWords.ts';
import {
  entriesInWords,
  partOfAddresses,
  strategyInWords,
  throughNeedInWords,
} from '../scenario/lossWords.ts';
import { listInWords, percent, poolInWords } from '../scenario/words.ts';
import { columns } from './columns.ts';
import {
  describeListing,
  describePool,
  describeTenant,
  momentOfRun,
  momentOfRunInWords,
  placeInWords,
} from './describeAddress.ts';
import { mostShown, shortened } from './shortened.ts';

/** @param domain the domain name that the service was asked for by */
export function describeService(
  run: Run,
  service: number,
  tick: number,
  domain: string | undefined,
) {
  const found = explainService(run, service, tick);
  return {
    service: {
      ...describeTenant(run, service, tick),
      category: run.plan.world.services.categories[service] ?? '',
    },
    askedFor: domain ?? null,
    ...momentOfRun(run, tick),
    listedAddresses: found.listedAddresses,
    losses: found.losses.map(({ strategy, share, entries, addresses }) => ({
      strategy: run.stack[strategy]?.id ?? '',
      title: run.stack[strategy]?.title ?? '',
      share,
      addresses,
      entries: entries.map(({ listing, isListed }) => ({
        ...describeListing(run, listing),
        isListed,
      })),
    })),
    throughNeed: found.throughNeed,
    tunnelled: found.saved,
    gone: found.gone,
    domains: namesOf(run, service),
    addresses: usedAddresses(run, service, tick).map((used) => describeUse(run, used, tick)),
  };
}

/** Its domain names with their share of its sessions, and the strategies whose rule catches them. */
function namesOf({ plan, stack }: Run, service: number) {
  const caught = stack.map(({ id, run }) => ({
    id,
    names: new Set(
      caughtNames(plan, run).flatMap((one) => (one.service === service ? [one.name] : [])),
    ),
  }));
  return (plan.world.services.domainsOfService[service] ?? []).map(({ name, share }) => ({
    name,
    share,
    caughtBy: caught.filter(({ names }) => names.has(name)).map(({ id }) => id),
  }));
}

function describeUse(run: Run, { address, placement, origin }: UsedAddress, tick: number) {
  const { pool } = lookUpAddress(run, address, tick, 0);
  return {
    address: formatAddress(address),
    pool: pool === undefined ? null : describePool(run, pool),
    documented: origin === 'documented',
    place: placeInWords(run, origin),
    hosting: basisOfPlacement(run, placement),
    listings: listingsOf(run, address, tick).map((entry) => describeListing(run, entry)),
  };
}

function listingsOf(run: Run, address: number, tick: number): Listing[] {
  return run.listings.filter(
    (one) => one.first <= address && address <= one.last && isListedAt(one, tick),
  );
}

/** The same as a short text. */
export function serviceInWords(
  run: Run,
  service: number,
  tick: number,
  domain: string | undefined,
): string {
  const { id, name, role } = describeTenant(run, service, tick);
  const target = role === 'target' ? ', the target' : '';
  return `${[
    `${name} (${id}${target}) ${momentOfRunInWords(run, tick)}`,
    ...(domain === undefined ? [] : [`${domain} is a domain name of it.`]),
    ...lossInWords(run, service, tick),
    ...namesInWords(run, service),
    ...addressesInWords(run, service, tick),
  ].join('\n')}\n`;
}

function lossInWords(run: Run, service: number, tick: number): string[] {
  const found = explainService(run, service, tick);
  const all = addressesInUse(run, service, tick).length;
  const listed = keepsList(run)
    ? ` Listed at this time: ${partOfAddresses(found.listedAddresses, all)}.`
    : '';
  const what = found.lost === 0 ? 'nothing at this time' : `${percent(found.lost)} of its sessions`;
  return [
    `In this simulation it loses ${what}.${listed}`,
    ...found.losses.map(({ strategy, share, entries }) => {
      const by = entriesInWords(run, entries);
      return `${strategyInWords(run, strategy)} takes ${percent(share)}${by === '' ? '' : `: ${by}`}.`;
    }),
    ...otherFatesInWords(run, found),
  ];
}

function otherFatesInWords(run: Run, { throughNeed, needs, saved, gone }: Explanation): string[] {
  const names = needs.map(({ service }) => run.plan.world.services.names[service] ?? '');
  return [
    ...throughNeedInWords(throughNeed, names),
    ...(saved > 0 ? [`Tunnels bring ${percent(saved)} of its sessions through.`] : []),
    ...(gone > 0 ? [`People who left took ${percent(gone)} of its sessions elsewhere.`] : []),
  ];
}

function namesInWords(run: Run, service: number): string[] {
  const names = namesOf(run, service);
  if (names.length === 0) return ['The world gives no domain name of it.'];
  const rows = names.map(({ name, share, caughtBy }) => [
    `  ${name}`,
    percent(share),
    caughtBy.length === 0 ? '' : `caught by the rule of ${listInWords(caughtBy)}`,
  ]);
  const title = 'Its domain names, with their share of its sessions:';
  return [title, ...shortened(columns(rows, [false, true, false]), 'names')];
}

function addressesInWords(run: Run, service: number, tick: number): string[] {
  const used = usedAddresses(run, service, tick);
  const rows = used.slice(0, mostShown + 1).map(({ address, origin }) => {
    const { pool } = lookUpAddress(run, address, tick, 0);
    const [entry] = listingsOf(run, address, tick);
    return [
      `  ${formatAddress(address)}`,
      pool === undefined ? 'no provider of this world' : poolInWords(run, pool),
      entry === undefined ? 'not listed' : `listed by ${describeListing(run, entry).prefix}`,
      placeInWords(run, origin),
    ];
  });
  if (rows.length === 0) return ['It has no address of its own.'];
  const lines = columns(rows, [false, false, false, false]);
  return ['Its addresses:', ...shortened(lines, 'addresses', used.length)];
}
