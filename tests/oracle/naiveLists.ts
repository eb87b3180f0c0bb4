// The censor's lists, one plain entry after the other; what was listed at a time is a filter over them.
import { prefixAround } from '../../src/model/net/prefix.ts';
import type { PlugInEntry, Scenario } from '../../src/model/run/scenarioSchema.ts';
import { parseMoment } from '../../src/model/time.ts';
import { type Block, blockOf, holds, touches } from './blocks.ts';

export interface NaiveEntry {
  readonly block: Block;
  readonly from: number;
  until: number;
}

export interface NaiveList {
  readonly strategy: number;
  readonly id: string;
  readonly discoveryPerHour: number;
  readonly entries: NaiveEntry[];
  /** Publishes and withdraws at `tick`, after `found` was discovered. */
  keep(tick: number, found: readonly number[]): void;
}

export interface Timing {
  readonly startMs: number;
  readonly tickHours: number;
  readonly ticks: number;
}

export function tickOfText(text: string, { startMs, tickHours }: Timing): number {
  return Math.floor(((parseMoment(text) as number) - startMs) / (3_600_000 * tickHours));
}

/** The first tick that begins when it is over. */
function tickAfter(text: string, timing: Timing): number {
  const begun = tickOfText(text, timing);
  const beginsAt = timing.startMs + begun * timing.tickHours * 3_600_000;
  return (parseMoment(text) as number) > beginsAt ? begun + 1 : begun;
}

export function windowOf({ window }: PlugInEntry, timing: Timing): { from: number; to: number } {
  const from = window?.from === undefined ? 0 : tickOfText(window.from, timing);
  const to = window?.to === undefined ? timing.ticks : tickAfter(window.to, timing);
  return { from: Math.max(0, from), to };
}

/** The blocks on a list during a tick, nested and doubled ones too. */
export function listedBlocks(list: NaiveList, tick: number): Block[] {
  return list.entries
    .filter((entry) => entry.from <= tick && tick < entry.until)
    .map((entry) => entry.block);
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
  scenario: Scenario,
  timing: Timing,
  registered: readonly Block[],
): NaiveList {
  const chosen = entry.parameters as unknown as ListParameters;
  const window = windowOf(entry, timing);
  if (chosen.entries === 'ledger') {
    const listed = (scenario.ledgers[chosen.ledger ?? ''] ?? []).filter(
      ({ prefix }) =>
        !chosen.protectedPrefixes.some((text) => touches(blockOf(text), blockOf(prefix))),
    );
    const entries = listed.map(({ prefix, from, until }) => ({
      block: blockOf(prefix),
      from: Math.max(tickOfText(from, timing), window.from),
      until: Math.min(until === undefined ? Infinity : tickAfter(until, timing), window.to),
    }));
    return { strategy, id: entry.id, discoveryPerHour: 0, entries, keep() {} };
  }
  const entries: NaiveEntry[] = [];
  const waiting: number[] = [];
  const release = Math.max(1, Math.round(chosen.releaseHours / timing.tickHours));
  return {
    strategy,
    id: entry.id,
    discoveryPerHour: chosen.discoveryPerHour,
    entries,
    keep(tick, found) {
      if (tick >= window.to) for (const old of entries) old.until = Math.min(old.until, window.to);
      if (tick < window.from || tick >= window.to) return;
      waiting.push(...found);
      if ((tick - window.from) % release !== 0) return;
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
