// The hunt for the addresses that the target uses: what a find leads to, and for how long.
import { type Prefix, prefixAround } from '../../net/prefix.ts';
import type { ListingLog } from '../listingLog.ts';
import type { Observables } from '../strategy.ts';
import type { Escalation } from './escalation.ts';
import type { HeldEntries, HeldEntry } from './heldEntries.ts';
import type { Pressure } from './pressure.ts';
import { prefixesOfProvider, prefixOfRange, rangeAround } from './registered.ts';

export interface HuntRules {
  readonly listAs: 'prefix' | 'registered' | 'provider';
  readonly prefixLength: number;
  /** Ticks from the last release at which a find led to an entry until it comes off; infinite: never. */
  readonly ageTicks: number;
  readonly isAllowed: (prefix: Prefix) => boolean;
}

export interface HuntParts {
  readonly observables: Observables;
  readonly escalation: Escalation;
  readonly pressure: Pressure;
  readonly held: HeldEntries;
}

export interface Hunt {
  /** Takes off what has not been found again for too long. */
  expire(tick: number, log: ListingLog): void;
  /** Notes what was found; nothing is listed before the next release. */
  note(tick: number, found: readonly number[]): void;
  /** Lists what the finds since the last release lead to. */
  release(tick: number, log: ListingLog): void;
}

interface FoundEntry {
  readonly entry: HeldEntry;
  foundTick: number;
}

export function createHunt(rules: HuntRules, parts: HuntParts): Hunt {
  const { observables, escalation, pressure, held } = parts;
  const waiting = new Set<number>();
  // Entries of one hunt are nested, equal or apart: the two ends name one.
  const foundOf = new Map<string, FoundEntry>();
  const heldAs = (prefix: Prefix) => {
    const found = foundOf.get(nameOf(prefix));
    return found && held.entries.has(found.entry) ? found : undefined;
  };
  const prefixesFor = (address: number) => prefixesToList(address, rules, parts);
  return {
    expire(tick, log) {
      if (rules.ageTicks === Number.POSITIVE_INFINITY) return;
      for (const [name, { entry, foundTick }] of foundOf) {
        if (tick - foundTick < rules.ageTicks) continue;
        held.remove(entry, tick, log);
        foundOf.delete(name);
      }
    },
    note(tick, found) {
      for (const address of found) {
        if (waiting.has(address) || pressure.isSpared({ first: address, last: address }, tick)) {
          continue;
        }
        waiting.add(address);
        const range = rangeAround(address, observables);
        // After a pause old acquaintances are met again: they are no new finds.
        const isNew = !prefixesFor(address).some(heldAs);
        if (range !== undefined && isNew) escalation.count(range, tick);
      }
    },
    release(tick, log) {
      for (const address of waiting) {
        for (const prefix of prefixesFor(address)) {
          const old = heldAs(prefix);
          if (old) old.foundTick = tick;
          else if (rules.isAllowed(prefix) && !pressure.isSpared(prefix, tick)) {
            const entry = held.add(prefix, tick, log);
            foundOf.set(nameOf(prefix), { entry, foundTick: tick });
          }
        }
      }
      waiting.clear();
    },
  };
}

const nameOf = ({ first, last }: Prefix) => `${first}-${last}`;

function prefixesToList(
  address: number,
  { listAs, prefixLength, isAllowed }: HuntRules,
  { observables, escalation }: HuntParts,
): readonly Prefix[] {
  const range = rangeAround(address, observables);
  const narrow = prefixAround(address, listAs === 'prefix' ? prefixLength : 32);
  if (range === undefined) return [narrow];
  const registered = prefixOfRange(range, observables);
  if (listAs === 'provider') return prefixesOfProvider(range, observables);
  if (listAs === 'registered') return [registered];
  // Escalation widens; what must not be listed whole is listed find by find, as before.
  const isWider = registered.last - registered.first > narrow.last - narrow.first;
  return [isWider && escalation.isEscalated(range) && isAllowed(registered) ? registered : narrow];
}
