// What the page and its workers say to each other about a study.
import type { Job, Scenario, Totals } from '../model/index.ts';

export interface StudyRequest {
  /** Comes back with the answer: those of a study that nobody waits for any more are dropped. */
  readonly number: number;
  /** Only when it is another one than in the request before. */
  readonly scenario?: Scenario;
  readonly jobs: readonly Job[];
}

/** The totals of the jobs in their order, or why there are none. */
export type StudyReply =
  | { readonly number: number; readonly totals: readonly Totals[] }
  | { readonly number: number; readonly failed: string };
