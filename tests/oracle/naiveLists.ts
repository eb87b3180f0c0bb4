// The censor's lists, one plain entry after the other; what was listed at a time is a filter over them.
import type { PlugInEntry, Scenario } from '../../src/model/run/scenarioSchema.ts';
import type { Action } from '../../src/model/strategies/strategy.ts';
import { type Block, blockOf, touches } from './blocks.ts';
import type { About } from './naiveComplaints.ts';
import { beginHunt } from './naiveHunt.ts';
import { beginListening, type PressureParameters } from './naivePressure.ts';
import { type NaiveScope, type Timing, tickAfter, tickOfText } from './naiveScope.ts';

export interface NaiveEntry {
  readonly block: Block;
  readonly from: number;
  until: number;
}

export interface NaiveList {
  readonly strategy: number;
  readonly id: string;
  readonly scope: NaiveScope;
  readonly discoveryPerHour: number;
  /** What happens to flows to a listed address. */
  readonly action: Action;
  readonly entries: NaiveEntry[];
  /** Publishes and withdraws at `tick`, after `found` was discovered and the office was told. */
  keep(tick: number, found: readonly number[], about: About): void;
}

/** Is an entry on the list during a tick? None is while the list pauses. */
export function isOpen(
  { scope }: Pick<NaiveList, 'scope'>,
  { from, until }: NaiveEntry,
  tick: number,
): boolean {
  return scope.inForce[tick] === true && from <= tick && tick < until;
}

/** Nested and doubled ones too. */
export function openEntries(list: NaiveList, tick: number): NaiveEntry[] {
  return list.entries.filter((entry) => isOpen(list, entry, tick));
}

export function listedBlocks(list: NaiveList, tick: number): Block[] {
  return openEntries(list, tick).map((entry) => entry.block);
}

export interface ListParameters extends PressureParameters {
  readonly entries: 'ledger' | 'adaptive';
  readonly ledger?: string;
  readonly prefixLength: number;
  readonly listAs: 'prefix' | 'registered' | 'provider';
  readonly discoveryPerHour: number;
  readonly releaseHours: number;
  readonly escalateAfter: number;
  readonly escalateWithinHours: number;
  readonly unlistAfterHours: number;
  readonly mercyHours: number;
  readonly mistakes: readonly {
    readonly prefix: string;
    readonly afterHours: number;
    readonly forHours: number;
  }[];
  readonly protectedPrefixes: readonly string[];
  readonly action: Action['kind'];
  readonly kilobitsPerSecond: number;
  readonly kilobytes: number;
}

/** A registered prefix, and who registered it. */
export interface Registration {
  readonly block: Block;
  readonly provider: string;
}

export function beginList(
  entry: PlugInEntry,
  strategy: number,
  scope: NaiveScope,
  scenario: Scenario,
  timing: Timing,
  registered: readonly Registration[],
): NaiveList {
  const chosen = entry.parameters as unknown as ListParameters;
  const isAllowed = (block: Block) =>
    !chosen.protectedPrefixes.some((text) => touches(blockOf(text), block));
  const entries = mistakesOf(chosen, scope, timing);
  const { action: kind, kilobitsPerSecond, kilobytes } = chosen;
  const action: Action = { kind, kilobitsPerSecond, kilobytes };
  const list = { strategy, id: entry.id, scope, entries, action };
  const listen = beginListening(chosen, timing.tickHours, entries, (one, tick) =>
    isOpen(list, one, tick),
  );
  if (chosen.entries === 'ledger') {
    for (const { prefix, from, until } of scenario.ledgers[chosen.ledger ?? ''] ?? []) {
      if (!isAllowed(blockOf(prefix))) continue;
      entries.push({
        block: blockOf(prefix),
        from: tickOfText(from, timing),
        until: until === undefined ? Infinity : tickAfter(until, timing),
      });
    }
    const keep: NaiveList['keep'] = (tick, _, about) => {
      const given = listen(tick, about);
      if (scope.inForce[tick]) for (const one of given) one.until = tick;
    };
    return { ...list, discoveryPerHour: 0, keep };
  }
  const hunt = beginHunt(chosen, scope, timing, registered, isAllowed, entries);
  const keep: NaiveList['keep'] = (tick, found, about) => hunt(tick, found, listen(tick, about));
  return { ...list, discoveryPerHour: chosen.discoveryPerHour, keep };
}

/** In hours from the beginning of the window; any time of a tick counts for the whole tick. */
function mistakesOf(
  { mistakes }: ListParameters,
  { from }: NaiveScope,
  { tickHours }: Timing,
): NaiveEntry[] {
  return mistakes.map(({ prefix, afterHours, forHours }) => ({
    block: blockOf(prefix),
    from: from + Math.floor(afterHours / tickHours),
    until: from + Math.ceil((afterHours + forHours) / tickHours),
  }));
}
