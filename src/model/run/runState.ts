// Everything that one run holds between two ticks, allocated once before the first.
import type { Hop, Mover, Published } from '../countermeasures/countermeasure.ts';
import type { Losses, Tally } from '../metrics/tally.ts';
import type { Random } from '../rng.ts';
import type { ListingLog } from '../strategies/listingLog.ts';
import type {
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
import type { LedgerEntry } from './scenarioSchema.ts';

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
  readonly movers: readonly Mover[];
  readonly isMovedOfPlacement: Uint8Array;
  /** Fixed addresses of the target: with those of the movers, what a censor may discover. */
  readonly fixedTargetAddresses: Uint32Array;
  readonly log: ListingLog;
  readonly levels: AddressLevels;
  /** The same as the target sees it. */
  readonly published: Published;
  readonly lagTicksOfNetwork: Uint32Array;
  /** The version of the lists that each network applies now. */
  readonly versionOfNetwork: Uint32Array;
  /** 1 where a network has moved on to another version in this tick. */
  readonly hasApplied: Uint8Array;
  /** P(fail) by the lists, at level · cells + cell. */
  readonly failOfCell: Float64Array;
  /** What the boxes do to each profile on each network: see boxFactors.ts. */
  readonly factors: BoxFactors;
  readonly cellLosses: CellLosses;
  /** The sums of the cells, at placement · strategies + strategy. */
  readonly placementLosses: CellLosses;
  readonly losses: Losses;
  readonly dirty: DirtyMarks;
  readonly hops: Hop[];
  readonly tally: Tally;
  /** Share of its flows that each box inspects in this tick. */
  readonly inspectedOfBox: Float64Array;
  /** Rows already written for the present state, by load of the boxes. */
  readonly rowOfLoad: Map<string, number>;
  loadKey: string;
  /** The load that box factors and cells were last worked out for. */
  workedLoadKey: string;
  /** Flow classes worked out since the start: the engine's work counter. */
  classesTouched: number;
}

export interface RunningList {
  readonly keeper: ListKeeper;
  readonly strategy: number;
  readonly random: Random;
  /** Chance to find one address within a tick. */
  readonly chance: number;
}

export interface BoxFactors {
  /** At (profile · networks + network) · strategies + strategy. */
  readonly reach: Float64Array;
  readonly alone: Float64Array;
  /** What the boxes let through, at profile · networks + network. */
  readonly through: Float64Array;
}

/** Sessions a day that each strategy takes, and would take alone; of cells at cell · strategies + strategy. */
export interface CellLosses {
  readonly lost: Float64Array;
  readonly alone: Float64Array;
}

/** Numbers of the cells, placements or services that changed, each once. */
export interface Marks {
  readonly isMarked: Uint8Array;
  readonly marked: Uint32Array;
  count: number;
}

export interface DirtyMarks {
  readonly cells: Marks;
  readonly placements: Marks;
  readonly services: Marks;
}

export function mark(marks: Marks, number: number): void {
  if (marks.isMarked[number]) return;
  marks.isMarked[number] = 1;
  marks.marked[marks.count++] = number;
}
