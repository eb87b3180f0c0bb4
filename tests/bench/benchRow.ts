// What a bench reports: one line of the table.

export interface BenchRow {
  readonly name: string;
  /** Median; a text where there is nothing to measure, as for a rival that is not installed. */
  readonly figure: number | string;
  readonly unit: string;
  /** Median of the ratios of the single rounds. */
  readonly ratio?: number;
  readonly aim?: string;
  /** Whether the aim is met; true where there is none. */
  readonly met: boolean;
}

export type Bench = () => readonly BenchRow[];
