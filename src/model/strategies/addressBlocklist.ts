// Blocking by address: a list of prefixes, taken from documents or grown by hunting the target.
import * as z from 'zod/mini';
import { type Prefix, parsePrefix, prefixAround } from '../net/prefix.ts';
import { choiceParameter, fileParameter, numberParameter, reference } from '../parameter.ts';
import { rule } from '../rule.ts';
import type { ListingLog } from './listingLog.ts';
import {
  type DocumentedEntry,
  defineStrategy,
  type ListKeeper,
  type Observables,
} from './strategy.ts';

const parameters = z
  .strictObject({
    entries: choiceParameter({
      label: 'Where the entries come from',
      help: 'The documented register, or a simulated hunt for the addresses that the target uses.',
      options: [
        { value: 'ledger', label: 'Documented' },
        { value: 'adaptive', label: 'Hunting' },
      ],
      default: 'adaptive',
    }),
    ledger: z.optional(
      fileParameter(reference('ledger'), {
        kind: 'text',
        label: 'Ledger',
        help: 'The list to replay; needed when the entries are documented.',
      }),
    ),
    prefixLength: numberParameter({
      label: 'Prefix length',
      help: 'How wide the prefix is that is listed around an address that was found: /32 is the one address, /8 is 16.8 million.',
      min: 8,
      max: 32,
      step: 1,
      integer: true,
      default: 16,
      display: 'prefixLength',
      onlyWhen: { entries: 'adaptive', listAs: 'prefix' },
    }),
    listAs: choiceParameter({
      label: 'List what was found as',
      help: 'A prefix of a fixed length, or the whole block that the holder registered, as in April 2018.',
      options: [
        { value: 'prefix', label: 'Prefix' },
        { value: 'registered', label: 'Registered block' },
      ],
      default: 'prefix',
      onlyWhen: { entries: 'adaptive' },
    }),
    discoveryPerHour: numberParameter({
      label: 'Discovery rate',
      help: 'Chance an hour to find an address that the target uses and that is not listed yet: 1 − e^(−rate).',
      unit: 'an hour',
      min: 0,
      max: 4,
      step: 0.01,
      default: 0.1,
      display: 'plain',
      onlyWhen: { entries: 'adaptive' },
    }),
    releaseHours: numberParameter({
      label: 'Release interval',
      help: 'Hours between two publications of the list to the operators. In 2018 it was fetched at least hourly.',
      unit: 'h',
      min: 1,
      max: 168,
      step: 1,
      integer: true,
      default: 1,
      onlyWhen: { entries: 'adaptive' },
    }),
    protectedPrefixes: z._default(
      fileParameter(z.array(reference('prefix')), {
        kind: 'list',
        label: 'Protected prefixes',
        help: 'Never listed; an entry that would touch one, documented or not, is not made.',
      }),
      [],
    ),
  })
  .check(
    rule(['entries', 'ledger'], ({ entries, ledger }) =>
      entries === 'ledger' && ledger === undefined
        ? { path: ['ledger'], expected: 'the id of a ledger, since the entries are documented' }
        : undefined,
    ),
  );

export const addressBlocklist = defineStrategy({
  technique: 'addressBlocklist',
  title: 'Address blocklist',
  explanation: 'Drops everything to the listed addresses, whoever else is served from them.',
  sees: ['address'],
  parameters,
  begin(chosen, setting) {
    if (chosen.entries === 'ledger') {
      const documented = setting.ledgers.get(chosen.ledger ?? '') ?? [];
      return documentedKeeper(documented.filter(allowed(chosen.protectedPrefixes)), setting);
    }
    return huntingKeeper(chosen, setting);
  },
});

interface Window {
  readonly index: number;
  readonly fromTick: number;
  readonly untilTick: number;
}

/** Replays documented entries at their times, within the strategy's own window. */
function documentedKeeper(documented: readonly DocumentedEntry[], window: Window): ListKeeper {
  const startOf = (entry: DocumentedEntry) => Math.max(entry.fromTick, window.fromTick);
  const endOf = (entry: DocumentedEntry) => Math.min(entry.untilTick, window.untilTick);
  const entries = documented.filter((entry) => startOf(entry) < endOf(entry));
  const starts = entries.toSorted((a, b) => startOf(a) - startOf(b));
  const ends = entries.toSorted((a, b) => endOf(a) - endOf(b));
  const numberOf = new Map<DocumentedEntry, number>();
  let started = 0;
  let ended = 0;
  return {
    kind: 'list',
    discoveryPerHour: 0,
    keep(tick, _found, log) {
      for (let entry = ends[ended]; entry && endOf(entry) <= tick; entry = ends[++ended]) {
        const listed = numberOf.get(entry);
        if (listed !== undefined) log.unlist(listed, tick);
      }
      for (
        let entry = starts[started];
        entry && startOf(entry) <= tick;
        entry = starts[++started]
      ) {
        numberOf.set(entry, log.list(entry.first, entry.last, tick, window.index));
      }
    },
  };
}

/** Lists around what discovery found, every `releaseHours`; all entries go when the window ends. */
function huntingKeeper(
  chosen: z.infer<typeof parameters>,
  { observables, ...window }: Window & { observables: Observables },
): ListKeeper {
  const isAllowed = allowed(chosen.protectedPrefixes);
  const releaseTicks = Math.max(1, Math.round(chosen.releaseHours / observables.tickHours));
  const waiting: number[] = [];
  // Entries of one hunt have one length or are registered blocks: they are equal or apart.
  const entryOfFirst = new Map<number, number>();
  return {
    kind: 'list',
    discoveryPerHour: chosen.discoveryPerHour,
    keep(tick, found, log) {
      if (tick >= window.untilTick) return withdrawAll(entryOfFirst, tick, log);
      if (tick < window.fromTick) return;
      waiting.push(...found);
      if ((tick - window.fromTick) % releaseTicks !== 0) return;
      for (const address of waiting) {
        const prefix = prefixToList(address, chosen, observables);
        if (entryOfFirst.has(prefix.first)) continue;
        if (!isAllowed(prefix)) continue;
        const entry = log.list(prefix.first, prefix.last, tick, window.index);
        entryOfFirst.set(prefix.first, entry);
      }
      waiting.length = 0;
    },
  };
}

function withdrawAll(entryOfFirst: Map<number, number>, tick: number, log: ListingLog): void {
  for (const entry of entryOfFirst.values()) log.unlist(entry, tick);
  entryOfFirst.clear();
}

function prefixToList(
  address: number,
  chosen: { listAs: 'prefix' | 'registered'; prefixLength: number },
  observables: Observables,
): Prefix {
  if (chosen.listAs === 'prefix') return prefixAround(address, chosen.prefixLength);
  return registeredPrefix(address, observables) ?? prefixAround(address, 32);
}

/** The registered prefix that holds the address; undefined where nobody registered it. */
function registeredPrefix(address: number, observables: Observables): Prefix | undefined {
  const { rangeFirst, rangeLast } = observables;
  let low = 0;
  let high = rangeFirst.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rangeFirst[middle] as number) <= address) low = middle + 1;
    else high = middle;
  }
  const at = low - 1;
  if (at < 0 || (rangeLast[at] as number) < address) return undefined;
  return { first: rangeFirst[at] as number, last: rangeLast[at] as number };
}

/** May a prefix be listed, that is, does it touch none of the protected ones? */
function allowed(protectedPrefixes: readonly string[]): (prefix: Prefix) => boolean {
  const guarded = protectedPrefixes.flatMap((text) => {
    const parsed = parsePrefix(text);
    return parsed.ok ? [parsed.prefix] : [];
  });
  return ({ first, last }) => !guarded.some((guard) => guard.first <= last && first <= guard.last);
}
