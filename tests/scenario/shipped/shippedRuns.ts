// Shipped scenarios, their runs, and the questions that tests ask of these: by stack, moment and name.
import {
  formatPrefix,
  lookUpAddress,
  type Metric,
  metrics,
  momentOfTick,
  parseAddress,
  parseMoment,
  type Run,
  run,
  type Scenario,
  serviceMetrics,
  tickOf,
} from '../../../src/model/index.ts';
import { loadScenario } from '../../../src/scenario/catalogue.ts';

/** @throws Error with what is wrong with the file */
export async function openShipped(id: string): Promise<Scenario> {
  const reading = await loadScenario(id);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors, null, 1));
  return reading.scenario;
}

/** A run of one of its stacks, with these of the answers switched on and all others as they stand. */
export function runStack(
  scenario: Scenario,
  stack = scenario.stack,
  switchedOn: readonly string[] = [],
): Run {
  const countermeasures = scenario.countermeasures.map((entry) =>
    switchedOn.includes(entry.id) ? { ...entry, off: false } : entry,
  );
  return run({ ...scenario, stack, countermeasures });
}

/** A stack of it, with nobody who answers: what boxes and lists alone do can be worked out by hand. */
export function runUnanswered(scenario: Scenario, stack = scenario.stack): Run {
  return run({ ...scenario, stack, countermeasures: [] });
}

/** The tick of a moment of the period. */
export function tickAt({ plan }: Run, moment: string): number {
  const milliseconds = parseMoment(moment);
  if (milliseconds === undefined) throw new Error(`${moment} is not a moment`);
  return tickOf(plan, milliseconds);
}

function metricOf(id: string): Metric {
  const found = metrics.find((metric) => metric.id === id);
  if (!found) throw new Error(`there is no metric "${id}"`);
  return found;
}

/** A metric in the hour that holds a moment. */
export function metricAt(one: Run, id: string, moment: string): number {
  return metricOf(id).at(one.tally, tickAt(one, moment));
}

/** A metric over the whole run. */
export function totalOf({ tally }: Run, id: string): number {
  return metricOf(id).total(tally);
}

/** The share of a service's sessions that does not get through in the hour that holds a moment. */
export function lostAt(one: Run, service: string, moment: string): number {
  return serviceAt(one, 'serviceLost', service, moment);
}

/** A metric of one service in the hour that holds a moment. */
export function serviceAt(one: Run, id: string, service: string, moment: string): number {
  return inTick(one, id, service, tickAt(one, moment));
}

/** The same by the number of the hour. */
export function lostInTick(one: Run, service: string, tick: number): number {
  return inTick(one, 'serviceLost', service, tick);
}

/** The most that a service loses in any hour. */
export function mostLost(one: Run, service: string): number {
  let most = 0;
  for (let tick = 0; tick < one.plan.ticks; tick++) {
    most = Math.max(most, lostInTick(one, service, tick));
  }
  return most;
}

function inTick({ plan, tally }: Run, id: string, service: string, tick: number): number {
  const number = plan.world.services.ids.indexOf(service);
  const metric = serviceMetrics.find((one) => one.id === id);
  if (number < 0 || !metric) throw new Error(`there is no ${id} of a service "${service}"`);
  return metric.at(tally, tick, number);
}

/** How many addresses are listed in the hour of a moment, nested ones once. */
export function listedAt(one: Run, moment: string): number {
  return one.tally.listedOfTick[tickAt(one, moment)] as number;
}

/** The entries that cover an address at a moment or before, the narrowest first, and since when. */
export function entriesOver(one: Run, text: string, moment: string, ticksBefore = 0): string[] {
  const address = parseAddress(text);
  if (address === undefined) throw new Error(`${text} is not an address`);
  return lookUpAddress(one, address, tickAt(one, moment) - ticksBefore).listings.map(
    ({ first, last, fromTick }) =>
      `${formatPrefix(first, last)} since ${momentOfTick(one.plan, fromTick)}`,
  );
}
