// An address and the entries that list it, in words: the same for the page and the shell.
import {
  type Action,
  type AddressReport,
  formatPrefix,
  type Listing,
  momentOfTick,
  type Run,
  type Tenant,
} from '../model/index.ts';
import { count, listInWords, momentInWords, poolInWords } from './words.ts';

/** Does a strategy in use keep a list of addresses? Without one, nothing can be listed. */
export function keepsList({ stack }: Run): boolean {
  return stack.some(({ run }) => run.kind === 'list');
}

/** “34.192.0.0/10 since 17 April, 15:00”; of a list that does not drop also what it does there. */
export function listingInWords(run: Run, listing: Listing): string {
  return `${formatPrefix(listing.first, listing.last)} since ${startInWords(run, listing)}`;
}

/** “17 April, 15:00”; “17 April, 15:00, slowed down to 128 kbit/s”. */
export function startInWords(run: Run, { fromTick, strategy }: Listing): string {
  const since = momentInWords(momentOfTick(run.plan, Math.max(0, fromTick)));
  const effect = effectInWords(actionOfList(run, strategy));
  return effect === '' ? since : `${since}, ${effect}`;
}

/** What a list does to flows to its addresses. */
export function actionOfList({ stack }: Run, strategy: number): Action {
  const list = stack[strategy]?.run;
  return (list?.kind === 'list' ? list.action : undefined) ?? { kind: 'drop' };
}

/** Of what is dropped nothing is said: that is what a list does. */
function effectInWords(action: Action): string {
  switch (action.kind) {
    case 'drop':
      return '';
    case 'throttle':
      return `slowed down to ${count(action.kilobitsPerSecond)} kbit/s`;
    case 'byteCap':
      return `cut off after ${count(action.kilobytes)} kB`;
  }
}

/** “Amazon Web Services, Ireland, registered as 34.240.0.0/13.” */
export function holderInWords(run: Run, { pool, registered }: AddressReport): string {
  if (pool === undefined) return 'No provider of this world holds it.';
  return `${poolInWords(run, pool)}, registered as ${registered ?? ''}.`;
}

/** The narrowest entry with its moment, and those around it. */
export function listedInWords(run: Run, { listings }: AddressReport): string {
  const [narrowest, ...others] = listings;
  if (!narrowest) {
    return keepsList(run) ? 'Not listed at this time.' : 'No strategy in use lists addresses.';
  }
  const also = others.map((listing) => formatPrefix(listing.first, listing.last));
  const nested = also.length > 0 ? `; also inside ${listInWords(also)}` : '';
  return `Listed by ${listingInWords(run, narrowest)}${nested}.`;
}

/**
 * “Their places are drawn with seed 2018, except Reddit’s (named in the world file).” What vouches for a
 * place stands with its service: of a made-up world nothing is documented.
 */
export function placesInWords(run: Run, tenants: readonly Tenant[]): string {
  if (tenants.length === 0) return '';
  const named = tenants.filter(({ origin }) => origin === 'documented');
  const [places, are] = tenants.length === 1 ? ['Its place', 'is'] : ['Their places', 'are'];
  if (named.length === tenants.length) return `${places} ${are} named in the world file.`;
  const names = named.map(({ service }) => run.plan.world.services.names[service] ?? '');
  const except =
    names.length === 0 ? '' : ` except ${listInWords(names, 12)} (named in the world file)`;
  const bases = new Set(
    tenants.filter(({ origin }) => origin === 'drawn').map(({ hosting }) => hosting),
  );
  const only = bases.size === 0 ? '' : ` (only the pool is ${[...bases].join(' or ')})`;
  return `${places} ${are} drawn with seed ${run.seed}${only}${except}.`;
}
