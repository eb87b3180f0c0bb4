// A shipped scenario, its stacks and its answers set as a test asks, and what services lose at a moment.
import {
  metrics,
  parseMoment,
  type Run,
  run,
  type Scenario,
  serviceMetrics,
  tickOf,
} from '../../../src/model/index.ts';
import { loadScenario } from '../../../src/scenario/catalogue.ts';

export async function openScenario(id: string): Promise<Scenario> {
  const reading = await loadScenario(id);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.scenario;
}

/** A stack of it, with nobody who answers: what boxes and lists alone do can be worked out by hand. */
export function runUnanswered(scenario: Scenario, stack = scenario.stack): Run {
  return run({ ...scenario, stack, countermeasures: [] });
}

/** Share of a service that is lost at a moment. */
export function lostAt(of: Run, service: string, moment: string): number {
  const number = of.plan.world.services.ids.indexOf(service);
  const lost = serviceMetrics.find(({ id }) => id === 'serviceLost');
  if (number < 0 || !lost) throw new Error(`there is no ${service}`);
  return lost.at(of.tally, tickAt(of, moment), number);
}

/** The most that a service loses at any time. */
export function mostLost(of: Run, service: string): number {
  const number = of.plan.world.services.ids.indexOf(service);
  const lost = serviceMetrics.find(({ id }) => id === 'serviceLost');
  if (number < 0 || !lost) throw new Error(`there is no ${service}`);
  let most = 0;
  for (let tick = 0; tick < of.plan.ticks; tick++) {
    most = Math.max(most, lost.at(of.tally, tick, number));
  }
  return most;
}

export function metricAt(of: Run, id: string, moment: string): number {
  const metric = metrics.find((one) => one.id === id);
  if (!metric) throw new Error(`there is no metric ${id}`);
  return metric.at(of.tally, tickAt(of, moment));
}

function tickAt({ plan }: Run, moment: string): number {
  return tickOf(plan, parseMoment(moment) as number);
}
