// Moments of a file as they are checked: do they exist, in which order, within which period?
import { formatMoment, parseMoment } from '../model/index.ts';
import { type Place, textOf } from './place.ts';
import type { ProblemList } from './problem.ts';

export interface Period {
  /** Milliseconds since 1970; both undefined where the file gives no period that can be used. */
  readonly from: number | undefined;
  readonly to: number | undefined;
  /** For messages: as the file writes them. */
  readonly text: string;
}

/** The moment at a place; complains and returns undefined when it is none. */
export function momentOf(place: Place, problems: ProblemList): number | undefined {
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

export function mustFollow(
  place: Place,
  from: number | undefined,
  to: number | undefined,
  problems: ProblemList,
): void {
  if (from !== undefined && to !== undefined && to <= from) {
    problems.add(place, `a moment after ${formatMoment(from, 0)}`);
  }
}

export function mustLieWithin(
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
