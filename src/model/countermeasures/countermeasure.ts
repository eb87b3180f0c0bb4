// What target, people and businesses do in answer to a block: the interface of a plug-in.
import type * as z from 'zod/mini';
import type { PrefixSet } from '../net/prefixSet.ts';
import type { Streams } from '../rng.ts';
import type { World } from '../world/world.ts';

/** One move of the target from a listed address to a fresh one. */
export interface Hop {
  readonly placement: number;
  readonly slot: number;
  readonly from: number;
  readonly to: number;
}

/** The lists as published: what everybody can look up. */
export interface Published {
  /** Listed addresses by level: level j holds the lists 0 … j of the stack. */
  readonly sets: readonly PrefixSet[];
  /** Listed addresses of a pool, all lists together. */
  listedInPool(pool: number): number;
}

/** Serves some placements from addresses that change during the run. */
export interface Mover {
  readonly kind: 'mover';
  /** The placements that it serves; the other methods take a position in this list. */
  readonly placements: readonly number[];
  /** The addresses in use now: what a censor may discover. */
  addressesOf(index: number): Uint32Array;
  /** Replaces what has been listed for long enough. */
  hop(tick: number, published: Published): Hop[];
  /** Lets clients learn of fresh addresses; tells whether anything changed. */
  spreadNews(lostShare: (service: number, network: number) => number): boolean;
  /** P(fail) on a network that applies `listed` with some completeness, by the lists of a level. */
  failShare(
    index: number,
    level: number,
    listed: PrefixSet,
    network: number,
    completeness: number,
  ): number;
}

export interface MoverSetting {
  readonly world: World;
  readonly streams: Streams;
  readonly tickHours: number;
  readonly networks: number;
  /** How many lists stand in the stack; level j holds the lists 0 … j. */
  readonly levels: number;
  /** Does a level hold the list that drove a slot away? */
  counts(level: number, drivenBy: number): boolean;
  numberOfPool(id: string): number;
  numberOfService(id: string): number;
  addressesOfPlacement(placement: number): Uint32Array;
  scratch(slots: number): { dead: Float64Array; elementary: Float64Array };
}

/** A plug-in: one file, and one line in index.ts. */
export interface Countermeasure<S extends z.ZodMiniObject = z.ZodMiniObject> {
  readonly technique: string;
  readonly title: string;
  /** One plain sentence for people. */
  readonly explanation: string;
  readonly parameters: S;
  begin(parameters: z.infer<S>, setting: MoverSetting): Mover;
}

/** Keeps the parameter type of one countermeasure together with its schema. */
export function defineCountermeasure<S extends z.ZodMiniObject>(
  countermeasure: Countermeasure<S>,
): Countermeasure<S> {
  return countermeasure;
}
