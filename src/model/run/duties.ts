// What each box does in an hour, by kind of network: put together once a load, for all looks.

/** At kind · strategies + strategy. */
export interface Duties {
  /** The box of a strategy that is in its window and on the network; −1 where there is none. */
  readonly boxOnDuty: Int32Array;
  /** Share of the flows that the box sees. */
  readonly coverage: Float64Array;
  /** Share of what it sees that drops because it cannot be inspected. */
  readonly overflow: Float64Array;
  /** Chance that a flow which it sees is flagged, at (kind · strategies + strategy) · protocols + protocol. */
  readonly flagged: Float64Array;
}

export function createDuties(kinds: number, strategies: number, protocols: number): Duties {
  return {
    boxOnDuty: new Int32Array(kinds * strategies).fill(-1),
    coverage: new Float64Array(kinds * strategies),
    overflow: new Float64Array(kinds * strategies),
    flagged: new Float64Array(kinds * strategies * protocols),
  };
}
