// What was reported of a metric beside the simulated figure, where a report is about that figure at all.
import { type Fact, momentOfTick, parseMoment, type Run, tickOf } from '../../model/index.ts';
import { dayInWords, percent } from '../../scenario/words.ts';

/** A report further away than this says nothing about the hour shown. */
const NEAR_HOURS = 7 * 24;

interface Report {
  readonly fact: Fact;
  /** The first and the last of its ticks. */
  readonly first: number;
  readonly last: number;
}

/**
 * “reported for 17 April: 15 % to 40 %”, or why there is none; for metrics that are shares. A figure that
 * the stack was set to says nothing about it, and neither does one that stands for another stack.
 * @param own the stack that stands for what happened, where a fact names none
 */
export function reportedRange(run: Run, tick: number, metric: string, own: string): string {
  const { facts, stack } = run.scenario;
  const checks = facts.filter((fact) => fact.metric === metric && fact.role === 'check');
  if (checks.length === 0) return 'no figure was reported';
  const ofStack = checks.filter((fact) => (fact.stack ?? own) === stack);
  if (ofStack.length === 0) return 'a what-if: no report is about it';
  const far = (one: Report) => Math.max(0, one.first - tick, tick - one.last);
  const near = ofStack
    .map((fact) => reportOf(run, fact))
    .filter((one) => far(one) * run.plan.tickHours <= NEAR_HOURS)
    .sort((a, b) => far(a) - far(b) || a.last - a.first - (b.last - b.first));
  const [nearest] = near;
  if (!nearest) return 'no report within a week of this hour';
  // Several of the same days: from the lowest to the highest.
  const same = near.filter(({ first, last }) => first === nearest.first && last === nearest.last);
  return `reported for ${daysInWords(run, nearest)}: ${figuresInWords(same)}`;
}

function reportOf({ plan }: Run, fact: Fact): Report {
  const tickAt = (moment: string) => tickOf(plan, parseMoment(moment) ?? 0);
  const first = tickAt(fact.at);
  const last = fact.until === undefined ? first : tickAt(fact.until) - 1;
  return { fact, first, last: Math.max(first, last) };
}

/** “17 April”; “12 to 18 August”; “28 August to 3 September”. */
function daysInWords({ plan }: Run, { first, last }: Report): string {
  const [from, to] = [first, last].map((tick) => dayInWords(momentOfTick(plan, tick)));
  if (from === to) return from ?? '';
  const [day, month] = from?.split(' ') ?? [];
  return `${to?.endsWith(` ${month}`) ? day : from} to ${to}`;
}

/** A figure that was published stands for itself, not for the bounds that are accepted beside it. */
function figuresInWords(reports: readonly Report[]): string {
  const ends = reports.map(({ fact: { value, low, high } }) => ({
    low: value ?? low,
    high: value ?? high,
  }));
  const lows = ends.flatMap(({ low }) => low ?? []);
  const highs = ends.flatMap(({ high }) => high ?? []);
  if (lows.length < ends.length) return `up to ${percent(Math.max(...highs))}`;
  const low = percent(Math.min(...lows));
  if (highs.length < ends.length) return `${low} or more`;
  const high = percent(Math.max(...highs));
  return low === high ? low : `${low} to ${high}`;
}
