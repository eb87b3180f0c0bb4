// Everything that one run holds between two ticks, allocated once before the first.
import type { Mover } from '../countermeasures/countermeasure.ts';
import { createTally, type Losses, type Tally } from '../metrics/tally.ts';
import type { Random } from '../rng.ts';
import { createListingLog, type ListingLog } from '../strategies/listingLog.ts';
import type { FlowBox, ListKeeper, StrategyRun } from '../strategies/strategy.ts';
import type { FlowCells } from '../traffic/flowCells.ts';
import type { PlacedWorld } from '../world/placeServices.ts';
import type { Roles, World } from '../world/world.ts';
import { type AddressLevels, createAddressLevels, listLevels } from './addressLevels.ts';
import { loadKeyOf } from './loadKey.ts';

export interface StackEntry {
  readonly id: string;
  readonly title: string;
  readonly technique: string;
  readonly run: StrategyRun;
  readonly fromTick: number;
  readonly untilTick: number;
}

/** A move of the target, for the story. */
export interface HopEvent {
  readonly tick: number;
  readonly placement: number;
  readonly from: number;
  readonly to: number;
}

/** The seed-free part of a run, shared by all seeds of an ensemble. */
export interface Plan {
  readonly world: World;
  readonly roles: Roles;
  readonly cells: FlowCells;
  readonly ticks: number;
  readonly tickHours: number;
  readonly startMs: number;
  readonly dayShareOfTick: Float64Array;
  /** Demand of each tick relative to the busiest hour of a day: the load of a box. */
  readonly loadOfTick: Float64Array;
}

export interface RunState {
  readonly plan: Plan;
  readonly placed: PlacedWorld;
  readonly stack: readonly StackEntry[];
  readonly lists: readonly { keeper: ListKeeper; strategy: number; random: Random }[];
  /** Number of the list of a strategy, −1 for the others. */
  readonly listOfStrategy: Int32Array;
  readonly boxes: readonly { box: FlowBox; strategy: number }[];
  readonly movers: readonly Mover[];
  readonly isMovedOfPlacement: Uint8Array;
  /** Fixed addresses of the target: with those of the movers, what a censor may discover. */
  readonly fixedTargetAddresses: Uint32Array;
  readonly log: ListingLog;
  readonly levels: AddressLevels;
  readonly lagTicksOfNetwork: Uint32Array;
  /** The version of the lists that each network applies now. */
  readonly versionOfNetwork: Uint32Array;
  /** P(fail) by the lists, at level · cells + cell. */
  readonly failOfCell: Float64Array;
  /** What the boxes do to each profile on each network: see boxFactors.ts. */
  readonly factors: BoxFactors;
  readonly cellLosses: CellLosses;
  readonly losses: Losses;
  readonly dirty: DirtyMarks;
  readonly hops: HopEvent[];
  readonly tally: Tally;
  /** Rows already written for the present state, by load of the boxes. */
  readonly rowOfLoad: Map<string, number>;
  loadKey: string;
  /** The load that the cells were last worked out for. */
  workedLoadKey: string;
  /** Flow classes worked out since the start: the engine's work counter. */
  classesTouched: number;
}

export interface BoxFactors {
  /** At (profile · networks + network) · strategies + strategy. */
  readonly reach: Float64Array;
  readonly alone: Float64Array;
  /** What the boxes let through, at profile · networks + network. */
  readonly through: Float64Array;
}

export interface CellLosses {
  /** At cell · strategies + strategy. */
  readonly lost: Float64Array;
  readonly alone: Float64Array;
}

export interface DirtyMarks {
  readonly isCellDirty: Uint8Array;
  readonly cells: Uint32Array;
  cellCount: number;
  readonly isServiceDirty: Uint8Array;
  readonly services: Uint32Array;
  serviceCount: number;
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
  const { lists, listOfStrategy } = pickLists(stack, randomOfStrategy);
  const boxes = stack.flatMap(({ run }, strategy) =>
    run.kind === 'flow' ? [{ box: run, strategy }] : [],
  );
  const idleKey = loadKeyOf(boxes.map(() => undefined));
  const levels = listLevels(lists.length);
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
    levels: createAddressLevels(world, levels),
    lagTicksOfNetwork: Uint32Array.from(placed.lagHoursOfNetwork, (hours) =>
      Math.round(hours / plan.tickHours),
    ),
    versionOfNetwork: new Uint32Array(networks),
    failOfCell: new Float64Array(levels.levels * cellCount),
    factors: {
      reach: new Float64Array(profileCells * strategies),
      alone: new Float64Array(profileCells * strategies),
      through: new Float64Array(profileCells),
    },
    cellLosses: {
      lost: new Float64Array(cellCount * strategies),
      alone: new Float64Array(cellCount * strategies),
    },
    losses: {
      lostOfService: new Float64Array(services * strategies),
      lostBytesOfService: new Float64Array(services),
      lostHoursOfService: new Float64Array(services),
      aloneOfService: new Float64Array(services * strategies),
    },
    dirty: {
      isCellDirty: new Uint8Array(cellCount),
      cells: new Uint32Array(cellCount),
      cellCount: 0,
      isServiceDirty: new Uint8Array(services),
      services: new Uint32Array(services),
      serviceCount: 0,
    },
    hops: [],
    tally: createTallyOf(plan, strategies),
    rowOfLoad: new Map(),
    // Cells of zero losses are right as long as no list and no box is at work.
    loadKey: idleKey,
    workedLoadKey: idleKey,
    classesTouched: 0,
  };
}

function pickLists(stack: readonly StackEntry[], randomOfStrategy: (id: string) => Random) {
  const listOfStrategy = new Int32Array(stack.length).fill(-1);
  const lists: { keeper: ListKeeper; strategy: number; random: Random }[] = [];
  stack.forEach(({ run, id }, strategy) => {
    if (run.kind !== 'list') return;
    listOfStrategy[strategy] = lists.length;
    lists.push({ keeper: run, strategy, random: randomOfStrategy(id) });
  });
  return { lists, listOfStrategy };
}

function fixedTargetAddresses(
  { world, roles }: Plan,
  placed: PlacedWorld,
  isMovedOfPlacement: Uint8Array,
): Uint32Array {
  const { serviceOfPlacement } = world.placements;
  return placed.address.filter((_, at) => {
    const placement = placed.placementOfAddress[at]!;
    return (
      roles.isTargetOfService[serviceOfPlacement[placement]!] && !isMovedOfPlacement[placement]
    );
  });
}

function createTallyOf(
  { world, roles, cells, ticks, dayShareOfTick }: Plan,
  strategies: number,
): Tally {
  const { placements, profiles, services } = world;
  const count = services.ids.length;
  const demandOfService = new Float64Array(count);
  const bytesOfService = new Float64Array(count);
  const hoursOfService = new Float64Array(count);
  cells.demandOfCell.forEach((demand, cell) => {
    const placement = Math.floor(cell / cells.networks);
    const service = placements.serviceOfPlacement[placement]!;
    const profile = placements.profileOfPlacement[placement]!;
    demandOfService[service]! += demand;
    bytesOfService[service]! += demand * profiles.bytesPerSessionOfProfile[profile]!;
    hoursOfService[service]! += demand * profiles.hoursPerSessionOfProfile[profile]!;
  });
  return createTally({
    ticks,
    strategies,
    services: count,
    dayShareOfTick,
    demandOfService,
    bytesOfService,
    hoursOfService,
    isTargetOfService: roles.isTargetOfService,
    firstTail: services.firstTail,
  });
}
