// Hours of the week, such as match days: does a stretch of time touch any of them?
import type { PlugInEntry } from './scenarioSchema.ts';
import type { Span } from './span.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const WEEK_MS = 7 * DAY_MS;
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** 1 January 1970 was a Thursday, the fourth day. */
const FIRST_DAY = 3;

type Weekly = NonNullable<NonNullable<PlugInEntry['window']>['weekly']>;

/**
 * Days and clock times are those of a zone. Hours that end when or before they begin go over midnight.
 * @param span at most a week, not empty
 */
export function touchesWeekly(span: Span, weekly: Weekly, utcOffsetHours: number): boolean {
  const local = span.from + utcOffsetHours * 60 * MINUTE_MS + FIRST_DAY * DAY_MS;
  const from = local - WEEK_MS * Math.floor(local / WEEK_MS);
  const to = from + span.to - span.from;
  return weekly.some(({ days, ...clock }) => {
    const begins = minutesOf(clock.from) * MINUTE_MS;
    const ends = minutesOf(clock.to) * MINUTE_MS;
    const lasts = ends > begins ? ends - begins : ends + DAY_MS - begins;
    return days.some((day) => {
      const first = DAYS.indexOf(day) * DAY_MS + begins;
      // The same hours of the week before may reach into this one, and the stretch into the next.
      return [-WEEK_MS, 0, WEEK_MS].some(
        (shift) => first + shift < to && from < first + shift + lasts,
      );
    });
  });
}

/** 18:30 → 1110 */
function minutesOf(clock: string): number {
  return 60 * Number(clock.slice(0, 2)) + Number(clock.slice(3, 5));
}
