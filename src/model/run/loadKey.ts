// The load of the boxes as a key: equal keys mean equal drop probabilities.

/** Stands for the inspected share of a box that is not in force. */
export const OUT_OF_WINDOW = -1;

export function loadKeyOf(inspectedOfBox: Float64Array, strengthOfBox: Float64Array): string {
  return `${inspectedOfBox.join(' ')} ${strengthOfBox.join(' ')}`;
}
