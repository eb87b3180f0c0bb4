// An office under complaints: how long each entry has had too many of them, and which come off for it.
import type { About } from './naiveComplaints.ts';
import type { NaiveEntry } from './naiveLists.ts';

export interface PressureParameters {
  readonly pressurePerDay: number;
  readonly pressureHours: number;
}

/** Who was complained of for too long, and waits for the next release. */
export type Listen = (tick: number, about: About) => readonly NaiveEntry[];

/**
 * @param entries all of the list, also those still to come
 * @param wasOpen was an entry on the list in a tick?
 */
export function beginListening(
  { pressurePerDay, pressureHours }: PressureParameters,
  tickHours: number,
  entries: readonly NaiveEntry[],
  wasOpen: (entry: NaiveEntry, tick: number) => boolean,
): Listen {
  const patience = Math.max(1, Math.round(pressureHours / tickHours));
  const heard = new Map<NaiveEntry, number>();
  const given = new Set<NaiveEntry>();
  return (tick, about) => {
    if (pressurePerDay === 0) return [];
    for (const entry of entries) {
      const isTooMuch = wasOpen(entry, tick - 1) && about(entry.block) >= pressurePerDay;
      heard.set(entry, isTooMuch ? (heard.get(entry) ?? 0) + 1 : 0);
      if ((heard.get(entry) as number) >= patience) given.add(entry);
    }
    return [...given].filter(({ until }) => tick < until);
  };
}
