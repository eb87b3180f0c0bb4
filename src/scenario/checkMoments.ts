// Do the dates of a scenario exist, and do they lie where they have an effect?
import { formatMoment, parseMoment } from '../model/index.ts';
import { at, entries, items, numberOf, type Place, textOf } from './place.ts';
import type { ProblemList } from './problem.ts';

/** At one hour each, more than two years. */
export const MOST_TICKS = 20_000;
const msPerHour = 3_600_000;

interface Period {
  /** Milliseconds since 1970; undefined where the file does not say. */
  readonly from: number | undefined;
  readonly to: number | undefined;
  /** For messages: as the file writes them. */
  readonly text: string;
}

/** The moment at a place; complains and returns undefined when it is none. */
function momentOf(place: Place, problems: ProblemList): number | undefined {
  const text = textOf(place);
  if (text === undefined) return undefined;
  const moment = parseMoment(text);
  if (moment === undefined) {
    problems.add(place, 'a moment that exists, such as 2018-04-16T20:15+03:00', {
      nearest: () => nearestMoment(text),
    });
  }
  return moment;
}

/** A date without time or without offset, completed; undefined when that gives no moment either. */
export function nearestMoment(text: string): string | undefined {
  const [date, time = '00:00', offset = 'Z'] = text.trim().split(/[T ]|(?=Z$|[+-]\d\d:?\d\d$)/);
  const attempts = [`${date}T${time}${offset}`, `${date}T00:00Z`];
  return attempts.find((attempt) => attempt !== text && parseMoment(attempt) !== undefined);
}

export function checkMoments(scenario: Place, problems: ProblemList): void {
  const period = checkPeriod(scenario, problems);
  const plugIns = [
    ...items(at(scenario, 'stacks')).flatMap((stack) => items(at(stack, 'strategies'))),
    ...items(at(scenario, 'countermeasures')),
  ];
  for (const plugIn of plugIns) checkWindow(at(plugIn, 'window'), period, problems);
  for (const [, ledger] of entries(at(scenario, 'ledgers'))) {
    for (const entry of items(ledger)) {
      const from = momentOf(at(entry, 'from'), problems);
      const until = momentOf(at(entry, 'until'), problems);
      mustLieWithin(at(entry, 'from'), from, period, problems, 'before its end');
      mustFollow(at(entry, 'until'), from, until, problems);
    }
  }
  for (const fact of items(at(scenario, 'facts'))) {
    const place = at(fact, 'at');
    mustLieWithin(place, momentOf(place, problems), period, problems, 'before its end');
  }
}

function checkPeriod(scenario: Place, problems: ProblemList): Period {
  const place = at(scenario, 'period');
  const from = momentOf(at(place, 'from'), problems);
  const to = momentOf(at(place, 'to'), problems);
  mustFollow(at(place, 'to'), from, to, problems);
  const tickHours = numberOf(at(scenario, 'tickHours')) ?? 1;
  if (from !== undefined && to !== undefined && to > from && tickHours > 0) {
    const ticks = Math.ceil((to - from) / msPerHour / tickHours);
    if (ticks > MOST_TICKS) {
      const latest = formatMoment(from + MOST_TICKS * tickHours * msPerHour, 0);
      problems.add(at(place, 'to'), `at most ${MOST_TICKS} ticks, that is up to ${latest}`, {
        found: `${textOf(at(place, 'to'))}, after ${ticks} ticks`,
      });
    }
  }
  const tickMs = Math.round(tickHours * msPerHour);
  if (from !== undefined && to !== undefined && to > from && (to - from) % tickMs !== 0) {
    const hours = Number(((to - from) / msPerHour).toPrecision(7));
    problems.add(at(scenario, 'tickHours'), `hours that divide the period of ${hours} h`, {
      found: `${tickHours}`,
    });
  }
  const text = `the period ${textOf(at(place, 'from'))} to ${textOf(at(place, 'to'))}`;
  return { from, to, text };
}

/** A window may end with the period; one that ends before it begins would never be in force. */
function checkWindow(window: Place, period: Period, problems: ProblemList): void {
  const from = momentOf(at(window, 'from'), problems);
  const to = momentOf(at(window, 'to'), problems);
  mustLieWithin(at(window, 'from'), from, period, problems, 'before its end');
  mustLieWithin(at(window, 'to'), to, period, problems, 'at its end at the latest');
  mustFollow(at(window, 'to'), from, to, problems);
}

function mustFollow(
  place: Place,
  from: number | undefined,
  to: number | undefined,
  problems: ProblemList,
): void {
  if (from !== undefined && to !== undefined && to <= from) {
    problems.add(place, `a moment after ${formatMoment(from, 0)}`);
  }
}

function mustLieWithin(
  place: Place,
  moment: number | undefined,
  { from, to, text }: Period,
  problems: ProblemList,
  latest: 'before its end' | 'at its end at the latest',
): void {
  if (moment === undefined) return;
  const isEarly = from !== undefined && moment < from;
  const isLate = to !== undefined && (latest === 'before its end' ? moment >= to : moment > to);
  if (isEarly || isLate) problems.add(place, `a moment within ${text}, ${latest}`);
}
