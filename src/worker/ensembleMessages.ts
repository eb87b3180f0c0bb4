// What the page and its worker say to each other.
import type { Ensemble, Scenario } from '../model/index.ts';

/** The newest number wins; answers to older ones are dropped. */
export interface EnsembleRequest {
  readonly number: number;
  readonly scenario: Scenario;
  readonly seeds: readonly number[];
}

export type EnsembleReply =
  | { readonly number: number; readonly ensemble: Ensemble }
  | { readonly number: number; readonly failed: string };
