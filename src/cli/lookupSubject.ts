// What somebody asks `overblock lookup` about: an address, a prefix, or a service by one of its names.
import {
  formatPrefix,
  type Plan,
  type Prefix,
  parseAddress,
  parsePrefix,
  prefixAround,
  type World,
} from '../model/index.ts';
import { nearestName } from '../scenario/nearestName.ts';
import { BadInput, complaint } from './badInput.ts';

/** Of many services with a name, so many are listed. */
const mostNamed = 12;

export type Subject =
  | { readonly kind: 'address'; readonly address: number }
  | { readonly kind: 'prefix'; readonly prefix: Prefix }
  /** `service` is its number in the world; `domain` the domain name that it was found by. */
  | { readonly kind: 'service'; readonly service: number; readonly domain?: string };

/** @throws BadInput with the nearest right name */
export function readSubject(text: string, { world }: Plan, worldId: string): Subject {
  const address = parseAddress(text);
  if (address !== undefined) return { kind: 'address', address };
  if (/^[\d.]+\/[^/]*$/.test(text)) return { kind: 'prefix', prefix: prefixOf(text) };
  if (/^[\d.]+$/.test(text)) throw new BadInput(complaint(text, expectedFor(text)));
  return serviceNamed(text, world, worldId);
}

/** @throws BadInput */
function prefixOf(text: string): Prefix {
  const reading = parsePrefix(text);
  if (reading.ok) return reading.prefix;
  const expected = 'a prefix such as 192.0.2.0/24: its first address and a length from 0 to 32';
  throw new BadInput(complaint(text, expected, reading.suggestion ?? wholePrefix(text)));
}

/** `52.58/16` as people write it: 52.58.0.0/16. */
function wholePrefix(text: string): string | undefined {
  const [before = '', length = ''] = text.split('/');
  const numbers = before.replace(/\.$/, '').split('.');
  const address = parseAddress([...numbers, '0', '0', '0'].slice(0, 4).join('.'));
  if (address === undefined || !/^\d+$/.test(length) || Number(length) > 32) return undefined;
  const { first, last } = prefixAround(address, Number(length));
  return formatPrefix(first, last);
}

/** What an address looks like, to somebody who typed a part of one or something like one. */
function expectedFor(text: string): string {
  const parts = /^(\d{1,3}(?:\.\d{1,3}){0,2})\.?$/.exec(text)?.[1]?.split('.');
  if (parts?.every((part) => Number(part) <= 255)) {
    const whole = [...parts, '0', '0', '0'].slice(0, 3);
    return `all four numbers of an IPv4 address, such as ${whole.join('.')}.1`;
  }
  return 'an IPv4 address such as 192.0.2.1: four numbers from 0 to 255 with dots between';
}

/** By its id, its name, one of its domain names or a part of its name; capitals are free. @throws BadInput */
function serviceNamed(text: string, { services }: World, worldId: string): Subject {
  const wanted = text.trim().toLowerCase();
  const isWanted = (name: string) => name.toLowerCase() === wanted;
  const { ids, names, domainsOfService } = services;
  const numbers = ids.map((_, service) => service);
  const byId = numbers.filter((service) => isWanted(ids[service] ?? ''));
  const byName = numbers.filter((service) => isWanted(names[service] ?? ''));
  const byDomain = numbers.filter((service) =>
    domainsOfService[service]?.some(({ name }) => isWanted(name)),
  );
  const whole = [byId, byName, byDomain].find((some) => some.length > 0);
  const found = whole ?? byPart(wanted, services);
  const [service] = found;
  if (service === undefined) throw new BadInput(unknownName(text, services, worldId));
  if (found.length > 1) {
    const several = found.slice(0, mostNamed).map((one) => ids[one] ?? '');
    const rest = found.length - several.length;
    const all = [...several, ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ');
    const what = whole ? 'this name' : 'this in their names';
    throw new BadInput(complaint(text, `the id of one of the services with ${what}: ${all}`));
  }
  return { kind: 'service', service, ...(found === byDomain && { domain: wanted }) };
}

/** As on the page: those whose name begins with the text, else those that have it further on. */
function byPart(wanted: string, { names, firstTail }: World['services']): number[] {
  if (wanted === '') return [];
  const places = names.slice(0, firstTail).map((name) => name.toLowerCase().indexOf(wanted));
  const numbers = [...places.keys()];
  const beginning = numbers.filter((service) => places[service] === 0);
  return beginning.length > 0 ? beginning : numbers.filter((service) => places[service] !== -1);
}

function unknownName(
  text: string,
  { ids, names, domainsOfService }: World['services'],
  worldId: string,
): string {
  const known = [...ids, ...names, ...domainsOfService.flat().map(({ name }) => name)];
  // Of a link, the host is what may have been meant.
  const host = text.replace(/^[a-z]+:\/\//i, '').replace(/[/?#:].*$/s, '');
  const nearest = nearestName(text, known) ?? nearestName(host, known);
  const expected = `an IPv4 address, a prefix, or a service of the world ${worldId} by its id, its name or a domain name`;
  return complaint(text, expected, nearest);
}
