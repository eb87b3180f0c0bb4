// Times rivals side by side: one run of each per round, so that what disturbs one disturbs all.

/** `run` returns a number made from its result, so that no engine may skip the work. */
export interface Contender {
  readonly name: string;
  readonly run: () => number;
}

export interface PairedTimes {
  /** Median time of one run of each contender, in milliseconds. */
  readonly milliseconds: readonly number[];
  /** Median over the rounds of: time of the first contender / time of this one. */
  readonly ratios: readonly number[];
}

export interface Effort {
  readonly rounds: number;
  readonly warmUps: number;
  /** Runs per round and contender, timed together; for what is too short for the clock. */
  readonly repeats?: number;
}

let consumed = 0;

/**
 * Contenders must have top-level kernels of their own, which get their arrays as arguments: shared
 * loops and closures over arrays slow down for every one but the first.
 */
export function runPaired(contenders: readonly Contender[], effort: Effort): PairedTimes {
  const repeats = effort.repeats ?? 1;
  for (let i = 0; i < effort.warmUps; i++) for (const one of contenders) consumed += one.run();
  const rounds: number[][] = [];
  for (let round = 0; round < effort.rounds; round++) {
    // Each round starts with another one, so that nobody always follows the same neighbour.
    const times: number[] = [];
    for (let i = 0; i < contenders.length; i++) {
      const at = (round + i) % contenders.length;
      times[at] = time(contenders[at] as Contender, repeats);
    }
    rounds.push(times);
  }
  const each = (pick: (times: number[], contender: number) => number) =>
    contenders.map((_, contender) => median(rounds.map((times) => pick(times, contender))));
  return {
    milliseconds: each((times, contender) => times[contender] as number),
    ratios: each((times, contender) => (times[0] as number) / (times[contender] as number)),
  };
}

/** What all runs came to. Printed by nobody, but it might be. */
export function consumedSum(): number {
  return consumed;
}

function time(contender: Contender, repeats: number): number {
  const start = performance.now();
  for (let i = 0; i < repeats; i++) consumed += contender.run();
  return (performance.now() - start) / repeats;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >>> 1] as number;
}
