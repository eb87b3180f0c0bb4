// Where a scenario opens: where it says, else at noon, when what it tells of has just come about.
import { momentOfTick, parseMoment, type Run, tickOf } from '../model/index.ts';

const NOON = 12;
const ALL_BUT_COMPLETE = 0.98;

/**
 * The moment that the scenario names. Else the first noon at which the list is all but as long as it gets; without a list the first noon after
 * something changed, and where nothing ever does, well after the block of the ladder; always a tick of the run.
 */
export function openingTick(run: Run): number {
  const { plan, scenario } = run;
  const named = parseMoment(scenario.opensAt ?? '');
  if (named !== undefined) return tickOf(plan, named);
  const came = tickOfEvent(run);
  const hour = Number(momentOfTick(plan, came).slice(11, 13));
  const hoursToNoon = (NOON - hour + 24) % 24;
  return Math.min(plan.ticks - 1, came + Math.round(hoursToNoon / plan.tickHours));
}

function tickOfEvent(run: Run): number {
  const { listedOfTick, rowOfTick } = run.tally;
  const peak = listedOfTick.reduce((most, listed) => Math.max(most, listed), 0);
  const event =
    peak > 0
      ? listedOfTick.findIndex((listed) => listed >= ALL_BUT_COMPLETE * peak)
      : rowOfTick.findIndex((row) => row !== rowOfTick[0]);
  return event < 0 ? amidTheBlock(run) : event;
}

/**
 * Halfway from the block of the ladder, or the first tick where it has none within the run, to the end:
 * whatever is switched on then has had time to work.
 */
function amidTheBlock({ scenario, plan }: Run): number {
  const moments = scenario.ladder.filter(({ kind }) => kind === 'block').map(({ at }) => at);
  const ticks = moments.map((at) => tickOf(plan, parseMoment(at) ?? 0));
  const block = ticks.find((tick) => 0 <= tick && tick < plan.ticks) ?? 0;
  return Math.floor((block + plan.ticks) / 2);
}
