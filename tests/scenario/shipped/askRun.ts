// How tests of the shipped scenarios ask a run: by stack, hour and name.
import {
  type Metric,
  metrics,
  parseMoment,
  type Run,
  run,
  type Scenario,
  serviceMetrics,
  tickOf,
} from '../../../src/model/index.ts';
import { loadScenario } from '../../../src/scenario/catalogue.ts';

/** @throws Error with what is wrong with the file. */
export async function shippedScenario(id: string): Promise<Scenario> {
  const reading = await loadScenario(id);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors, null, 1));
  return reading.scenario;
}

/** A run of one of its stacks, with these of the answers switched on and all others as they stand. */
export function runStack(scenario: Scenario, stack: string, switchedOn: readonly string[] = []) {
  const countermeasures = scenario.countermeasures.map((entry) =>
    switchedOn.includes(entry.id) ? { ...entry, off: false } : entry,
  );
  return run({ ...scenario, stack, countermeasures });
}

function metricOf(id: string): Metric {
  const found = metrics.find((metric) => metric.id === id);
  if (!found) throw new Error(`there is no metric "${id}"`);
  return found;
}

/** A metric in the hour that holds a moment. */
export function valueAt({ plan, tally }: Run, id: string, moment: string): number {
  return metricOf(id).at(tally, tickOf(plan, parseMoment(moment)!));
}

/** A metric over the whole run. */
export function totalOf({ tally }: Run, id: string): number {
  return metricOf(id).total(tally);
}

/** The share of a service's sessions that does not get through in the hour that holds a moment. */
export function lostOf({ plan, tally }: Run, service: string, moment: string): number {
  const number = plan.world.services.ids.indexOf(service);
  if (number < 0) throw new Error(`there is no service "${service}"`);
  const lost = serviceMetrics.find(({ id }) => id === 'serviceLost')!;
  return lost.at(tally, tickOf(plan, parseMoment(moment)!), number);
}
