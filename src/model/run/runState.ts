// Everything that one run holds between two ticks, allocated once before the first.
import type { Hop, Mover, Published } from '../countermeasures/countermeasure.ts';
import { probabilityWithin } from '../exp.ts';
import { createTally, type Losses, type Tally } from '../metrics/tally.ts';
import type { Random } from '../rng.ts';
import { createListingLog, type ListingLog } from '../strategies/listingLog.ts';
import type { DocumentedEntry, FlowBox, ListKeeper, StrategyRun } from '../strategies/strategy.ts';
import type { FlowCells } from '../traffic/flowCells.ts';
import type { ServiceDemand } from '../traffic/serviceDemand.ts';
import { addressesOfPlacement, type PlacedWorld } from '../world/placeServices.ts';
import type { Roles, World } from '../world/world.ts';
import {
  type AddressLevels,
  createAddressLevels,
  listLevels,
  publishedSet,
} from './addressLevels.ts';
import { loadKeyOf, OUT_OF_WINDOW } from './loadKey.ts';
import type { LedgerEntry } from './scenarioSchema.ts';

export interface StackEntry {
  readonly id: string;
  readonly title: string;
  readonly technique: string;
  readonly run: StrategyRun;
  readonly fromTick: number;
  readonly untilTick: number;
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

function noMarks(count: number): Marks {
  return { isMarked: new Uint8Array(count), marked: new Uint32Array(count), count: 0 };
}

function noLosses(count: number): CellLosses {
  return { lost: new Float64Array(count), alone: new Float64Array(count) };
}

/** What createRunState needs beside the plan. */
export interface RunParts {
  readonly plan: Plan;
  readonly placed: PlacedWorld;
  readonly stack: readonly StackEntry[];
  readonly movers: readonly Mover[];
  readonly randomOfStrategy: (id: string) => Random;
}

export function createRunState({
  plan,
  placed,
  stack,
  movers,
  randomOfStrategy,
}: RunParts): RunState {
  const { world, cells } = plan;
  const strategies = stack.length;
  const services = world.services.ids.length;
  const cellCount = cells.demandOfCell.length;
  const networks = cells.networks;
  const profileCells = world.profiles.ids.length * networks;
  const { lists, listOfStrategy } = pickLists(stack, randomOfStrategy, plan.tickHours);
  const boxes = stack.flatMap(({ run }, strategy) =>
    run.kind === 'flow' ? [{ box: run, strategy }] : [],
  );
  const inspectedOfBox = new Float64Array(boxes.length).fill(OUT_OF_WINDOW);
  const idleKey = loadKeyOf(inspectedOfBox);
  const levels = createAddressLevels(world, listLevels(lists.length));
  const versionOfNetwork = new Uint32Array(networks);
  const isMovedOfPlacement = new Uint8Array(world.placements.count);
  for (const mover of movers) for (const p of mover.placements) isMovedOfPlacement[p] = 1;
  return {
    plan,
    placed,
    stack,
    lists,
    listOfStrategy,
    boxes,
    movers,
    isMovedOfPlacement,
    fixedTargetAddresses: fixedTargetAddresses(plan, placed, isMovedOfPlacement),
    log: createListingLog(),
    levels,
    published: publish(levels, versionOfNetwork),
    lagTicksOfNetwork: Uint32Array.from(placed.lagHoursOfNetwork, (hours) =>
      Math.round(hours / plan.tickHours),
    ),
    versionOfNetwork,
    hasApplied: new Uint8Array(networks),
    failOfCell: new Float64Array(levels.listLevels.levels * cellCount),
    factors: {
      reach: new Float64Array(profileCells * strategies),
      alone: new Float64Array(profileCells * strategies),
      through: new Float64Array(profileCells),
    },
    cellLosses: noLosses(cellCount * strategies),
    placementLosses: noLosses(world.placements.count * strategies),
    losses: {
      lostOfService: new Float64Array(services * strategies),
      aloneOfService: new Float64Array(services * strategies),
      lostBytesOfService: new Float64Array(services),
      lostHoursOfService: new Float64Array(services),
    },
    dirty: {
      cells: noMarks(cellCount),
      placements: noMarks(world.placements.count),
      services: noMarks(services),
    },
    inspectedOfBox,
    hops: [],
    tally: createTallyOf(plan, strategies),
    rowOfLoad: new Map(),
    // Cells of zero losses are right as long as no list and no box is at work.
    loadKey: idleKey,
    workedLoadKey: idleKey,
    classesTouched: 0,
  };
}

/** What everybody can look up of the lists; it stays true as they grow. */
function publish(levels: AddressLevels, versionOfNetwork: Uint32Array): Published {
  const pools = levels.spreadPlacementOfPool.length;
  const widest = (levels.listLevels.lists - 1) * pools;
  return {
    versions: levels.versions,
    listed: () => publishedSet(levels),
    oldestInUse: () => versionOfNetwork.reduce((least, version) => Math.min(least, version)),
    listedInPool: (pool) => levels.listedOfPool[widest + pool] ?? 0,
  };
}

function pickLists(
  stack: readonly StackEntry[],
  randomOfStrategy: (id: string) => Random,
  tickHours: number,
) {
  const listOfStrategy = new Int32Array(stack.length).fill(-1);
  const lists: RunningList[] = [];
  stack.forEach(({ run, id }, strategy) => {
    if (run.kind !== 'list') return;
    listOfStrategy[strategy] = lists.length;
    const chance = probabilityWithin(run.discoveryPerHour, tickHours);
    lists.push({ keeper: run, strategy, random: randomOfStrategy(id), chance });
  });
  return { lists, listOfStrategy };
}

/** In numeric order, so that each address has its own draws. */
function fixedTargetAddresses(
  { world, roles }: Plan,
  placed: PlacedWorld,
  isMovedOfPlacement: Uint8Array,
): Uint32Array {
  const { serviceOfPlacement } = world.placements;
  const found: number[] = [];
  for (let p = 0; p < world.placements.count; p++) {
    if (isMovedOfPlacement[p] || !roles.isTargetOfService[serviceOfPlacement[p]!]) continue;
    found.push(...addressesOfPlacement(placed, p));
  }
  return Uint32Array.from(found).sort();
}

function createTallyOf(
  { world, roles, demand, ticks, dayShareOfTick }: Plan,
  strategies: number,
): Tally {
  return createTally({
    ticks,
    strategies,
    services: world.services.ids.length,
    dayShareOfTick,
    demandOfService: demand.sessions,
    bytesOfService: demand.bytes,
    hoursOfService: demand.hours,
    isTargetOfService: roles.isTargetOfService,
    firstTail: world.services.firstTail,
  });
}
