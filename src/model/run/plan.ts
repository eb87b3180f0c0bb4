// The seed-free half of a run: a scenario compiled to columns and whole ticks.

import type {
  CountermeasureRun,
  CountermeasureSetting,
} from '../countermeasures/countermeasure.ts';
import { countermeasures } from '../countermeasures/index.ts';
import type { Streams } from '../rng.ts';
import { strategies } from '../strategies/index.ts';
import type {
  DocumentedEntry,
  Observables,
  Strategy,
  StrategyRun,
} from '../strategies/strategy.ts';
import { formatMoment, parseMoment, ticksBetween } from '../time.ts';
import { dayShareOfTicks } from '../traffic/diurnal.ts';
import { compileFlowCells } from '../traffic/flowCells.ts';
import { sumServiceDemand } from '../traffic/serviceDemand.ts';
import { compileWorld } from '../world/compileWorld.ts';
import { addressesOfPlacement, type PlacedWorld } from '../world/placeServices.ts';
import { prefixesOf } from './ledger.ts';
import type { ListLevels } from './listLevels.ts';
import type { Plan, StackEntry } from './runState.ts';
import type { LedgerEntry, Scenario } from './scenarioSchema.ts';
import { scopeOf } from './scope.ts';

const MS_PER_HOUR = 3_600_000;

function momentOf(text: string): number {
  const moment = parseMoment(text);
  if (moment === undefined) throw new Error(`"${text}" is not a moment`);
  return moment;
}

/**
 * Depends on the world, the period and the tick length of the scenario only: one plan serves every
 * stack, countermeasure and seed.
 * @throws Error on what the scenario check would have refused: a wrong reference, prefix or moment.
 */
export function planRun(scenario: Scenario): Plan {
  const { world, roles } = compileWorld(scenario.world);
  const startMs = momentOf(scenario.period.from);
  const endMs = momentOf(scenario.period.to);
  const ticks = Math.ceil(ticksBetween(startMs, endMs, scenario.tickHours));
  const firstHour = hourOfDay(startMs, world.utcOffsetHours);
  const dayShareOfTick = dayShareOfTicks(world.diurnal, firstHour, ticks, scenario.tickHours);
  // Of the whole day, also when the run is shorter; the bound takes off a rounding error.
  const busiestHour = world.diurnal.reduce((most, value) => Math.max(most, value), 0);
  const busiest = (busiestHour * scenario.tickHours) / 24;
  const cells = compileFlowCells(world);
  return {
    world,
    roles,
    cells,
    demand: sumServiceDemand(world, cells),
    ticks,
    tickHours: scenario.tickHours,
    startMs,
    dayShareOfTick,
    loadOfTick: dayShareOfTick.map((share) => Math.min(1, share / busiest)),
    documented: new WeakMap(),
  };
}

function hourOfDay(moment: number, utcOffsetHours: number): number {
  const hours = moment / MS_PER_HOUR + utcOffsetHours;
  return hours - 24 * Math.floor(hours / 24);
}

/** The tick that a moment falls into: what happens during an hour counts from its beginning. */
export function tickOf(plan: Plan, moment: number): number {
  return Math.floor(ticksBetween(plan.startMs, moment, plan.tickHours));
}

/** The moment at which a tick begins, in the time zone of the world. */
export function momentOfTick(plan: Plan, tick: number): string {
  const milliseconds = plan.startMs + tick * plan.tickHours * MS_PER_HOUR;
  return formatMoment(milliseconds, plan.world.utcOffsetHours);
}

/** The strategies of the chosen stack, begun. */
export function beginStack(scenario: Scenario, plan: Plan): StackEntry[] {
  const stack = scenario.stacks.find((one) => one.id === scenario.stack);
  if (!stack) throw new Error(`there is no stack "${scenario.stack}"`);
  const observables = observe(plan);
  const ledgers = new Map(
    Object.entries(scenario.ledgers).map(([id, entries]) => [id, documentedIn(plan, entries)]),
  );
  return stack.strategies.map((entry, index) => {
    const plugIn: Strategy | undefined = strategies.find(
      (one) => one.technique === entry.technique,
    );
    if (!plugIn) throw new Error(`there is no strategy "${entry.technique}"`);
    const scope = scopeOf(plan, scenario, entry);
    const run: StrategyRun = entry.off
      ? { kind: 'idle' }
      : plugIn.begin(entry.parameters, { observables, ledgers, index, ...scope });
    const title = entry.title ?? plugIn.title;
    return { id: entry.id, title, technique: entry.technique, run, ...scope };
  });
}

/** Reads a ledger once for all runs of the plan: its texts take longer than many a run. */
function documentedIn(plan: Plan, ledger: readonly LedgerEntry[]): readonly DocumentedEntry[] {
  const known = plan.documented.get(ledger);
  if (known) return known;
  const entries = prefixesOf(plan, ledger);
  plan.documented.set(ledger, entries);
  return entries;
}

/** The columns that strategies may look at: no service, no target. */
function observe({ world, ticks, tickHours }: Plan): Observables {
  return {
    ticks,
    tickHours,
    rangeFirst: world.pools.rangeFirst,
    rangeLast: world.pools.rangeLast,
    providerOfRange: world.pools.poolOfRange.map((pool) => world.pools.providerOfPool[pool]!),
    providers: world.providers.ids,
    protocols: world.protocols.ids,
    showsNameOfProtocol: world.protocols.showsNameOfProtocol,
    accessOfNetwork: world.networks.accessOfNetwork,
  };
}

/** What the answers to a block need to know of the run that they are part of. */
export interface Surroundings {
  readonly placed: PlacedWorld;
  readonly levels: ListLevels;
  /** 1 for each placement that a mover serves. */
  readonly isMovedOfPlacement: Uint8Array;
}

/** The answers to the block that the scenario switches on. */
export function beginCountermeasures(
  scenario: Scenario,
  plan: Plan,
  around: Surroundings,
  streams: Streams,
): CountermeasureRun[] {
  const settingOf = countermeasureSettings(plan, around, streams);
  const inUse = scenario.countermeasures.filter(({ off }) => !off);
  return inUse.map((entry) => {
    const plugIn = countermeasures.find((one) => one.technique === entry.technique);
    if (!plugIn) throw new Error(`there is no countermeasure "${entry.technique}"`);
    const { fromTick, untilTick } = scopeOf(plan, scenario, entry);
    return plugIn.begin(entry.parameters as never, settingOf(fromTick, untilTick));
  });
}

function countermeasureSettings(
  { world, roles, ticks, tickHours }: Plan,
  { placed, levels, isMovedOfPlacement }: Surroundings,
  streams: Streams,
): (fromTick: number, untilTick: number) => CountermeasureSetting {
  const numberIn = (ids: readonly string[]) => (id: string) => {
    const found = ids.indexOf(id);
    if (found < 0) throw new Error(`there is no "${id}"`);
    return found;
  };
  const shared = {
    world,
    isTargetOfService: roles.isTargetOfService,
    streams,
    ticks,
    tickHours,
    inUse: new Map<number, number>(),
    isMovedOfPlacement,
    networks: world.networks.ids.length,
    lists: levels.lists,
    levels: levels.levels,
    blames: levels.blames,
    numberOfPool: numberIn(world.pools.ids),
    numberOfProvider: numberIn(world.providers.ids),
    numberOfService: numberIn(world.services.ids),
    numberOfProtocol: numberIn(world.protocols.ids),
    addressesOfPlacement: (placement: number) => addressesOfPlacement(placed, placement),
  };
  return (fromTick, untilTick) => ({ ...shared, fromTick, untilTick });
}
