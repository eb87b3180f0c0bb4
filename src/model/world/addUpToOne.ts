// Shares as a file rounds them, made to add up.

/** Shares are rounded in a file; here they add up to 1, or the books of a run would not balance. */
export function addUpToOne(shares: readonly number[]): Float64Array {
  const sum = shares.reduce((all, share) => all + share, 0);
  return Float64Array.from(shares, (share) => share / sum);
}
