// Everything that one run holds between two ticks, allocated once before the first.
import type {
  Channel,
  Hop,
  LastTick,
  Mover,
  Published,
} from '../countermeasures/countermeasure.ts';
import type { Losses, Tally } from '../metrics/tally.ts';
import type { Random } from '../rng.ts';
import type { ListingLog } from '../strategies/listingLog.ts';
import type {
  Complaints,
  DocumentedEntry,
  FlowBox,
  ListKeeper,
  Scope,
  StrategyRun,
} from '../strategies/strategy.ts';
import type { FlowCells } from '../traffic/flowCells.ts';
import type { ServiceDemand } from '../traffic/serviceDemand.ts';
import type { PlacedWorld } from '../world/placeServices.ts';
import type { Roles, World } from '../world/world.ts';
import type { AddressLevels } from './addressLevels.ts';
import type { BoxTables } from './boxTables.ts';
import type { Bundles } from './bundles.ts';
import type { Duties } from './duties.ts';
import type { People } from './gatherPeople.ts';
import type { Looks } from './looks.ts';
import type { NetworkKinds } from './networkKinds.ts';
import type { LedgerEntry } from './scenarioSchema.ts';
import type { Stakes } from './stakes.ts';
import type { TakenLevels } from './takenLevels.ts';

export interface StackEntry extends Scope {
  readonly id: string;
  readonly title: string;
  readonly technique: string;
  readonly run: StrategyRun;
}

/** The seed-free part of a run, shared by all seeds of an ensemble. */
export interface Plan {
  readonly world: World;
  readonly roles: Roles;
  readonly cells: FlowCells;
  readonly demand: ServiceDemand;
  readonly ticks: number;
  readonly tickHours: number;
  readonly startMs: number;
  readonly dayShareOfTick: Float64Array;
  /** Demand of each tick relative to the busiest hour of a day: the load of a box. */
  readonly loadOfTick: Float64Array;
  /** Ledgers that runs of this plan have read. */
  readonly documented: WeakMap<readonly LedgerEntry[], readonly DocumentedEntry[]>;
}

export interface RunState {
  readonly plan: Plan;
  readonly placed: PlacedWorld;
  readonly stack: readonly StackEntry[];
  readonly lists: readonly RunningList[];
  /** Number of the list of a strategy, −1 for the others. */
  readonly listOfStrategy: Int32Array;
  readonly boxes: readonly { box: FlowBox; strategy: number }[];
  /** Number of the box of a strategy, −1 for the others. */
  readonly boxOfStrategy: Int32Array;
  readonly boxTables: BoxTables;
  readonly movers: readonly Mover[];
  readonly channels: readonly Channel[];
  readonly isMovedOfPlacement: Uint8Array;
  /** Fixed addresses of the target: with those of the movers, what a censor may discover. */
  readonly fixedTargetAddresses: Uint32Array;
  readonly log: ListingLog;
  readonly levels: AddressLevels;
  /** The same as the target sees it. */
  readonly published: Published;
  readonly lagTicksOfNetwork: Uint32Array;
  /** Share of the users for whom a network enforces the version that it applies now. */
  readonly completenessOfNetwork: Float64Array;
  /** The version of the lists that each network applies now. */
  readonly versionOfNetwork: Uint32Array;
  /** 1 where a network has moved on to another version in this tick. */
  readonly hasApplied: Uint8Array;
  /** P(fail) by the lists, at level · cells + cell, and the same where they are enforced. */
  readonly failOfCell: Float64Array;
  readonly enforcedFailOfCell: Float64Array;
  /** Of the clients who find an address that answers, the share at one that a list hampers: hamper · cells + cell. */
  readonly hamperedOfCell: Float64Array;
  /** Networks on which the boxes do the same. */
  readonly kinds: NetworkKinds;
  readonly duties: Duties;
  readonly looks: Looks;
  readonly bundles: Bundles;
  /** Of the sessions of a service, those of a bundle that fail by the lists, at level · cells + network · placements + bundle. */
  readonly failOfBundleCell: Float64Array;
  /** 1 where something of the bundle is listed on the network. */
  readonly isListedOfBundleCell: Uint8Array;
  /** 1 where a list hampers a placement of the bundle on the network. */
  readonly isHamperedOfBundleCell: Uint8Array;
  readonly takenLevels: TakenLevels;
  /** Looks that changed since their factors were worked out. */
  readonly staleLooks: Set<number>;
  /** What the boxes do to each look on each kind of network: see boxFactors.ts. */
  factors: BoxFactors;
  /** The strategies that hamper, and those that are about addresses. */
  readonly hampering: Uint32Array;
  readonly addressRules: Uint32Array;
  /** Working memory of sumServices.ts, at network · strategies + strategy. */
  readonly weights: CellLosses;
  /** Working memory for the cell that was asked for last. */
  readonly ofOneCell: CellLosses;
  readonly audiences: Audiences;
  readonly people: People;
  readonly losses: Losses;
  readonly dirty: DirtyMarks;
  readonly hops: Hop[];
  /** Id of the countermeasure behind each hop, and behind each mover. */
  readonly entryOfHop: string[];
  readonly entryOfMover: ReadonlyMap<Mover, string>;
  /** What the office heard last, and what it was made from. */
  readonly heard: { key: string; complaints: Complaints; readonly stakes: Stakes };
  /** Services that have moved elsewhere because they were hit. */
  readonly migrated: Set<number>;
  readonly tally: Tally;
  /** Share of its flows that each box inspects in this tick, and its strength. */
  readonly inspectedOfBox: Float64Array;
  readonly strengthOfBox: Float64Array;
  /** Rows already written for the present state, by load of the boxes. */
  readonly rowOfLoad: Map<string, number>;
  loadKey: string;
  /** The load that box factors and cells were last worked out for. */
  workedLoadKey: string;
  /** Made at the first question; the same for all ticks. */
  lastTick: LastTick | undefined;
  /** Flow classes behind changes of lists and moves since the start: the engine's work counter. */
  classesTouched: number;
}

export interface RunningList {
  readonly keeper: ListKeeper;
  readonly strategy: number;
  readonly random: Random;
  /** Chance to find one address within a tick. */
  readonly chance: number;
}

/**
 * What the boxes do to each look on each kind of network. `reach` of a list: share of the sessions that boxes
 * before it let through; of a box: share that reaches it and is dropped. `alone`: share that a box
 * would drop by itself; of a list, share that it would take of sessions to its addresses. `through`: share
 * that passes all boxes.
 */
export interface BoxFactors {
  /** At (look · kinds + kind) · strategies + strategy. */
  readonly reach: Float64Array;
  readonly alone: Float64Array;
  /** At look · kinds + kind. */
  readonly through: Float64Array;
  /** 1 where any of them has changed since all bundles were last told; numbered like `through`. */
  readonly isChanged: Uint8Array;
}

/** Shares of the sessions that each strategy takes, and would take alone. */
export interface CellLosses {
  readonly lost: Float64Array;
  readonly alone: Float64Array;
}

/** The users of one service on one network; number: service · networks + network. */
export interface Audiences extends CellLosses {
  /** Bytes and hours lost of a session on average. */
  readonly bytes: Float64Array;
  readonly hours: Float64Array;
  /** Share of the sessions lost before any tunnel, all strategies together. */
  readonly blocked: Float64Array;
  /** Share of the sessions lost through services that it needs. */
  readonly throughNeed: Float64Array;
  /** Share of the lost sessions for which no tunnel helps. */
  readonly keptOfAudience: Float64Array;
  /** Share of the users who have left. */
  readonly goneOfAudience: Float64Array;
  /** Bytes and hours of an unblocked session of each service. */
  readonly bytesOfSession: Float64Array;
  readonly hoursOfSession: Float64Array;
}

/** Numbers of the cells, audiences or services that changed, each once. */
export interface Marks {
  readonly isMarked: Uint8Array;
  readonly marked: Uint32Array;
  count: number;
}

export interface DirtyMarks {
  readonly cells: Marks;
  readonly bundleCells: Marks;
  readonly audiences: Marks;
  readonly services: Marks;
}

export function mark(marks: Marks, number: number): void {
  if (marks.isMarked[number]) return;
  marks.isMarked[number] = 1;
  marks.marked[marks.count++] = number;
}
