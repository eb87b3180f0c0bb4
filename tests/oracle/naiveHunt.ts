// The hunt of a list, find after find: when what was found is published, as what, and for how long.
import { prefixAround } from '../../src/model/net/prefix.ts';
import { type Block, holds, isInside } from './blocks.ts';
import type { ListParameters, NaiveEntry, Registration } from './naiveLists.ts';
import type { NaiveScope, Timing } from './naiveScope.ts';

/** @param given entries that were complained of for too long: they come off at a release */
type Hunt = (tick: number, found: readonly number[], given: readonly NaiveEntry[]) => void;

export function beginHunt(
  chosen: ListParameters,
  scope: NaiveScope,
  { tickHours }: Timing,
  registered: readonly Registration[],
  isAllowed: (block: Block) => boolean,
  entries: NaiveEntry[],
): Hunt {
  // Nothing is too short to count.
  const inTicks = (hours: number) => Math.max(1, Math.round(hours / tickHours));
  const release = inTicks(chosen.releaseHours);
  const within = inTicks(chosen.escalateWithinHours);
  const lasts = chosen.unlistAfterHours === 0 ? Infinity : inTicks(chosen.unlistAfterHours);
  const mercy = Math.round(chosen.mercyHours / tickHours);
  const spared: { readonly block: Block; readonly until: number }[] = [];
  const isSpared = (block: Block, tick: number) =>
    spared.some((one) => tick < one.until && isInside(block, one.block));
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
  return (tick, found, given) => {
    if (!scope.inForce[tick]) return;
    const isRelease = (tick - scope.from) % release === 0;
    for (const entry of isRelease ? given : []) {
      entry.until = tick;
      spared.push({ block: entry.block, until: tick + mercy });
    }
    // What waits to be published is known: to meet it again is no find.
    const fresh = [...new Set(found)].filter(
      (address) => !waiting.includes(address) && !isSpared({ first: address, last: address }, tick),
    );
    waiting.push(...fresh);
    finds.push(...fresh.map((address) => ({ address, tick })));
    if (!isRelease) return;
    for (const block of waiting.splice(0).flatMap(blocksFor).filter(isAllowed)) {
      if (isSpared(block, tick)) continue;
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
