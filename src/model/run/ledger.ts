// Documented entries of a list, as intervals and ticks.
import { parsePrefix } from '../net/prefix.ts';
import { STILL_LISTED } from '../strategies/listingLog.ts';
import type { DocumentedEntry } from '../strategies/strategy.ts';
import { parseMoment, ticksBetween } from '../time.ts';
import type { LedgerEntry } from './scenarioSchema.ts';

/**
 * An entry counts in every tick in which it is listed at any time, however short.
 * @throws Error on a wrong prefix or moment; the scenario check finds these before.
 */
export function prefixesOf(
  { startMs, tickHours }: { startMs: number; tickHours: number },
  entries: readonly LedgerEntry[],
): DocumentedEntry[] {
  const ticksUntil = (text: string) => {
    const moment = parseMoment(text);
    if (moment === undefined) throw new Error(`"${text}" is not a moment`);
    return ticksBetween(startMs, moment, tickHours);
  };
  return entries.map((entry) => {
    const parsed = parsePrefix(entry.prefix);
    if (!parsed.ok) throw new Error(parsed.reason);
    return {
      ...parsed.prefix,
      fromTick: Math.floor(ticksUntil(entry.from)),
      untilTick: entry.until === undefined ? STILL_LISTED : Math.ceil(ticksUntil(entry.until)),
    };
  });
}
