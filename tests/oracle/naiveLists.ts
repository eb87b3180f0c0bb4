// The censor's lists, one plain entry after the other; what was listed at a time is a filter over them.
import { prefixAround } from '../../src/model/net/prefix.ts';
import type { PlugInEntry, Scenario } from '../../src/model/run/scenarioSchema.ts';
import { type Block, blockOf, holds, touches } from './blocks.ts';
import { type NaiveScope, type Timing, tickAfter, tickOfText } from './naiveScope.ts';

export interface NaiveEntry {
  readonly block: Block;
  readonly from: number;
  readonly until: number;
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
  readonly listAs: 'prefix' | 'registered';
  readonly discoveryPerHour: number;
  readonly releaseHours: number;
  readonly protectedPrefixes: readonly string[];
}

export function beginList(
  entry: PlugInEntry,
  strategy: number,
  scope: NaiveScope,
  scenario: Scenario,
  timing: Timing,
  registered: readonly Block[],
): NaiveList {
  const chosen = entry.parameters as unknown as ListParameters;
  if (chosen.entries === 'ledger') {
    const listed = (scenario.ledgers[chosen.ledger ?? ''] ?? []).filter(
      ({ prefix }) =>
        !chosen.protectedPrefixes.some((text) => touches(blockOf(text), blockOf(prefix))),
    );
    const entries = listed.map(({ prefix, from, until }) => ({
      block: blockOf(prefix),
      from: tickOfText(from, timing),
      until: until === undefined ? Infinity : tickAfter(until, timing),
    }));
    return { strategy, id: entry.id, scope, discoveryPerHour: 0, entries, keep() {} };
  }
  const entries: NaiveEntry[] = [];
  const waiting: number[] = [];
  const release = Math.max(1, Math.round(chosen.releaseHours / timing.tickHours));
  return {
    strategy,
    id: entry.id,
    scope,
    discoveryPerHour: chosen.discoveryPerHour,
    entries,
    keep(tick, found) {
      if (!scope.inForce[tick]) return;
      waiting.push(...found);
      if ((tick - scope.from) % release !== 0) return;
      for (const address of waiting.splice(0)) {
        const block =
          chosen.listAs === 'prefix'
            ? prefixAround(address, chosen.prefixLength)
            : (registered.find((one) => holds(one, address)) ?? prefixAround(address, 32));
        const isProtected = chosen.protectedPrefixes.some((text) => touches(blockOf(text), block));
        const isListed = entries.some(
          (old) => old.block.first <= block.first && block.last <= old.block.last,
        );
        if (!isProtected && !isListed) entries.push({ block, from: tick, until: Infinity });
      }
    },
  };
}
