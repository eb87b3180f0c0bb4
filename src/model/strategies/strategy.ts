// What a blocking strategy is. A strategy sees what a box on the path, or a clerk with a list, sees:
// addresses, names, protocols, networks. It never sees a service, nor who the target is.
import type * as z from 'zod/mini';
import type { PrefixSet } from '../net/prefixSet.ts';
import type { ListingLog } from './listingLog.ts';

/** A field of a flow that a strategy can match on. */
export type Sight = 'address' | 'name' | 'protocol' | 'network';

/** The columns that a strategy may look at. */
export interface Observables {
  readonly ticks: number;
  readonly tickHours: number;
  /** Registered prefixes of all pools, sorted and disjoint, with the provider that registered each. */
  readonly rangeFirst: Uint32Array;
  readonly rangeLast: Uint32Array;
  readonly providerOfRange: Uint32Array;
  readonly providers: readonly string[];
  readonly protocols: readonly string[];
  /** 1: the first packet shows the name of the server. */
  readonly showsNameOfProtocol: Uint8Array;
  readonly accessOfNetwork: readonly ('mobile' | 'fixed')[];
}

/** A documented entry of a list, in ticks of the run. */
export interface DocumentedEntry {
  readonly first: number;
  readonly last: number;
  readonly fromTick: number;
  readonly untilTick: number;
}

/** When and where a strategy is in force. */
export interface Scope {
  /** The first tick in force, and the first one after the last. */
  readonly fromTick: number;
  readonly untilTick: number;
  /** 1 in each tick in force: windows may recur. */
  readonly isInForceOfTick: Uint8Array;
  /** 1 for each network that is told to enforce it. */
  readonly appliesToNetwork: Uint8Array;
}

export interface StrategySetting extends Scope {
  readonly observables: Observables;
  /** Documented lists by id. */
  readonly ledgers: ReadonlyMap<string, readonly DocumentedEntry[]>;
  /** Position in the stack. */
  readonly index: number;
}

/** What people who were hit say of an entry: what the office hears, not what it could see. */
export interface Complaints {
  /** Complaints a day about the addresses first … last; 0 where nobody complains. */
  about(first: number, last: number): number;
}

/** Keeps a list of addresses; the operators' routers apply it, each with its own lag. */
export interface ListKeeper {
  readonly kind: 'list';
  /** Chance an hour to find one active, unlisted address of the target. 0: it does not look. */
  readonly discoveryPerHour: number;
  /** Publishes and withdraws entries. `found`: addresses discovered in this tick. */
  keep(tick: number, found: readonly number[], log: ListingLog, complaints: Complaints): void;
  /** What happens to flows to a listed address. Undefined: drop. */
  readonly action?: Action;
}

/** What a rule does to the flows that it catches. */
export type Action =
  | { readonly kind: 'drop' }
  /** A session that needs more than the rate loses 1 − rate/needed of itself. */
  | { readonly kind: 'throttle'; readonly kilobitsPerSecond: number }
  /** A session that needs more in one connection is lost. */
  | { readonly kind: 'byteCap'; readonly kilobytes: number };

/**
 * Which flows a rule is about, by the name that they show and the address they go to. Of a placement
 * with several addresses and names the engine takes the share that matches.
 */
export interface Selection {
  readonly matchesName?: (name: string) => boolean;
  /** Share of the flows of a protocol whose name the rule can see, 0 … 1. Only with `matchesName`. */
  readonly seesName?: (protocol: number) => number;
  readonly ranges?: PrefixSet;
  /** Addresses that the rule never touches. */
  readonly spared?: PrefixSet;
  /**
   * `matches`: acts on flows whose name and whose address match, as far as each is asked for.
   * `others`: acts on flows of which neither matches (default deny).
   */
  readonly actsOn: 'matches' | 'others';
}

/** A box on the path; it judges flows by what they look like. */
export interface FlowBox {
  readonly kind: 'flow';
  /** Chance that an inspected flow is flagged, if it is one of those that the rule is about. */
  flagged(protocol: number): number;
  /** Share of the network's flows that pass through a box, as far as it has any. */
  coverage(network: number): number;
  /** Share of those that it can inspect at a load (1 = the busiest hour of the day). */
  inspected(load: number): number;
  /** What happens to those that it cannot inspect. */
  readonly overflow: 'pass' | 'drop';
  /** True for what operators do without any box: its coverage is that of all flows. */
  readonly needsNoBox?: boolean;
  /** Undefined: all flows. */
  readonly selection?: Selection;
  /** Undefined: drop. */
  readonly action?: Action;
  /** Factor on `flagged`, 0 … 1, by whole days since the strategy began; undefined: 1. */
  strengthOnDay?(day: number): number;
  /** Seconds for which a flagged flow keeps the pair of client and server blocked; undefined: 0. */
  readonly residualSeconds?: number;
}

/** Does nothing: the world as it was. */
export interface Idle {
  readonly kind: 'idle';
}

export type StrategyRun = ListKeeper | FlowBox | Idle;

/** A list that hampers lets its addresses answer: flows there are slowed down or cut off, not dropped. */
export function isHampering(run: StrategyRun): boolean {
  return run.kind === 'list' && run.action !== undefined && run.action.kind !== 'drop';
}

/** Does it matter to the run at which addresses a session ends? */
export function isAboutAddresses(run: StrategyRun): boolean {
  if (run.kind !== 'flow') return run.kind === 'list';
  return run.selection?.actsOn === 'matches' && run.selection.ranges !== undefined;
}

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
