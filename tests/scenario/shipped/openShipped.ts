// A shipped scenario, run once, and the questions that tests ask of such a run.
import {
  formatPrefix,
  lookUpAddress,
  lostShare,
  momentOfTick,
  parseAddress,
  parseMoment,
  type Run,
  run,
  type Scenario,
  tickOf,
} from '../../../src/model/index.ts';
import { loadScenario } from '../../../src/scenario/catalogue.ts';

export async function openShipped(id: string): Promise<Scenario> {
  const reading = await loadScenario(id);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.scenario;
}

export function runStack(scenario: Scenario, stack = scenario.stack): Run {
  return run({ ...scenario, stack });
}

/** The tick of a moment of the period. */
export function tickAt(one: Run, moment: string): number {
  const milliseconds = parseMoment(moment);
  if (milliseconds === undefined) throw new Error(`${moment} is not a moment`);
  return tickOf(one.plan, milliseconds);
}

/** Share of its sessions that a service loses in the hour of a moment. */
export function lostAt(one: Run, service: string, moment: string): number {
  const number = one.plan.world.services.ids.indexOf(service);
  if (number < 0) throw new Error(`there is no ${service}`);
  return lostShare(one.tally, one.tally.rowOfTick[tickAt(one, moment)] as number, number);
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
