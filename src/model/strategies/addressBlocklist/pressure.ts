// Entries about which too many people complain for too long come off the list, and are spared for a while.
import type { Prefix } from '../../net/prefix.ts';
import type { ListingLog } from '../listingLog.ts';
import type { Complaints } from '../strategy.ts';
import type { HeldEntries } from './heldEntries.ts';

export interface Pressure {
  /** Hears the complaints of the last tick; a tick without enough of them begins the count anew. */
  hear(complaints: Complaints): void;
  /** Takes off what has been under pressure for long enough. */
  relieve(tick: number, log: ListingLog): void;
  /** Do the addresses lie within an entry that came off under pressure lately? */
  isSpared(prefix: Prefix, tick: number): boolean;
}

export interface PressureRule {
  /** Complaints a day about one entry that are too many; 0: none ever are. */
  readonly perDay: number;
  /** For how long, at least 1 tick. */
  readonly ticks: number;
  /** How long finds there are passed over afterwards. */
  readonly mercyTicks: number;
}

export function feelPressure(rule: PressureRule, held: HeldEntries): Pressure {
  let spared: (Prefix & { readonly untilTick: number })[] = [];
  return {
    hear(complaints) {
      if (rule.perDay === 0) return;
      for (const entry of held.entries) {
        if (entry.published === undefined) continue;
        const isPressed = complaints.about(entry.first, entry.last) >= rule.perDay;
        entry.pressedTicks = isPressed ? entry.pressedTicks + 1 : 0;
        // That it calms down before the next release does not matter, nor does a pause.
        if (entry.pressedTicks >= rule.ticks) entry.isGivenUp = true;
      }
    },
    relieve(tick, log) {
      if (rule.perDay === 0) return;
      spared = spared.filter(({ untilTick }) => tick < untilTick);
      for (const entry of held.entries) {
        if (!entry.isGivenUp) continue;
        held.remove(entry, tick, log, 'complaints');
        const { first, last } = entry;
        spared.push({ first, last, untilTick: tick + rule.mercyTicks });
      }
    },
    isSpared: ({ first, last }, tick) =>
      spared.some((one) => one.first <= first && last <= one.last && tick < one.untilTick),
  };
}
