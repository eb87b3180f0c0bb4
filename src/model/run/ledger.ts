// Documented entries of a list, as intervals and ticks.
import { parsePrefix } from '../net/prefix.ts';
import { STILL_LISTED } from '../strategies/listingLog.ts';
import type { DocumentedEntry } from '../strategies/strategy.ts';
import { hoursBetween, parseMoment } from '../time.ts';
import type { LedgerEntry } from './scenarioSchema.ts';

/**
 * An entry counts from the hour in which it was listed and until the hour in which it was withdrawn.
 * @throws Error on a wrong prefix or moment; the scenario check finds these before.
 */
export function prefixesOf(
  { startMs, tickHours }: { startMs: number; tickHours: number },
  entries: readonly LedgerEntry[],
): DocumentedEntry[] {
  const tickAt = (text: string) => {
    const moment = parseMoment(text);
    if (moment === undefined) throw new Error(`"${text}" is not a moment`);
    return Math.floor(hoursBetween(startMs, moment) / tickHours);
  };
  return entries.map((entry) => {
    const parsed = parsePrefix(entry.prefix);
    if (!parsed.ok) throw new Error(parsed.reason);
    return {
      ...parsed.prefix,
      fromTick: tickAt(entry.from),
      untilTick: entry.until === undefined ? STILL_LISTED : tickAt(entry.until),
    };
  });
}
