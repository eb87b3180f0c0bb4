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
  /** Of one user; 1 for the sites of a long tail, whose users are its sessions. */
  readonly sessionsPerUserDayOfService: Float64Array;
  readonly sessionsPerDayOfService: Float64Array;
  readonly firstPlacementOfService: Uint32Array;
  /** Names that clients ask for, with the share of the sessions. */
  readonly domainsOfService: readonly (readonly {
    readonly name: string;
    readonly share: number;
  }[])[];
  /** What each service needs, by number of the service. */
  readonly needsOfService: readonly (readonly Need[])[];
  /** The services that need others, each after all that it needs. */
  readonly inOrderOfNeed: Uint32Array;
}

/** A service that another one needs. */
export interface Need {
  readonly service: number;
  /** Share of the sessions that fail when it does. */
  readonly criticality: number;
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
  /** What a session needs, in kbit/s and in kB a connection: [profile][protocol]. */
  readonly kilobitsPerSecondOfProfile: readonly Float64Array[];
  readonly kilobytesPerConnectionOfProfile: readonly Float64Array[];
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
  readonly regionOfNetwork: readonly (string | undefined)[];
  /** How many entries of a list the equipment takes; infinite where nothing is said. */
  readonly tableEntriesOfNetwork: Float64Array;
  /** Share of the traffic that could pass through a box at all. */
  readonly boxesOfNetwork: Float64Array;
}

export interface World {
  readonly providers: { readonly ids: readonly string[]; readonly names: readonly string[] };
  readonly pools: PoolColumns;
  readonly services: ServiceColumns;
  readonly placements: PlacementColumns;
  readonly profiles: ProfileColumns;
  readonly networks: NetworkColumns;
  readonly protocols: {
    readonly ids: readonly string[];
    readonly titles: readonly string[];
    /** 1: the first packet shows the name of the server. */
    readonly showsNameOfProtocol: Uint8Array;
  };
  /** 24 values that average 1. */
  readonly diurnal: Float64Array;
  readonly utcOffsetHours: number;
}

/** Who is the target: a column of its own, which no strategy ever receives. */
export interface Roles {
  readonly isTargetOfService: Uint8Array;
}
