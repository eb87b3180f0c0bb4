// Does a client that tries several addresses of a placement find one that works?

/**
 * P(all r tries fail) = C(b, r) / C(n, r): b of n addresses are blocked and the client tries
 * r = min(tries, n) different ones (MODEL.md section 7.2).
 */
export function allTriesFail(blocked: number, addresses: number, tries: number): number {
  const r = Math.min(tries, addresses);
  let probability = 1;
  for (let i = 0; i < r; i++) probability *= Math.max(0, blocked - i) / (addresses - i);
  return probability;
}

/**
 * The same where address i is dead with probability dead[i]: the mean of Π dead over all choices of
 * r different addresses, e_r(dead) / C(n, r) with the elementary symmetric polynomial e_r.
 * With dead ∈ {0, 1} it is `allTriesFail`.
 */
export function allUncertainTriesFail(
  dead: Float64Array,
  tries: number,
  scratch: Float64Array,
): number {
  const n = dead.length;
  const r = Math.min(tries, n);
  scratch.fill(0, 0, r + 1);
  scratch[0] = 1;
  for (let i = 0; i < n; i++) {
    const probability = dead[i]!;
    if (probability === 0) continue;
    for (let m = r; m >= 1; m--) scratch[m] = scratch[m]! + scratch[m - 1]! * probability;
  }
  let choices = 1;
  for (let i = 0; i < r; i++) choices = (choices * (n - i)) / (i + 1);
  return scratch[r]! / choices;
}
