// A CIDR block (RFC 4632) as its first and last address.
import { formatAddress, parseAddress } from './address.ts';

/** Both ends belong to the block. Size is a power of two, and `first` is a multiple of it. */
export interface Prefix {
  readonly first: number;
  readonly last: number;
}

/** `suggestion` is a text that would have been read, where one can be named. */
export type PrefixReading =
  | { readonly ok: true; readonly prefix: Prefix }
  | { readonly ok: false; readonly reason: string; readonly suggestion?: string };

/** Reads `a.b.c.d/length`, or `a.b.c.d` as a /32. Host bits are refused, never dropped silently. */
export function parsePrefix(text: string): PrefixReading {
  const slash = text.indexOf('/');
  const addressText = slash < 0 ? text : text.slice(0, slash);
  const lengthText = slash < 0 ? '32' : text.slice(slash + 1);
  const address = parseAddress(addressText);
  if (address === undefined) {
    return { ok: false, reason: `"${addressText}" is not an IPv4 address` };
  }
  if (!/^(?:[12]?\d|3[0-2])$/.test(lengthText)) {
    return { ok: false, reason: `"${lengthText}" is not a prefix length, 0 to 32` };
  }
  const prefix = prefixAround(address, Number(lengthText));
  if (prefix.first === address) return { ok: true, prefix };
  const suggestion = formatPrefix(prefix.first, prefix.last);
  return {
    ok: false,
    reason: `${text} has host bits set; the prefix is ${suggestion}`,
    suggestion,
  };
}

/** The block of the given length (0 … 32, whole; else RangeError) that contains the address. */
export function prefixAround(address: number, length: number): Prefix {
  const host = hostMask[length];
  if (host === undefined) throw new RangeError(`prefix length ${length} is not 0 to 32`);
  return { first: (address & ~host) >>> 0, last: (address | host) >>> 0 };
}

/** The length 0 … 32, or undefined when the interval is not one CIDR block. */
export function prefixLengthOf(first: number, last: number): number | undefined {
  return isPrefix(first, last) ? Math.clz32(last - first) : undefined;
}

/** Whether first … last is exactly one CIDR block of addresses 0 … 2^32 − 1. */
export function isPrefix(first: number, last: number): boolean {
  const span = last - first;
  const areAddresses = first === first >>> 0 && last === last >>> 0;
  return areAddresses && span >= 0 && (span & (span + 1)) === 0 && (first & span) === 0;
}

/** CIDR text, always with its length. RangeError when the interval is not one CIDR block. */
export function formatPrefix(first: number, last: number): string {
  const length = prefixLengthOf(first, last);
  if (length !== undefined) return `${formatAddress(first)}/${length}`;
  throw new RangeError(`${formatAddress(first)} to ${formatAddress(last)} is not one prefix`);
}

/** The host bits of each prefix length. A table, since JS shifts count modulo 32. */
export const hostMask: Uint32Array = Uint32Array.from({ length: 33 }, (_, length) =>
  length === 32 ? 0 : 0xffffffff >>> length,
);
