// Where a scenario opens: at noon, when what it tells of has just come about.
import { momentOfTick, type Run } from '../model/index.ts';

const NOON = 12;
const ALL_BUT_COMPLETE = 0.98;

/**
 * The first noon at which the list is all but as long as it gets; without a list the first noon after
 * something changed; always a tick of the run.
 */
export function openingTick({ tally, plan }: Run): number {
  const came = tickOfEvent(tally);
  const hour = Number(momentOfTick(plan, came).slice(11, 13));
  const hoursToNoon = (NOON - hour + 24) % 24;
  return Math.min(plan.ticks - 1, came + Math.round(hoursToNoon / plan.tickHours));
}

function tickOfEvent({ listedOfTick, rowOfTick }: Run['tally']): number {
  const peak = listedOfTick.reduce((most, listed) => Math.max(most, listed), 0);
  const event =
    peak > 0
      ? listedOfTick.findIndex((listed) => listed >= ALL_BUT_COMPLETE * peak)
      : rowOfTick.findIndex((row) => row !== rowOfTick[0]);
  return Math.max(0, event);
}
