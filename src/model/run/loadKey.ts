// The load of the boxes as a key: equal keys mean equal drop probabilities.

/** @param inspected share of its flows that each box inspects; undefined for a box out of its window */
export function loadKeyOf(inspected: readonly (number | undefined)[]): string {
  return inspected.map((share) => share ?? 'off').join(' ');
}
