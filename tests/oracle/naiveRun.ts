// The whole model once more, obvious and slow: one plain object a flow class, everything worked out
// anew in each tick from the lists as they stood a lag ago. The engine must agree to 1e-12.
import { normalCdf, normalQuantile } from '../../src/model/normal.ts';
import { streamsOf } from '../../src/model/rng.ts';
import type { PlugInEntry, Scenario } from '../../src/model/run/scenarioSchema.ts';
import { parseMoment } from '../../src/model/time.ts';
import { blockOf, countBlocks, holds, widest } from './blocks.ts';
import { beginMover, type Fleet, hop, spreadNews } from './naiveHopping.ts';
import { beginList, listedBlocks, type Timing, windowOf } from './naiveLists.ts';
import { beginTick, combine, lostToLists, nameState } from './naiveShares.ts';
import {
  type NaivePlacement,
  type NaiveService,
  type NaiveWorld,
  readWorld,
} from './naiveWorld.ts';

/** Sessions of one service in one tick, and what became of them. */
export interface NaiveCount {
  demand: number;
  through: number;
  /** By strategy, in stack order; what each would have taken alone. */
  readonly lost: number[];
  readonly alone: number[];
  lostBytes: number;
  lostHours: number;
}

export interface NaiveTick {
  readonly services: readonly NaiveCount[];
  readonly listed: number;
  readonly entries: number;
  /** Fresh addresses, in the order of the moves. */
  readonly hops: readonly number[];
}

export interface NaiveRun {
  readonly ticks: readonly NaiveTick[];
  readonly isTarget: readonly boolean[];
  readonly classes: number;
}

/** A row: who, from where, how, over which network; and what becomes of a day's sessions in this tick. */
interface FlowClass {
  readonly service: number;
  readonly placement: NaivePlacement;
  readonly fleet: Fleet | undefined;
  readonly protocol: string;
  readonly network: number;
  readonly sessionsPerDay: number;
  /** By strategy. */
  readonly lost: number[];
  readonly alone: number[];
  through: number;
}

interface Box {
  readonly window: { readonly from: number; readonly to: number };
  readonly flagged: ReadonlyMap<string, number>;
  readonly coverage: { readonly mobile: number; readonly fixed: number };
  readonly capacity: number;
  readonly dropsOverflow: boolean;
}

/**
 * @param remember keep a placement's blocked share until a list changes, as the bench's fair rival does
 * @param world of that seed, if it has been read before
 */
export function naiveRun(
  scenario: Scenario,
  seed: number,
  remember = false,
  world: NaiveWorld = readWorld(scenario.world, streamsOf(seed)),
): NaiveRun {
  const file = scenario.world;
  const streams = streamsOf(seed);
  const { networks, services } = world;
  const startMs = parseMoment(scenario.period.from) as number;
  const hours = ((parseMoment(scenario.period.to) as number) - startMs) / 3_600_000;
  const { tickHours } = scenario;
  const timing: Timing = { startMs, tickHours, ticks: Math.ceil(hours / tickHours) };
  const stack = scenario.stacks.find((one) => one.id === scenario.stack)?.strategies ?? [];
  const registered = file.providers.flatMap(({ pools }) =>
    pools.flatMap((pool) => pool.prefixes.map(blockOf)),
  );
  const lists = stack.flatMap((entry, strategy) =>
    entry.technique === 'addressBlocklist'
      ? [beginList(entry, strategy, scenario, timing, registered)]
      : [],
  );
  const discoveries = lists.map(({ id }) => streams('censor', id, 'discovery'));
  const boxes = stack.map((entry) =>
    entry.technique === 'flowClassifier' ? readBox(entry, file.protocols, timing) : undefined,
  );
  const movers = scenario.countermeasures.map((entry) =>
    beginMover(entry, world, streams, tickHours),
  );
  const fleetOf = new Map<NaivePlacement, Fleet>(
    movers.flatMap(({ fleets }) => fleets.map((fleet) => [fleet.placement, fleet] as const)),
  );
  const fixedTargets = services
    .filter((service) => service.isTarget)
    .flatMap((service) => service.placements)
    .filter((placement) => !fleetOf.has(placement))
    .flatMap((placement) => placement.addresses)
    .sort((a, b) => a - b);
  const classes = flowClasses(world, fleetOf, stack.length);
  const meanHour = file.diurnal.hourly.reduce((sum, value) => sum + value, 0) / 24;
  const busiestHour = Math.max(...file.diurnal.hourly);
  const sight = { networks, lists, tickHours, remember };
  // For each list of the stack: with all lists before it, and alone.
  const combinations = stack.map((_, strategy) => {
    const own = lists.filter((list) => list.strategy === strategy);
    if (own.length === 0) return undefined;
    const upTo = lists.filter((list) => list.strategy <= strategy);
    return { upTo: combine(upTo, lists), alone: combine(own, lists) };
  });
  const states: string[] = [];

  const ticks: NaiveTick[] = [];
  // By service and network: a day's sessions, and what the last tick would have lost of them.
  const demandOn = services.map(() => networks.map(() => 0));
  const lostOn = services.map(() => networks.map(() => 0));
  for (const { service, network, sessionsPerDay } of classes) {
    add(demandOn[service] as number[], network, sessionsPerDay);
  }
  for (let tick = 0; tick < timing.ticks; tick++) {
    discover(tick);
    const now = lists.map((list) => listedBlocks(list, tick));
    const published = now.map(widest);
    const hops = movers.flatMap((mover) => hop(mover, tick, published, movers));
    for (const mover of movers) spreadNews(mover, lostShareOfLastTick);
    ticks.push({
      services: countTick(tick),
      listed: countBlocks(widest(now.flat())),
      entries: now.flat().length,
      hops,
    });
  }
  const isTarget = services.map((service) => service.isTarget);
  return { ticks, isTarget, classes: classes.length };

  /** 1, 2 and 3: every list looks at every address that the target uses, then keeps its entries. */
  function discover(tick: number) {
    const listed = widest(lists.flatMap((list) => listedBlocks(list, tick - 1)));
    const inUse = [
      ...fixedTargets,
      ...movers
        .filter(({ service }) => service.isTarget)
        .flatMap(({ fleets }) => fleets.flatMap(({ slots }) => slots.map((slot) => slot.address))),
    ];
    const found = lists.map(({ discoveryPerHour }, index) => {
      if (discoveryPerHour === 0) return [];
      const chance = -Math.expm1(-discoveryPerHour * tickHours);
      return inUse.filter((address) => {
        const isFound = (discoveries[index] as () => number)() < chance;
        return isFound && !listed.some((block) => holds(block, address));
      });
    });
    lists.forEach((list, index) => {
      list.keep(tick, found[index] as number[]);
    });
  }

  function lostShareOfLastTick(service: NaiveService, network: number): number {
    const number = services.indexOf(service);
    const demand = demandOn[number]?.[network] as number;
    return demand === 0 ? 0 : (lostOn[number]?.[network] as number) / demand;
  }

  /** Every class, one after the other; then every class added to its service. */
  function countTick(tick: number): NaiveCount[] {
    const meanOfTick = meanDemand(tick);
    states[tick] = nameState(lists, tick);
    for (const both of combinations) {
      if (!both) continue;
      beginTick(both.upTo, sight, tick, states);
      beginTick(both.alone, sight, tick, states);
    }
    for (const flow of classes) countClass(flow, tick, meanOfTick / busiestHour);
    return addUp((meanOfTick / meanHour) * (tickHours / 24));
  }

  /** Of a whole day's sessions, so that the shares also hold in an hour without any. */
  function countClass(flow: FlowClass, tick: number, load: number): void {
    const { sessionsPerDay: demand, placement, fleet, network, lost, alone } = flow;
    let passesBoxes = 1;
    let listed = 0;
    for (let s = 0; s < stack.length; s++) {
      const both = combinations[s];
      const box = boxes[s];
      lost[s] = 0;
      alone[s] = 0;
      if (both) {
        const covered = lostToLists(both.upTo, sight, placement, fleet, network);
        lost[s] = demand * passesBoxes * (covered - listed);
        alone[s] = demand * lostToLists(both.alone, sight, placement, fleet, network);
        listed = covered;
      } else if (box && box.window.from <= tick && tick < box.window.to) {
        const drop = dropShare(box, flow, load);
        lost[s] = demand * passesBoxes * drop * (1 - listed);
        alone[s] = demand * drop;
        passesBoxes *= 1 - drop;
      }
    }
    flow.through = demand * passesBoxes * (1 - listed);
  }

  function dropShare(box: Box, { protocol, network }: FlowClass, load: number): number {
    const inspected = load <= box.capacity ? 1 : box.capacity / load;
    const flagged = inspected * (box.flagged.get(protocol) ?? 0);
    const overflow = box.dropsOverflow ? 1 - inspected : 0;
    return (
      box.coverage[(networks[network] as { access: 'mobile' | 'fixed' }).access] *
      (flagged + overflow)
    );
  }

  /** The day's curve minute by minute, relative to the hourly figures of the file. */
  function meanDemand(tick: number): number {
    const minutes = Math.round(tickHours * 60);
    const firstMinute = startMs / 60_000 + file.utcOffsetHours * 60 + tick * minutes;
    let sum = 0;
    for (let minute = 0; minute < minutes; minute++) {
      const hour = Math.floor((firstMinute + minute) / 60) % 24;
      sum += file.diurnal.hourly[hour] as number;
    }
    return sum / minutes;
  }

  function addUp(share: number): NaiveCount[] {
    const sums = services.map(
      (): NaiveCount => ({
        demand: 0,
        through: 0,
        lost: stack.map(() => 0),
        alone: stack.map(() => 0),
        lostBytes: 0,
        lostHours: 0,
      }),
    );
    for (const ofNetworks of lostOn) ofNetworks.fill(0);
    for (const flow of classes) {
      const sum = sums[flow.service] as NaiveCount;
      const { bytesPerSession, hoursPerSession } = flow.placement.profile;
      sum.demand += flow.sessionsPerDay * share;
      sum.through += flow.through * share;
      for (let s = 0; s < stack.length; s++) {
        const lost = flow.lost[s] as number;
        add(sum.lost, s, lost * share);
        add(sum.alone, s, (flow.alone[s] as number) * share);
        sum.lostBytes += lost * share * bytesPerSession;
        sum.lostHours += lost * share * hoursPerSession;
        add(lostOn[flow.service] as number[], flow.network, lost);
      }
    }
    return sums;
  }
}

function add(sums: number[], at: number, value: number): void {
  sums[at] = (sums[at] as number) + value;
}

function flowClasses(
  { services, networks }: NaiveWorld,
  fleetOf: ReadonlyMap<NaivePlacement, Fleet>,
  strategies: number,
): FlowClass[] {
  const zeros = () => Array.from({ length: strategies }, () => 0);
  return services.flatMap(({ sessionsPerDay, placements }, service) =>
    placements.flatMap((placement) =>
      Object.entries(placement.profile.mix).flatMap(([protocol, mix]) =>
        networks.map(({ share }, network) => ({
          service,
          placement,
          fleet: fleetOf.get(placement),
          protocol,
          network,
          sessionsPerDay: sessionsPerDay * placement.share * mix * share,
          lost: zeros(),
          alone: zeros(),
          through: 0,
        })),
      ),
    ),
  );
}

interface BoxParameters {
  readonly threshold: number;
  readonly coverageMobile: number;
  readonly coverageFixed: number;
  readonly capacity: number;
  readonly overload: 'fail-open' | 'fail-closed';
  readonly scores?: Readonly<Record<string, { readonly mean: number; readonly deviation: number }>>;
  readonly operatingPoint?: {
    readonly protocols: readonly string[];
    readonly truePositiveRate: number;
    readonly falsePositiveRate: number;
  };
}

function readBox(
  entry: PlugInEntry,
  protocols: readonly { readonly id: string }[],
  timing: Timing,
): Box {
  const chosen = entry.parameters as unknown as BoxParameters;
  const point = chosen.operatingPoint;
  const flagged = new Map<string, number>();
  for (const { id } of protocols) {
    const score = chosen.scores?.[id];
    if (point) {
      const hunted = point.protocols.includes(id);
      const mean = normalQuantile(hunted ? point.truePositiveRate : point.falsePositiveRate);
      flagged.set(id, normalCdf(mean - chosen.threshold));
    } else if (score) {
      flagged.set(id, normalCdf((score.mean - chosen.threshold) / score.deviation));
    }
  }
  return {
    window: windowOf(entry, timing),
    flagged,
    coverage: { mobile: chosen.coverageMobile, fixed: chosen.coverageFixed },
    capacity: chosen.capacity,
    dropsOverflow: chosen.overload === 'fail-closed',
  };
}
