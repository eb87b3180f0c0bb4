// When many finds lie in one registered prefix, the whole of it is listed from then on.

export interface Escalation {
  /** Takes in a find; ticks must not fall. */
  count(range: number, tick: number): void;
  /** Is the registered prefix listed whole from now on? */
  isEscalated(range: number): boolean;
}

/**
 * @param finds how many it takes; 0: never
 * @param withinTicks they must all fall into so many ticks in a row, at least 1
 */
export function createEscalation(finds: number, withinTicks: number): Escalation {
  const ticksOfRange = new Map<number, number[]>();
  const escalated = new Set<number>();
  return {
    count(range, tick) {
      if (finds === 0 || escalated.has(range)) return;
      const recent = (ticksOfRange.get(range) ?? []).filter((at) => at > tick - withinTicks);
      recent.push(tick);
      ticksOfRange.set(range, recent);
      if (recent.length >= finds) escalated.add(range);
    },
    isEscalated: (range) => escalated.has(range),
  };
}
