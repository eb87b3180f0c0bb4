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
import { type NaivePlacement, type NaiveService, readWorld } from './naiveWorld.ts';

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
  readonly hops: number;
}

export interface NaiveRun {
  readonly ticks: readonly NaiveTick[];
  readonly isTarget: readonly boolean[];
  readonly classes: number;
}

interface FlowClass {
  readonly service: number;
  readonly placement: NaivePlacement;
  readonly protocol: string;
  readonly network: number;
  readonly sessionsPerDay: number;
}

interface Box {
  readonly window: { readonly from: number; readonly to: number };
  readonly flagged: ReadonlyMap<string, number>;
  readonly coverage: { readonly mobile: number; readonly fixed: number };
  readonly capacity: number;
  readonly dropsOverflow: boolean;
}

/** @param remember keep a placement's blocked share until a list changes, as the bench's fair rival does */
export function naiveRun(scenario: Scenario, seed: number, remember = false): NaiveRun {
  const file = scenario.world;
  const streams = streamsOf(seed);
  const world = readWorld(file, streams);
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
  const classes = flowClasses(services, networks);
  const busiestHour = Math.max(...file.diurnal.hourly);
  const sight = { networks, lists, tickHours, fleetOf, remember };
  // For each list of the stack: with all lists before it, and alone.
  const combinations = stack.map((_, strategy) => {
    const own = lists.filter((list) => list.strategy === strategy);
    if (own.length === 0) return undefined;
    const upTo = lists.filter((list) => list.strategy <= strategy);
    return { upTo: combine(upTo, lists), alone: combine(own, lists) };
  });
  const states: string[] = [];

  const ticks: NaiveTick[] = [];
  let lastTick: readonly ClassCount[] = [];
  for (let tick = 0; tick < timing.ticks; tick++) {
    discover(tick);
    const now = lists.map((list) => listedBlocks(list, tick));
    const published = now.map(widest);
    let hops = 0;
    for (const mover of movers) hops += hop(mover, tick, published);
    for (const mover of movers) spreadNews(mover, lostShareOfLastTick);
    lastTick = countTick(tick);
    ticks.push({
      services: addUp(lastTick),
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
    let demand = 0;
    let lost = 0;
    lastTick.forEach((count, index) => {
      const flow = classes[index] as FlowClass;
      if (services[flow.service] !== service || flow.network !== network) return;
      demand += count.demand;
      lost += count.lost.reduce((sum, one) => sum + one, 0);
    });
    return demand === 0 ? 0 : lost / demand;
  }

  function countTick(tick: number): ClassCount[] {
    const meanOfTick = meanDemand(tick);
    const load = meanOfTick / busiestHour;
    const share = (meanOfTick / meanOf(file.diurnal.hourly)) * (tickHours / 24);
    states[tick] = nameState(lists, tick);
    for (const both of combinations) {
      if (!both) continue;
      beginTick(both.upTo, sight, tick, states);
      beginTick(both.alone, sight, tick, states);
    }
    return classes.map((flow) => {
      // Shares are worked out of a whole day's sessions: they also hold in an hour without any.
      const demand = flow.sessionsPerDay;
      const lost: number[] = [];
      const alone: number[] = [];
      let passesBoxes = 1;
      let listed = 0;
      for (let strategy = 0; strategy < stack.length; strategy++) {
        const both = combinations[strategy];
        const box = boxes[strategy];
        if (both) {
          const covered = lostToLists(both.upTo, sight, flow.placement, flow.network);
          lost.push(demand * passesBoxes * (covered - listed));
          alone.push(demand * lostToLists(both.alone, sight, flow.placement, flow.network));
          listed = covered;
        } else if (box && box.window.from <= tick && tick < box.window.to) {
          const drop = dropShare(box, flow, load);
          lost.push(demand * passesBoxes * drop * (1 - listed));
          alone.push(demand * drop);
          passesBoxes *= 1 - drop;
        } else {
          lost.push(0);
          alone.push(0);
        }
      }
      return { flow, share, demand, through: demand * passesBoxes * (1 - listed), lost, alone };
    });
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

  function addUp(counts: readonly ClassCount[]): NaiveCount[] {
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
    for (const { flow, share, demand, through, lost, alone } of counts) {
      const sum = sums[flow.service] as NaiveCount;
      const { bytesPerSession, hoursPerSession } = flow.placement.profile;
      sum.demand += demand * share;
      sum.through += through * share;
      for (let s = 0; s < stack.length; s++) {
        const taken = (lost[s] as number) * share;
        sum.lost[s] = (sum.lost[s] as number) + taken;
        sum.alone[s] = (sum.alone[s] as number) + (alone[s] as number) * share;
        sum.lostBytes += taken * bytesPerSession;
        sum.lostHours += taken * hoursPerSession;
      }
    }
    return sums;
  }
}

/** A day's sessions of one class as a tick treats them, and the share of a day that the tick is. */
interface ClassCount {
  readonly flow: FlowClass;
  readonly share: number;
  readonly demand: number;
  readonly through: number;
  readonly lost: readonly number[];
  readonly alone: readonly number[];
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function flowClasses(
  services: readonly NaiveService[],
  networks: readonly { readonly share: number }[],
): FlowClass[] {
  return services.flatMap(({ sessionsPerDay, placements }, service) =>
    placements.flatMap((placement) =>
      Object.entries(placement.profile.mix).flatMap(([protocol, mix]) =>
        networks.map((network, index) => ({
          service,
          placement,
          protocol,
          network: index,
          sessionsPerDay: sessionsPerDay * placement.share * mix * network.share,
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
