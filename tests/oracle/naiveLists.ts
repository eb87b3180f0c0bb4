// The censor's lists, one plain entry after the other; what was listed at a time is a filter over them.
import { prefixAround } from '../../src/model/net/prefix.ts';
import type { PlugInEntry, Scenario } from '../../src/model/run/scenarioSchema.ts';
import { type Block, blockOf, holds, touches } from './blocks.ts';
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
  readonly entries: NaiveEntry[];
  /** Publishes and withdraws at `tick`, after `found` was discovered. */
  keep(tick: number, found: readonly number[]): void;
}

/** Is an entry on the list during a tick? None is while the list pauses. */
export function isOpen({ scope }: NaiveList, { from, until }: NaiveEntry, tick: number): boolean {
  return scope.inForce[tick] === true && from <= tick && tick < until;
}

/** Nested and doubled ones too. */
export function openEntries(list: NaiveList, tick: number): NaiveEntry[] {
  return list.entries.filter((entry) => isOpen(list, entry, tick));
}

export function listedBlocks(list: NaiveList, tick: number): Block[] {
  return openEntries(list, tick).map((entry) => entry.block);
}

interface ListParameters {
  readonly entries: 'ledger' | 'adaptive';
  readonly ledger?: string;
  readonly prefixLength: number;
  readonly listAs: 'prefix' | 'registered' | 'provider';
  readonly discoveryPerHour: number;
  readonly releaseHours: number;
  readonly escalateAfter: number;
  readonly escalateWithinHours: number;
  readonly unlistAfterHours: number;
  readonly pressurePerDay: number;
  readonly mistakes: readonly {
    readonly prefix: string;
    readonly afterHours: number;
    readonly forHours: number;
  }[];
  readonly protectedPrefixes: readonly string[];
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
  if (chosen.pressurePerDay > 0) throw new Error('the oracle knows no complaints');
  const isAllowed = (block: Block) =>
    !chosen.protectedPrefixes.some((text) => touches(blockOf(text), block));
  const entries = mistakesOf(chosen, scope, timing);
  const common = { strategy, id: entry.id, scope, entries };
  if (chosen.entries === 'ledger') {
    for (const { prefix, from, until } of scenario.ledgers[chosen.ledger ?? ''] ?? []) {
      if (!isAllowed(blockOf(prefix))) continue;
      entries.push({
        block: blockOf(prefix),
        from: tickOfText(from, timing),
        until: until === undefined ? Infinity : tickAfter(until, timing),
      });
    }
    return { ...common, discoveryPerHour: 0, keep() {} };
  }
  const keep = hunter(chosen, scope, timing, registered, isAllowed, entries);
  return { ...common, discoveryPerHour: chosen.discoveryPerHour, keep };
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

function hunter(
  chosen: ListParameters,
  scope: NaiveScope,
  { tickHours }: Timing,
  registered: readonly Registration[],
  isAllowed: (block: Block) => boolean,
  entries: NaiveEntry[],
): NaiveList['keep'] {
  const inTicks = (hours: number) => Math.round(hours / tickHours);
  const release = Math.max(1, inTicks(chosen.releaseHours));
  const within = Math.max(1, inTicks(chosen.escalateWithinHours));
  const lasts = chosen.unlistAfterHours === 0 ? Infinity : inTicks(chosen.unlistAfterHours);
  const waiting: number[] = [];
  const hunted: NaiveEntry[] = [];
  const finds: { readonly address: number; readonly tick: number }[] = [];
  const registrationOf = (address: number) =>
    registered.find(({ block }) => holds(block, address)) ?? {
      ...{ block: prefixAround(address, 32), provider: undefined },
    };
  /** Did so many finds in a block ever fall into one stretch of time? */
  const hasEscalated = (block: Block) => {
    const times = finds.filter(({ address }) => holds(block, address)).map(({ tick }) => tick);
    const k = chosen.escalateAfter;
    return k > 0 && times.some((_, i) => (times[i + k - 1] ?? Infinity) - (times[i] ?? 0) < within);
  };
  const blocksFor = (address: number): Block[] => {
    const { block, provider } = registrationOf(address);
    if (chosen.listAs === 'registered' || provider === undefined) {
      return chosen.listAs === 'prefix' ? [prefixAround(address, chosen.prefixLength)] : [block];
    }
    if (chosen.listAs === 'provider') {
      return registered.filter((one) => one.provider === provider).map((one) => one.block);
    }
    const prefix = prefixAround(address, chosen.prefixLength);
    const isWider = block.last - block.first > prefix.last - prefix.first;
    return [isWider && isAllowed(block) && hasEscalated(block) ? block : prefix];
  };
  return (tick, found) => {
    if (!scope.inForce[tick]) return;
    // What waits to be published is known: to meet it again is no find.
    const fresh = [...new Set(found)].filter((address) => !waiting.includes(address));
    waiting.push(...fresh);
    finds.push(...fresh.map((address) => ({ address, tick })));
    if ((tick - scope.from) % release !== 0) return;
    for (const block of waiting.splice(0).flatMap(blocksFor).filter(isAllowed)) {
      const open = hunted.find(
        (old) =>
          old.block.first === block.first && old.block.last === block.last && tick < old.until,
      );
      if (open) open.until = tick + lasts;
      else {
        const listed = { block, from: tick, until: tick + lasts };
        hunted.push(listed);
        entries.push(listed);
      }
    }
  };
}
