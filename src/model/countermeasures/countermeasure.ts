// What target, people and businesses do in answer to a block: the interface of a plug-in.
import type * as z from 'zod/mini';
import type { PrefixSet } from '../net/prefixSet.ts';
import type { Streams } from '../rng.ts';
import type { Fault } from '../rule.ts';
import type { World } from '../world/world.ts';
import type { WorldFile } from '../world/worldSchema.ts';

/** One move of the target from a listed address to a fresh one. */
export interface Hop {
  readonly tick: number;
  readonly placement: number;
  readonly slot: number;
  readonly from: number;
  readonly to: number;
  /** Its address was listed; its provider put it out; or a business that was hit goes elsewhere. */
  readonly why: 'listed' | 'evicted' | 'migrated';
}

/**
 * One published change of the lists: what came to be listed and what no longer is, by level; undefined
 * where nothing. Level j holds the lists 0 … j of the stack; further ones hold each later list alone, and
 * what counts together otherwise.
 */
export interface PublishedVersion {
  readonly came: readonly (PrefixSet | undefined)[];
  readonly went: readonly (PrefixSet | undefined)[];
}

/** The lists as published: what everybody can look up. */
export interface Published {
  /** All versions up to now by number; empty up to the oldest that a network still applies. */
  readonly versions: readonly PublishedVersion[];
  /** The oldest version that a network still applies. */
  oldestInUse(): number;
  /** What all lists together hold now; undefined when there is no list. */
  listed(): PrefixSet | undefined;
  /** The first list of the stack that holds an entry now; as many as there are lists when none does. */
  firstListInUse(): number;
  /** Listed addresses of a pool now, all lists together. */
  listedInPool(pool: number): number;
}

/** What became of the sessions in the last tick. */
export interface LastTick {
  /** Share of a service's sessions on a network that strategies took, for those without a tunnel. */
  blockedShare(service: number, network: number): number;
  /** The same after tunnels: what people and businesses lose. */
  lostShare(service: number, network: number): number;
  /**
   * Share of a service's sessions that rules about addresses took at its own addresses, over all networks:
   * what another provider could mend. Lists, and boxes that act in named ranges; after tunnels.
   */
  lostToAddressRules(service: number): number;
}

/** Serves some placements from addresses that change during the run. */
export interface Mover {
  readonly kind: 'mover';
  /** The placements that it serves; may grow in hop(). The other methods take a position in this list. */
  readonly placements: readonly number[];
  /** The addresses in use now: what a censor may discover. */
  addressesOf(index: number): Uint32Array;
  /** Replaces what has been listed for long enough, and adds the moves to `hops`. */
  hop(tick: number, published: Published, hops: Hop[], last: LastTick): void;
  /**
   * Lets clients learn of fresh addresses; tells whether anything changed.
   * @param channels all channels of the run, of whichever service
   */
  spreadNews(tick: number, last: LastTick, channels: readonly Channel[]): boolean;
  /** P(fail) on a network that applies a version with some completeness, by the lists of a level. */
  failShare(
    index: number,
    level: number,
    version: number,
    network: number,
    completeness: number,
  ): number;
  /**
   * Of the clients on a network who, where it enforces a version, find an address that answers: the share
   * at an address that `wide` holds and `base` does not. `base`: the level of what does not answer.
   */
  hamperedShare(
    index: number,
    levels: { readonly wide: number; readonly base: number },
    version: number,
    network: number,
  ): number;
}

/** A way on which some clients of a service hear of its fresh addresses. */
export interface Channel {
  readonly kind: 'channel';
  /** Whose clients hear. */
  readonly service: number;
  /** The service that carries the news; what is lost of it slows them. Undefined: nothing can. */
  readonly carrier: number | undefined;
  /** Share of the clients that it reaches; over all channels of a service 1 at most. */
  readonly share: number;
  /** Share of those clients who hear in a tick when the carrier gets through. */
  readonly step: number;
  /** When it is in force: the first tick, and the first one after the last. */
  readonly fromTick: number;
  readonly untilTick: number;
}

/** People who take a tunnel (VPN, proxy) when sessions fail. */
export interface Tunnel {
  readonly kind: 'tunnel';
  /** Share of the tunnels by protocol: what boxes see of them. */
  readonly lookOfProtocol: Float64Array;
  /** The only service whose sessions go through it; undefined: all that the same users do. */
  readonly onlyService: number | undefined;
  /** Lets people take it up and drop it, before this tick is counted. */
  adopt(tick: number, last: LastTick): void;
  /** Share of a network's blocked sessions that try the tunnel now. */
  usersOnNetwork(network: number): number;
}

/** People who leave a service for others. */
export interface Drift {
  readonly kind: 'drift';
  readonly service: number;
  /** Where they go, with shares of at most 1 together; the rest is gone. */
  readonly rivals: readonly { readonly service: number; readonly share: number }[];
  drift(tick: number, last: LastTick): void;
  /** Share of the service's sessions on a network whose users have left. */
  leftOnNetwork(network: number): number;
}

/** Clients of a service that change how their flows look. */
export interface Disguise {
  readonly kind: 'disguise';
  readonly service: number;
  /** The share of a protocol's flows that look like another protocol in a tick. */
  readonly from: number;
  readonly to: number;
  shareInTick(tick: number): number;
}

/** Those who were hit tell the office. */
export interface Appeal {
  readonly kind: 'appeal';
  /** Complaints for each bystander session lost to a list. */
  readonly perLostSession: number;
  /** When it is in force: the first tick, and the first one after the last. */
  readonly fromTick: number;
  readonly untilTick: number;
}

export type CountermeasureRun = Mover | Channel | Tunnel | Drift | Disguise | Appeal;

export interface CountermeasureSetting {
  readonly world: World;
  /** 1 for each service that is the target: those who answer know who they are. */
  readonly isTargetOfService: Uint8Array;
  readonly streams: Streams;
  readonly ticks: number;
  readonly tickHours: number;
  /** When the countermeasure is in force: the first tick, and the first one after the last. */
  readonly fromTick: number;
  readonly untilTick: number;
  /** Addresses that movers use now and how many of their slots do; shared by all movers of a run. */
  readonly inUse: Map<number, number>;
  /** 1 for each placement that a mover serves; movers mark theirs, and it is shared by all of a run. */
  readonly isMovedOfPlacement: Uint8Array;
  readonly networks: number;
  /** How many lists stand in the stack, and how many levels: see PublishedVersion. */
  readonly lists: number;
  readonly levels: number;
  /** Are those lost at a level who do not know the address to which a list has driven the target? */
  blames(level: number, list: number): boolean;
  numberOfPool(id: string): number;
  numberOfProvider(id: string): number;
  numberOfService(id: string): number;
  numberOfProtocol(id: string): number;
  addressesOfPlacement(placement: number): Uint32Array;
}

/** An entry of the same technique that stands before another in a scenario. */
export interface EarlierEntry<P> {
  readonly id: string;
  readonly parameters: P;
}

/** A plug-in: one file, and one line in index.ts. */
export interface Countermeasure<S extends z.ZodMiniObject = z.ZodMiniObject> {
  readonly technique: string;
  readonly title: string;
  /** One plain sentence for people. */
  readonly explanation: string;
  readonly parameters: S;
  begin(parameters: z.infer<S>, setting: CountermeasureSetting): CountermeasureRun;
  /** What one move of a business costs, in the currency of the world; undefined: nothing is said. */
  priceOfMove?(parameters: z.infer<S>): number;
  /**
   * What is wrong with parameters that keep their schema: for what only the world can tell. Names
   * may still name nothing; of that the file check complains by itself. No strategy has the like,
   * since a strategy must not see a service.
   */
  faults?(
    parameters: z.infer<S>,
    world: WorldFile,
    earlier: readonly EarlierEntry<z.infer<S>>[],
  ): readonly Fault[];
}

/** Keeps the parameter type of one countermeasure together with its schema. */
export function defineCountermeasure<S extends z.ZodMiniObject>(
  countermeasure: Countermeasure<S>,
): Countermeasure<S> {
  return countermeasure;
}
