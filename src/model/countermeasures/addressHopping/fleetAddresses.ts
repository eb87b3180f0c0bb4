// The addresses that everybody who hops uses now: a fresh one is none of these. Addresses of services that
// stay are not asked for: one more of those would shift the moves of the others, and hosts share addresses.

/** How many slots use each address; documented ones may be shared from the start. */
export type AddressesInUse = Map<number, number>;

export function takeAddress(inUse: AddressesInUse, address: number): void {
  inUse.set(address, (inUse.get(address) ?? 0) + 1);
}

export function leaveAddress(inUse: AddressesInUse, address: number): void {
  const others = (inUse.get(address) ?? 0) - 1;
  if (others > 0) inUse.set(address, others);
  else inUse.delete(address);
}
