// The state of a run before its first tick: everything allocated, nothing counted.
import type { CountermeasureRun, Mover, Published } from '../countermeasures/countermeasure.ts';
import { probabilityWithin } from '../exp.ts';
import { createTally, FATES, type Tally } from '../metrics/tally.ts';
import type { Random } from '../rng.ts';
import { createListingLog } from '../strategies/listingLog.ts';
import { isAboutAddresses, isHampering } from '../strategies/strategy.ts';
import { addressesOfPlacement, type PlacedWorld } from '../world/placeServices.ts';
import { type AddressLevels, createAddressLevels, publishedSet } from './addressLevels.ts';
import { nobodyComplains } from './complaints.ts';
import { createAudiences } from './createAudiences.ts';
import { createBoxes } from './createBoxes.ts';
import { gatherPeople } from './gatherPeople.ts';
import type { ListLevels } from './listLevels.ts';
import type { CellLosses, Marks, Plan, RunningList, RunState, StackEntry } from './runState.ts';
import { takenLevels } from './takenLevels.ts';

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
  readonly levels: ListLevels;
  readonly answers: readonly CountermeasureRun[];
  /** Id of the entry behind each mover. */
  readonly entryOfMover: ReadonlyMap<Mover, string>;
  /** 1 for each placement that a mover serves; they mark it. */
  readonly isMovedOfPlacement: Uint8Array;
  readonly randomOfStrategy: (id: string) => Random;
}

export function createRunState({
  plan,
  placed,
  stack,
  levels: listLevels,
  answers,
  entryOfMover,
  isMovedOfPlacement,
  randomOfStrategy,
}: RunParts): RunState {
  const { world, cells } = plan;
  const strategies = stack.length;
  const services = world.services.ids.length;
  const cellCount = cells.demandOfCell.length;
  const networks = cells.networks;
  const audienceCount = services * networks;
  const { lists, listOfStrategy } = pickLists(stack, randomOfStrategy, plan.tickHours);
  const levels = createAddressLevels(world, listLevels);
  const movers = answers.filter((one) => one.kind === 'mover');
  const people = gatherPeople(answers, networks, strategies);
  const isNeedy = world.services.inOrderOfNeed.length > 0;
  const hasFates = isNeedy || people.tunnels.length + people.drifts.length > 0;
  const versionOfNetwork = new Uint32Array(networks);
  const boxes = createBoxes({ plan, placed, stack }, people);
  return {
    plan,
    placed,
    stack,
    lists,
    listOfStrategy,
    ...boxes,
    takenLevels: takenLevels(listOfStrategy, listLevels, networks),
    movers,
    channels: answers.filter((one) => one.kind === 'channel'),
    isMovedOfPlacement,
    fixedTargetAddresses: fixedTargetAddresses(plan, placed, isMovedOfPlacement),
    log: createListingLog(),
    levels,
    published: publish(levels, versionOfNetwork),
    lagTicksOfNetwork: Uint32Array.from(placed.lagHoursOfNetwork, (hours) =>
      Math.round(hours / plan.tickHours),
    ),
    completenessOfNetwork: world.networks.completenessOfNetwork.slice(),
    versionOfNetwork,
    hasApplied: new Uint8Array(networks),
    failOfCell: new Float64Array(levels.listLevels.levels * cellCount),
    enforcedFailOfCell: new Float64Array(levels.listLevels.levels * cellCount),
    hamperedOfCell: new Float64Array(levels.listLevels.hampers.length * cellCount),
    failOfBundleCell: new Float64Array(levels.listLevels.levels * cellCount),
    isListedOfBundleCell: new Uint8Array(cellCount),
    isHamperedOfBundleCell: new Uint8Array(cellCount),
    hampering: Uint32Array.from(stack.keys()).filter((s) => isHampering(stack[s]!.run)),
    addressRules: Uint32Array.from(stack.keys()).filter((s) => isAboutAddresses(stack[s]!.run)),
    weights: noLosses(networks * strategies),
    ofOneCell: noLosses(strategies),
    audiences: createAudiences(plan, strategies),
    people,
    losses: {
      lostOfService: new Float64Array(services * strategies),
      aloneOfService: new Float64Array(services * strategies),
      lostBytesOfService: new Float64Array(services),
      lostHoursOfService: new Float64Array(services),
      fatesOfService: new Float64Array(hasFates ? services * FATES : 0),
    },
    dirty: {
      cells: noMarks(cellCount),
      bundleCells: noMarks(cellCount),
      audiences: noMarks(audienceCount),
      services: noMarks(services),
    },
    hops: [],
    entryOfHop: [],
    entryOfMover,
    heard: { key: '', complaints: nobodyComplains, stakes: new Map() },
    migrated: new Set(),
    tally: createTallyOf(plan, strategies),
    rowOfLoad: new Map(),
    lastTick: undefined,
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
    firstListInUse: () => {
      const first = levels.entriesOfList.findIndex((entries) => entries > 0);
      return first < 0 ? levels.listLevels.lists : first;
    },
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
