// A world as columns: things are numbers 0 … n−1, properties are typed arrays, names are labels.
// Arrays are named output-Of-input: poolOfPlacement takes a placement and gives a pool.
import type { PrefixSet } from '../net/prefixSet.ts';

export interface PoolColumns {
  readonly ids: readonly string[];
  readonly titles: readonly string[];
  readonly regions: readonly (string | undefined)[];
  readonly providerOfPool: Uint32Array;
  readonly setOfPool: readonly PrefixSet[];
  readonly addressesOfPool: Float64Array;
  /** Registered prefixes of all pools, sorted and disjoint. */
  readonly rangeFirst: Uint32Array;
  readonly rangeLast: Uint32Array;
  readonly poolOfRange: Uint32Array;
}

export interface ServiceColumns {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly categories: readonly string[];
  /** Named services come first; from here on they are long tails, one a pool. */
  readonly firstTail: number;
  /** Sites that a long tail stands for; 1 for a named service. */
  readonly sitesOfService: Float64Array;
  readonly usersOfService: Float64Array;
  readonly sessionsPerDayOfService: Float64Array;
  readonly firstPlacementOfService: Uint32Array;
}

export interface PlacementColumns {
  readonly count: number;
  readonly serviceOfPlacement: Uint32Array;
  readonly poolOfPlacement: Uint32Array;
  readonly shareOfPlacement: Float64Array;
  readonly addressesOfPlacement: Uint32Array;
  readonly profileOfPlacement: Uint32Array;
  /** 1: sites lie evenly over the whole pool, and the blocked share is the listed share of the pool. */
  readonly isSpreadOfPlacement: Uint8Array;
  /** Documented addresses, and the set from which the others are drawn. */
  readonly knownOfPlacement: readonly (readonly number[])[];
  readonly drawnFromOfPlacement: readonly PrefixSet[];
}

export interface ProfileColumns {
  readonly ids: readonly string[];
  readonly triesOfProfile: Uint32Array;
  readonly bytesPerSessionOfProfile: Float64Array;
  readonly hoursPerSessionOfProfile: Float64Array;
  /** Share of the sessions by protocol: mixOfProfile[profile][protocol]. */
  readonly mixOfProfile: readonly Float64Array[];
  /** How many protocols a profile uses. */
  readonly protocolsInProfile: Uint32Array;
}

export interface NetworkColumns {
  readonly ids: readonly string[];
  readonly titles: readonly string[];
  readonly accessOfNetwork: readonly ('mobile' | 'fixed')[];
  readonly shareOfNetwork: Float64Array;
  readonly completenessOfNetwork: Float64Array;
  readonly lagHoursOfNetwork: readonly { low: number; mode: number; high: number }[];
}

export interface World {
  readonly providers: { readonly ids: readonly string[]; readonly names: readonly string[] };
  readonly pools: PoolColumns;
  readonly services: ServiceColumns;
  readonly placements: PlacementColumns;
  readonly profiles: ProfileColumns;
  readonly networks: NetworkColumns;
  readonly protocols: { readonly ids: readonly string[]; readonly titles: readonly string[] };
  /** 24 values that average 1. */
  readonly diurnal: Float64Array;
  readonly utcOffsetHours: number;
}

/** Who is the target: a column of its own, which no strategy ever receives. */
export interface Roles {
  readonly isTargetOfService: Uint8Array;
}
