// What a blocking strategy is. A strategy sees what a box on the path, or a clerk with a list, sees:
// addresses, protocols, networks. It never sees a service, nor who the target is.
import type * as z from 'zod/mini';
import type { ListingLog } from './listingLog.ts';

/** A field of a flow that a strategy can match on. */
export type Sight = 'address' | 'protocol' | 'network';

/** The columns that a strategy may look at. */
export interface Observables {
  readonly ticks: number;
  readonly tickHours: number;
  /** Registered prefixes of all pools, sorted and disjoint. */
  readonly rangeFirst: Uint32Array;
  readonly rangeLast: Uint32Array;
  readonly protocols: readonly string[];
  readonly accessOfNetwork: readonly ('mobile' | 'fixed')[];
}

/** A documented entry of a list, in ticks of the run. */
export interface DocumentedEntry {
  readonly first: number;
  readonly last: number;
  readonly fromTick: number;
  readonly untilTick: number;
}

export interface StrategySetting {
  readonly observables: Observables;
  /** Documented lists by id. */
  readonly ledgers: ReadonlyMap<string, readonly DocumentedEntry[]>;
  /** Position in the stack. */
  readonly index: number;
  /** First tick in force, and the first tick no longer in force. */
  readonly fromTick: number;
  readonly untilTick: number;
}

/** Keeps a list of addresses; the operators' routers apply it, each with its own lag. */
export interface ListKeeper {
  readonly kind: 'list';
  /** Chance an hour to find one active, unlisted address of the target. 0: it does not look. */
  readonly discoveryPerHour: number;
  /** Publishes and withdraws entries. `found`: addresses discovered in this tick. */
  keep(tick: number, found: readonly number[], log: ListingLog): void;
}

/** A box on the path; it judges flows by what they look like. */
export interface FlowBox {
  readonly kind: 'flow';
  /** Chance that an inspected flow is flagged and dropped. */
  flagged(protocol: number, network: number): number;
  /** Share of the network's flows that pass through a box. */
  coverage(network: number): number;
  /** Share of those that it can inspect at a load (1 = the busiest hour of the day). */
  inspected(load: number): number;
  /** What happens to those that it cannot inspect. */
  readonly overflow: 'pass' | 'drop';
}

/** Does nothing: the world as it was. */
export interface Idle {
  readonly kind: 'idle';
}

export type StrategyRun = ListKeeper | FlowBox | Idle;

/** A plug-in: one file, and one line in index.ts. */
export interface Strategy<S extends z.ZodMiniObject = z.ZodMiniObject> {
  readonly technique: string;
  readonly title: string;
  /** One plain sentence for people. */
  readonly explanation: string;
  readonly sees: readonly Sight[];
  readonly parameters: S;
  begin(parameters: z.infer<S>, setting: StrategySetting): StrategyRun;
}

/** Keeps the parameter type of one strategy together with its schema. */
export function defineStrategy<S extends z.ZodMiniObject>(strategy: Strategy<S>): Strategy<S> {
  return strategy;
}
