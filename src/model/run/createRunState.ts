// The state of a run before its first tick: everything allocated, nothing counted.
import type { CountermeasureRun, Mover, Published } from '../countermeasures/countermeasure.ts';
import { probabilityWithin } from '../exp.ts';
import { createTally, FATES, type Tally } from '../metrics/tally.ts';
import type { Random } from '../rng.ts';
import { createListingLog } from '../strategies/listingLog.ts';
import { addressesOfPlacement, type PlacedWorld } from '../world/placeServices.ts';
import { type AddressLevels, createAddressLevels, publishedSet } from './addressLevels.ts';
import { createBoxTables } from './boxTables.ts';
import { nobodyComplains } from './complaints.ts';
import type { ListLevels } from './listLevels.ts';
import { loadKeyOf, OUT_OF_WINDOW } from './loadKey.ts';
import { createLooks, looksAtAddresses } from './looks.ts';
import type {
  CellLosses,
  Marks,
  People,
  Plan,
  RunningList,
  RunState,
  StackEntry,
  TunnelFates,
} from './runState.ts';

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
  const boxes = stack.flatMap(({ run }, strategy) =>
    run.kind === 'flow' ? [{ box: run, strategy }] : [],
  );
  const boxOfStrategy = new Int32Array(strategies).fill(-1);
  boxes.forEach(({ strategy }, box) => {
    boxOfStrategy[strategy] = box;
  });
  const inspectedOfBox = new Float64Array(boxes.length).fill(OUT_OF_WINDOW);
  const strengthOfBox = new Float64Array(boxes.length).fill(1);
  const idleKey = loadKeyOf(inspectedOfBox, strengthOfBox);
  const levels = createAddressLevels(world, listLevels);
  const movers = answers.filter((one) => one.kind === 'mover');
  const people = gatherPeople(answers, networks, strategies);
  const looks = createLooks({
    world,
    placed,
    boxes: boxes.map(({ box }) => box),
    disguised: new Set(people.disguises.map(({ service }) => service)),
  });
  // Each placement that moves may come to have a look of its own.
  const canLookAgain = movers.length > 0 && boxes.some(({ box }) => looksAtAddresses(box));
  const lookCells = (looks.count + (canLookAgain ? world.placements.count : 0)) * networks;
  const isNeedy = world.services.inOrderOfNeed.length > 0;
  const hasFates = isNeedy || people.tunnels.length + people.drifts.length > 0;
  const versionOfNetwork = new Uint32Array(networks);
  return {
    plan,
    placed,
    stack,
    lists,
    listOfStrategy,
    boxes,
    boxOfStrategy,
    boxTables: createBoxTables(
      world,
      boxes.map(({ box }) => box),
      strategies,
    ),
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
    looks,
    hasOwnLook: new Uint8Array(world.placements.count),
    staleLooks: new Set(),
    factors: {
      reach: new Float64Array(lookCells * strategies),
      alone: new Float64Array(lookCells * strategies),
      through: new Float64Array(lookCells),
      isChanged: new Uint8Array(lookCells),
    },
    cellLosses: noLosses(cellCount * strategies),
    audiences: {
      ...noLosses(audienceCount * strategies),
      bytes: new Float64Array(audienceCount),
      hours: new Float64Array(audienceCount),
      blocked: new Float64Array(audienceCount),
      throughNeed: new Float64Array(audienceCount),
      keptOfAudience: new Float64Array(audienceCount).fill(1),
      goneOfAudience: new Float64Array(audienceCount),
      bytesOfSession: meanOfSession(plan, world.profiles.bytesPerSessionOfProfile),
      hoursOfSession: meanOfSession(plan, world.profiles.hoursPerSessionOfProfile),
    },
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
      audiences: noMarks(audienceCount),
      services: noMarks(services),
    },
    strengthOfBox,
    inspectedOfBox,
    hops: [],
    entryOfHop: [],
    entryOfMover,
    heard: { key: '', complaints: nobodyComplains },
    migrated: new Set(),
    tally: createTallyOf(plan, strategies),
    rowOfLoad: new Map(),
    // Cells of zero losses are right as long as no list and no box is at work.
    loadKey: idleKey,
    workedLoadKey: idleKey,
    lastTick: undefined,
    classesTouched: 0,
  };
}

/** What people do, by kind. */
function gatherPeople(
  answers: readonly CountermeasureRun[],
  networks: number,
  strategies: number,
): People {
  const tunnels = answers.filter((one) => one.kind === 'tunnel');
  const drifts = answers.filter((one) => one.kind === 'drift');
  const disguises = answers.filter((one) => one.kind === 'disguise');
  const own = tunnels.flatMap(({ onlyService }) => (onlyService === undefined ? [] : onlyService));
  return {
    tunnels,
    drifts,
    disguises,
    appeals: answers.filter((one) => one.kind === 'appeal'),
    peopleOnNetwork: new Float64Array((tunnels.length + drifts.length) * networks),
    shareOfDisguise: new Float64Array(disguises.length),
    special: [...new Set([...own, ...drifts.map(({ service }) => service)])],
    flowsOfTunnel: Array.from({ length: tunnels.length * networks }, () => ({
      takers: new Float64Array(strategies * strategies),
      alone: new Float64Array(strategies),
    })),
    followedLoadKey: undefined,
    fates: tunnelFates(networks, strategies),
    fatesOfSpecial: new Map(own.map((service) => [service, tunnelFates(networks, strategies)])),
    moved: false,
  };
}

function tunnelFates(networks: number, strategies: number): TunnelFates {
  const fates = new Float64Array(networks * strategies * strategies);
  // Nobody tries yet: what a strategy took stays lost to it.
  for (let at = 0; at < networks * strategies; at++) fates[at * strategies + (at % strategies)] = 1;
  return {
    fates,
    alone: new Float64Array(networks * strategies).fill(1),
    spare: new Float64Array(strategies),
  };
}

/** Of an unblocked session of each service, over its placements. */
function meanOfSession({ world }: Plan, ofProfile: Float64Array): Float64Array {
  const { placements } = world;
  const mean = new Float64Array(world.services.ids.length);
  for (let p = 0; p < placements.count; p++) {
    const value = placements.shareOfPlacement[p]! * ofProfile[placements.profileOfPlacement[p]!]!;
    mean[placements.serviceOfPlacement[p]!]! += value;
  }
  return mean;
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
