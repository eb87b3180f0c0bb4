// Each thing in the picture in one sentence with its numbers: for the tooltip and for those who listen.
import {
  DOWN_SHARE,
  explainService,
  formatAddress,
  formatPrefix,
  HIT_SHARE,
  isListedAt,
  type Listing,
  type Run,
} from '../../model/index.ts';
import { keepsList, listingInWords, startInWords } from '../../scenario/addressWords.ts';
import { count, listInWords, percent, roughly } from '../../scenario/words.ts';
import { shorterForms } from './captions.ts';
import type { Dot } from './dots.ts';
import { mostUsedFirst, type PoolFacts } from './facts.ts';
import { statesOfDots } from './states.ts';

export interface Sentence {
  readonly title: string;
  readonly text: string;
}

/** “Amazon Web Services, Ireland” */
export function nameOfPool(run: Run, pool: number): string {
  const { pools, providers } = run.plan.world;
  const provider = pools.providerOfPool[pool] as number;
  const isOnly = pools.providerOfPool.filter((one) => one === provider).length === 1;
  const name = shorterForms(providers.names[provider] ?? '').at(-1) ?? '';
  if (isOnly) return name;
  const title = (pools.titles[pool] ?? '').replace(/\s*\([^)]*\)/g, '');
  return `${name}, ${title}`;
}

export function sentenceOfPool(run: Run, facts: PoolFacts): Sentence {
  const { addresses, listedShare, services, hit, down } = facts;
  const parts = [
    `${roughly(addresses)} ${addresses === 1 ? 'address' : 'addresses'}`,
    ...(keepsList(run)
      ? [listedShare === 0 ? 'none listed' : `${percent(listedShare)} listed`]
      : []),
    services === 1 ? '1 named service' : `${count(services)} named services`,
  ];
  if (services > 0) parts.push(statesInWords(hit, down));
  return { title: nameOfPool(run, facts.pool), text: `${parts.join(', ')}.` };
}

function statesInWords(hit: number, down: number): string {
  const parts = [];
  if (hit > 0) parts.push(`${count(hit)} of them hit`);
  if (down > 0) parts.push(`${count(down)} ${hit > 0 ? '' : 'of them '}down`);
  return parts.length === 0 ? 'none of them hit' : parts.join(', ');
}

export function sentenceOfPrefix(
  run: Run,
  tick: number,
  pool: number,
  first: number,
  last: number,
): Sentence {
  const dwellers = namesWithin(run, first, last);
  const lives =
    dwellers.length === 0
      ? 'no named service lives here'
      : `${listInWords(dwellers, 3)} ${dwellers.length === 1 ? 'lives' : 'live'} here`;
  const size = last - first + 1;
  return {
    title: `${formatPrefix(first, last)} · ${nameOfPool(run, pool)}`,
    text: `${count(size)} ${size === 1 ? 'address' : 'addresses'}${keepsList(run) ? `, ${coverInWords(run, tick, first, last)}` : ''}; ${lives}.`,
  };
}

/** “listed by 34.192.0.0/10 since 17 April, 15:00”, or how much is listed, or “not listed”. */
function coverInWords(run: Run, tick: number, first: number, last: number): string {
  const touching = openListings(run, tick).filter(
    (entry) => entry.first <= last && first <= entry.last,
  );
  const around = touching.find((entry) => entry.first <= first && last <= entry.last);
  if (around?.first === first && around.last === last)
    return `listed since ${startInWords(run, around)}`;
  if (around) return `listed by ${listingInWords(run, around)}`;
  const [one] = touching;
  if (!one) return 'not listed';
  return touching.length === 1
    ? `partly listed by ${listingInWords(run, one)}`
    : `partly listed by ${count(touching.length)} entries`;
}

/** The open entries, the earliest and then the widest first. */
function openListings(run: Run, tick: number): Listing[] {
  return run.listings
    .filter((entry) => isListedAt(entry, tick))
    .sort((a, b) => a.fromTick - b.fromTick || b.last - b.first - (a.last - a.first));
}

function namesWithin(run: Run, first: number, last: number): string[] {
  const { services } = run.plan.world;
  const found = new Set<number>();
  addressesWithin(run, first, last, (_, service) => {
    if (service < services.firstTail) found.add(service);
  });
  return mostUsedFirst([...found], services.sessionsPerDayOfService).map(
    (service) => services.names[service] ?? '',
  );
}

function addressesWithin(
  { plan, placed }: Run,
  first: number,
  last: number,
  see: (address: number, service: number) => void,
): void {
  placed.address.forEach((address, index) => {
    if (address < first || last < address) return;
    const placement = placed.placementOfAddress[index] as number;
    see(address, plan.world.placements.serviceOfPlacement[placement] as number);
  });
}

export function sentenceOfDot(run: Run, tick: number, { service, address }: Dot): Sentence {
  const { plan, stack } = run;
  const isTarget = plan.roles.isTargetOfService[service] === 1;
  const explanation = explainService(run, service, tick);
  const by = explanation.losses.map(({ strategy }) => stack[strategy]?.title ?? '');
  const lost = percent(explanation.lost);
  const loses =
    explanation.lost < HIT_SHARE
      ? explanation.lost === 0
        ? 'works, loses nothing'
        : `works, though it loses ${lost} of its sessions`
      : `${isTarget ? '' : `${explanation.lost < DOWN_SHARE ? 'hit' : 'down'}: `}loses ${lost} of its sessions to ${listInWords(by, 2)}`;
  const isSpared = !isTarget && statesOfDots(run, tick, [{ service, address }])[0] === 'elsewhere';
  const here = isSpared
    ? 'at its other addresses; this address works, it is not listed'
    : '; this address is not listed';
  const entry = openListings(run, tick).find(
    (listing) => listing.first <= address && address <= listing.last,
  );
  const title = `${plan.world.services.names[service] ?? ''}, ${formatAddress(address)}`;
  if (!keepsList(run)) return { title, text: `${isTarget ? 'The target ' : ''}${loses}.` };
  return {
    title,
    text: entry
      ? `${isTarget ? 'The target ' : ''}${loses}; this address is listed by ${listingInWords(run, entry)}${isTarget ? '' : reasonInWords(run, tick, entry)}.`
      : `${isTarget ? 'The target ' : ''}${loses}${isSpared ? ' ' : ''}${here}, ${ofItsAddresses(explanation.listedAddresses, explanation.addresses)}.`,
  };
}

function ofItsAddresses(listed: number, all: number): string {
  return `${listed === 0 ? 'nor any' : count(listed)} of its ${count(all)} ${all === 1 ? 'address' : 'addresses'}${listed === 0 ? '' : listed === 1 ? ' is' : ' are'}`;
}

/** The neighbour for whose sake the range was listed: addresses that the target used in it so far. */
function reasonInWords(run: Run, tick: number, { first, last }: Listing): string {
  const { world, roles } = run.plan;
  const used = new Set<number>();
  const names = new Set<string>();
  const note = (address: number, service: number) => {
    if (!roles.isTargetOfService[service] || address < first || last < address) return;
    used.add(address);
    names.add(world.services.names[service] ?? '');
  };
  addressesWithin(run, first, last, note);
  for (const hop of run.hops) {
    if (hop.tick > tick) break;
    note(hop.to, world.placements.serviceOfPlacement[hop.placement] as number);
  }
  if (used.size === 0) return '';
  const addresses = used.size === 1 ? 'an address' : `${count(used.size)} addresses`;
  return `, where ${listInWords([...names])} has used ${addresses}`;
}
