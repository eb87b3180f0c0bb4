// An IPv4 address as a whole number, 0 … 2^32 − 1, and its dotted text.

/** 255.255.255.255, the highest address. */
export const lastAddress = 0xffffffff;

const dottedQuad = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;

/**
 * Reads four decimal numbers 0 … 255 with dots between them, and nothing else. Leading zeros are
 * refused, because some readers take them for octal and would mean another address.
 */
export function parseAddress(text: string): number | undefined {
  const parts = dottedQuad.exec(text);
  if (parts === null) return undefined;
  let address = 0;
  for (let i = 1; i <= 4; i++) {
    const part = parts[i] as string;
    const octet = Number(part);
    if (octet > 255 || (part.length > 1 && part.startsWith('0'))) return undefined;
    address = address * 256 + octet;
  }
  return address;
}

/** Dotted text of an address 0 … 2^32 − 1. */
export function formatAddress(address: number): string {
  return `${address >>> 24}.${(address >>> 16) & 255}.${(address >>> 8) & 255}.${address & 255}`;
}
