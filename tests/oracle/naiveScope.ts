// When and where something is in force, minute by minute and straight from the file.
import type { PlugInEntry, Scenario } from '../../src/model/run/scenarioSchema.ts';
import { parseMoment } from '../../src/model/time.ts';

export interface Timing {
  readonly startMs: number;
  readonly tickHours: number;
  readonly ticks: number;
}

export interface NaiveScope {
  /** The first tick in force, and the first one after the last; both the end of the run if none is. */
  readonly from: number;
  readonly to: number;
  /** One of a tick's minutes in force is enough for the tick. */
  readonly inForce: readonly boolean[];
  /** By network. */
  readonly applies: readonly boolean[];
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export function timingOf({ period, tickHours }: Scenario): Timing {
  const startMs = parseMoment(period.from) as number;
  const hours = ((parseMoment(period.to) as number) - startMs) / HOUR_MS;
  return { startMs, tickHours, ticks: Math.ceil(hours / tickHours) };
}

export function tickOfText(text: string, { startMs, tickHours }: Timing): number {
  return Math.floor(((parseMoment(text) as number) - startMs) / (HOUR_MS * tickHours));
}

/** The first tick that begins when it is over. */
export function tickAfter(text: string, timing: Timing): number {
  const begun = tickOfText(text, timing);
  const beginsAt = timing.startMs + begun * timing.tickHours * HOUR_MS;
  return (parseMoment(text) as number) > beginsAt ? begun + 1 : begun;
}

export function scopeOfEntry(entry: PlugInEntry, scenario: Scenario, timing: Timing): NaiveScope {
  const { ticks, tickHours, startMs } = timing;
  const minutes = Math.round(tickHours * 60);
  const isInWindow = windowOf(entry, scenario);
  const inForce = Array.from({ length: ticks }, (_, tick) =>
    Array.from({ length: minutes }, (_, minute) => startMs + (tick * minutes + minute) * MINUTE_MS)
      .filter(isInWindow)
      .some((moment) => isInWeekly(entry, moment, scenario.world.utcOffsetHours)),
  );
  const from = inForce.indexOf(true);
  const applies = scenario.world.networks.map(({ id, region }) => {
    const isNamed = entry.networks?.includes(id) ?? true;
    return isNamed && (entry.regions?.some((one) => one === region) ?? true);
  });
  if (from < 0) return { from: ticks, to: ticks, inForce, applies };
  return { from, to: inForce.lastIndexOf(true) + 1, inForce, applies };
}

/** Moments and steps of the ladder; a company that complies ends, or never begins, what hangs on steps. */
function windowOf(
  { window = {} }: PlugInEntry,
  { ladder, compliesAt }: Scenario,
): (moment: number) => boolean {
  const ids = ladder.map(({ id }) => id);
  const momentOf = (step: string) => parseMoment(ladder[ids.indexOf(step)]?.at as string) as number;
  const read = (text: string | undefined, step: string | undefined, otherwise: number) =>
    step === undefined
      ? text === undefined
        ? otherwise
        : (parseMoment(text) as number)
      : momentOf(step);
  const from = read(window.from, window.fromStep, -Infinity);
  const to = read(window.to, window.untilStep, Infinity);
  const hangsOn = window.fromStep;
  if (hangsOn === undefined || typeof compliesAt !== 'string') return (at) => from <= at && at < to;
  const isTooLate = ids.indexOf(hangsOn) >= ids.indexOf(compliesAt);
  return (at) => !isTooLate && from <= at && at < to && at < momentOf(compliesAt);
}

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Hours that end when or before they begin go over midnight. 1 January 1970 was a Thursday. */
function isInWeekly({ window }: PlugInEntry, moment: number, utcOffsetHours: number): boolean {
  if (!window?.weekly) return true;
  const local = moment / MINUTE_MS + utcOffsetHours * 60;
  const day = Math.floor(local / 1440) + 3;
  const minute = local - Math.floor(local / 1440) * 1440;
  return window.weekly.some(({ days, from, to }) => {
    const isOn = (one: number) => days.includes(DAYS[one % 7] as (typeof DAYS)[number]);
    const begins = minuteOf(from);
    const ends = minuteOf(to);
    if (ends > begins) return isOn(day) && begins <= minute && minute < ends;
    return (isOn(day) && begins <= minute) || (isOn(day - 1) && minute < ends);
  });
}

function minuteOf(clock: string): number {
  const [hour, minute] = clock.split(':').map(Number) as [number, number];
  return hour * 60 + minute;
}
