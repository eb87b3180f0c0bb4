// The whole model once more, obvious and slow: one plain object a flow class, everything worked out
// anew in each tick from the lists as they stood a lag ago. The engine must agree to 1e-12.
import type { LastTick } from '../../src/model/countermeasures/countermeasure.ts';
import { streamsOf } from '../../src/model/rng.ts';
import type { Scenario } from '../../src/model/run/scenarioSchema.ts';
import { type Block, countBlocks, countShared, holds, widest } from './blocks.ts';
import { accountsOf, add, addNeeds, sumOf } from './naiveAccounts.ts';
import { dropShare, lostOfCaught, type Moment } from './naiveBoxes.ts';
import { disguise, type FlowClass, flowClasses, type Look, shareOfClass } from './naiveClasses.ts';
import { complaintsAbout, lossesOf, noLosses } from './naiveComplaints.ts';
import { type Hampering, hamperingOf } from './naiveHampering.ts';
import { beginMover, type Fleet, hop, type NaiveMover } from './naiveHopping.ts';
import { listedBlocks, type NaiveList } from './naiveLists.ts';
import { beginMigration } from './naiveMigration.ts';
import { spreadNews } from './naiveNews.ts';
import { answer, beginPeople, lastTickOf, type Memory } from './naivePeople.ts';
import { countPlaces, type NaivePlaces, partsOf } from './naivePlaces.ts';
import { scopeOfEntry, timingOf } from './naiveScope.ts';
import {
  beginTick,
  type Combination,
  combine,
  fillTables,
  lostToLists,
  nameState,
} from './naiveShares.ts';
import { beginStack } from './naiveStack.ts';
import { addUp, meanDemand, type NaiveCount } from './naiveTotals.ts';
import { type NaivePlacement, type NaiveWorld, readWorld } from './naiveWorld.ts';

export interface NaiveTick {
  readonly services: readonly NaiveCount[];
  /** Only where they are asked for. */
  readonly places: NaivePlaces | undefined;
  readonly listed: number;
  readonly entries: number;
  /** Sites of long tails in what is listed. */
  readonly sitesListed: number;
  /** Fresh addresses, in the order of the moves. */
  readonly hops: readonly number[];
}

export interface NaiveRun {
  readonly ticks: readonly NaiveTick[];
  readonly isTarget: readonly boolean[];
  readonly classes: number;
}

type Move = (tick: number, published: readonly (readonly Block[])[], last: LastTick) => number[];

/**
 * @param remember keep a placement's blocked share until a list changes, as the bench's fair rival does
 * @param world of that seed, if it has been read before
 * @param withPlaces count by network and pool as well
 */
export function naiveRun(
  scenario: Scenario,
  seed: number,
  remember = false,
  world: NaiveWorld = readWorld(scenario.world, streamsOf(seed)),
  withPlaces = false,
): NaiveRun {
  const streams = streamsOf(seed);
  const { networks, services } = world;
  const timing = timingOf(scenario);
  const { tickHours } = timing;
  const stack = beginStack(scenario, timing);
  const lists = stack.flatMap(({ list }) => list ?? []);
  const discoveries = lists.map(({ id }) => streams('censor', id, 'discovery'));
  const fleetOf = new Map<NaivePlacement, Fleet>();
  const movers: NaiveMover[] = [];
  const people = beginPeople(scenario, timing, streams);
  // Whoever moves does so in the order of the file.
  const moves = scenario.countermeasures.flatMap((entry): Move[] => {
    if (entry.off) return [];
    const scope = scopeOfEntry(entry, scenario, timing);
    if (entry.technique === 'migration') {
      const named = scenario.world.services.length;
      const migrate = beginMigration(entry, scope, world, named, fleetOf, streams, tickHours);
      return [
        (tick, published, last) =>
          migrate(tick, published.flat(), (service) => last.lostToAddressRules(service)),
      ];
    }
    if (entry.technique !== 'addressHopping') return [];
    const mover = beginMover(entry, scope, world, streams, tickHours);
    for (const fleet of mover.fleets) fleetOf.set(fleet.placement, fleet);
    movers.push(mover);
    return [(tick, published) => hop(mover, tick, published, movers)];
  });
  const fixedTargets = services
    .filter((service) => service.isTarget)
    .flatMap((service) => service.placements)
    .filter((placement) => !fleetOf.has(placement))
    .flatMap((placement) => placement.addresses)
    .sort((a, b) => a - b);
  const protocols = scenario.world.protocols.map(({ id }) => id);
  const looks = people.disguises.map(
    ({ service, from, to }): Look => ({
      ...{ service, from, to, share: 0 },
    }),
  );
  const classes = flowClasses(world, protocols, fleetOf, looks, stack.length);
  const { hourly } = scenario.world.diurnal;
  const meanHour = sumOf(hourly) / 24;
  const sight = { networks, lists, tickHours, remember, completeness: [] };
  // For each list of the stack: with all lists before it, and alone.
  const combinations = stack.map(({ list }, strategy) => {
    if (!list) return undefined;
    const upTo = lists.filter((one) => one.strategy <= strategy);
    const isHampering = list.action.kind !== 'drop';
    return { list, isHampering, upTo: combine(upTo, sight), alone: combine([list], sight) };
  });
  const whole = combine(lists, sight);
  const someHamper = combinations.some((one) => one?.isHampering);
  const states: string[] = [];
  let memory: Memory = { blocked: [], lost: [], toAddressRules: [] };
  let losses = noLosses;

  const ticks = Array.from({ length: timing.ticks }, (_, tick): NaiveTick => {
    discover(tick);
    const now = lists.map((list) => listedBlocks(list, tick));
    const published = now.map(widest);
    const last = lastTickOf(memory);
    const hops = moves.flatMap((move) => move(tick, published, last));
    for (const mover of movers) {
      spreadNews(mover, services.indexOf(mover.service), tick, people.channels, last);
    }
    for (const tunnel of people.tunnels) tunnel.adopt(tick, last);
    for (const drift of people.drifts) drift.drift(tick, last);
    looks.forEach((look, index) => {
      look.share = people.disguises[index]?.shareInTick(tick) as number;
    });
    disguise(classes, protocols, looks);
    const onList = widest(now.flat());
    return {
      ...countTick(tick),
      listed: countBlocks(onList),
      entries: now.flat().length,
      sitesListed: sumOf(
        world.pools.map((pool) => (pool.sites * countShared(pool.blocks, onList)) / pool.addresses),
      ),
      hops,
    };
  });
  const isTarget = services.map((service) => service.isTarget);
  return { ticks, isTarget, classes: classes.filter(({ isNamed }) => isNamed).length };

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
    const told = people.appeals.filter(
      ({ fromTick, untilTick }) => fromTick <= tick && tick < untilTick,
    );
    const about = complaintsAbout(losses, told);
    lists.forEach((list, index) => {
      list.keep(tick, found[index] as number[], about);
    });
  }

  /** Every class, one after the other; then every class added to its service. */
  function countTick(tick: number): Pick<NaiveTick, 'services' | 'places'> {
    const meanOfTick = meanDemand(scenario, timing, tick);
    states[tick] = nameState(lists, tick);
    fillTables(sight, tick);
    beginTick(whole, sight, tick, states);
    for (const both of combinations) {
      if (!both) continue;
      beginTick(both.upTo, sight, tick, states);
      beginTick(both.alone, sight, tick, states);
    }
    const now = { tick, tickHours, load: meanOfTick / Math.max(...hourly) };
    for (const flow of classes) countClass(flow, now);
    const accounts = accountsOf(world, classes, stack.length);
    addNeeds(accounts, services);
    const parts = withPlaces ? partsOf(world, classes, accounts, stack.length) : [];
    memory = answer(accounts, people, stack, world, now, classes, parts);
    const listed = widest(lists.flatMap((list) => listedBlocks(list, tick)));
    const isList = stack.map(({ list }) => list !== undefined);
    losses = lossesOf(classes, accounts, world, isList, listed);
    const shareOfDay = (meanOfTick / meanHour) * (tickHours / 24);
    return {
      services: addUp(accounts, world, stack.length, shareOfDay),
      places: withPlaces ? countPlaces(parts, world, fleetOf, shareOfDay) : undefined,
    };
  }

  function countClass(flow: FlowClass, now: Moment): void {
    const { placement, flows, protocol, network, lost, alone } = flow;
    const { boxes } = networks[network] as { boxes: number };
    const fleet = fleetOf.get(placement);
    const share = shareOfClass(flow);
    // Where the lists are enforced, those who reach an address meet what hampers them; nobody else does.
    const hampering = (list: NaiveList, beside: Combination): Hampering =>
      hamperingOf(list, beside, sight, placement, fleet, network, now.tick);
    const [some] = lists;
    const reaches = some && someHamper ? hampering(some, whole).reaches : 0;
    let passesBoxes = 1;
    let passesThere = 1;
    let listed = 0;
    stack.forEach(({ scope, box }, s) => {
      const both = combinations[s];
      lost[s] = 0;
      alone[s] = 0;
      if (both) {
        const covered = lostToLists(both.upTo, sight, placement, fleet, network);
        lost[s] = share * passesBoxes * (covered - listed);
        alone[s] = share * lostToLists(both.alone, sight, placement, fleet, network);
        listed = covered;
        if (!both.isHampering) return;
        const suffers = lostOfCaught(both.list.action, flows, protocol);
        const drop = hampering(both.list, whole).share * suffers;
        add(lost, s, share * reaches * passesThere * drop);
        passesThere *= 1 - drop;
        const byItself = hampering(both.list, both.alone);
        add(alone, s, share * byItself.reaches * byItself.share * suffers);
      } else if (box && scope.inForce[now.tick] && scope.applies[network]) {
        const drop = dropShare(box, scope, boxes, flows, protocol, now);
        const arrives = passesBoxes * (1 - listed - reaches) + passesThere * reaches;
        lost[s] = share * drop * arrives;
        alone[s] = share * drop;
        passesBoxes *= 1 - drop;
        passesThere *= 1 - drop;
      }
    });
    flow.through = share * (passesBoxes * (1 - listed - reaches) + passesThere * reaches);
  }
}
