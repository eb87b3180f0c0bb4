// The event log of a run: what happened, in order, as data that reads as a story.
import { DOWN_SHARE, HIT_SHARE, lostShare } from '../metrics/tally.ts';
import { formatAddress } from '../net/address.ts';
import { formatPrefix } from '../net/prefix.ts';
import { STILL_LISTED } from '../strategies/listingLog.ts';
import { ladderEvents } from './ladderEvents.ts';
import type { Run } from './run.ts';

export type StoryKind =
  | 'step'
  | 'began'
  | 'ended'
  | 'listed'
  | 'unlisted'
  | 'hopped'
  | 'evicted'
  | 'migrated'
  | 'hit'
  | 'down'
  | 'recovered';

export interface StoryEvent {
  readonly tick: number;
  readonly kind: StoryKind;
  /** Id of the strategy or service that the event is about, or the prefix. */
  readonly subject: string;
  /** The rest of the sentence, with its numbers. */
  readonly detail: string;
}

/** All events of a run, by tick; within one, causes before effects. */
export function storyOf(run: Run): StoryEvent[] {
  const order: StoryKind[] = [
    'step',
    'began',
    'ended',
    'listed',
    'unlisted',
    'hopped',
    'evicted',
    'migrated',
    'hit',
    'down',
    'recovered',
  ];
  return [
    ...ladder(run),
    ...windows(run),
    ...listings(run),
    ...hops(run),
    ...serviceTurns(run),
  ].sort((a, b) => a.tick - b.tick || order.indexOf(a.kind) - order.indexOf(b.kind));
}

function ladder({ plan, scenario }: Run): StoryEvent[] {
  return ladderEvents(plan, scenario).map((event) => ({ ...event, kind: 'step' }));
}

/** When strategies begin and end, each time anew where their windows recur. */
function windows({ stack, plan }: Run): StoryEvent[] {
  return stack.flatMap(({ id, title, run, isInForceOfTick }) => {
    // What is switched off, or does nothing, neither begins nor ends.
    if (run.kind === 'idle') return [];
    const events: StoryEvent[] = [];
    for (let tick = 0; tick < plan.ticks; tick++) {
      const now = isInForceOfTick[tick];
      if (now === (isInForceOfTick[tick - 1] ?? 0)) continue;
      events.push({ tick, kind: now ? 'began' : 'ended', subject: id, detail: title });
    }
    return events;
  });
}

function listings(run: Run): StoryEvent[] {
  return run.listings.flatMap((entry) => {
    const subject = formatPrefix(entry.first, entry.last);
    const detail = `${entry.last - entry.first + 1} addresses, by ${run.stack[entry.strategy]?.id ?? ''}`;
    const events: StoryEvent[] = [{ tick: entry.fromTick, kind: 'listed', subject, detail }];
    if (entry.untilTick !== STILL_LISTED && entry.untilTick < run.plan.ticks) {
      const why = entry.why === 'complaints' ? ', because of complaints' : '';
      events.push({ tick: entry.untilTick, kind: 'unlisted', subject, detail: `${detail}${why}` });
    }
    return events;
  });
}

function hops(run: Run): StoryEvent[] {
  const { placements, services } = run.plan.world;
  const kindOf = { listed: 'hopped', evicted: 'evicted', migrated: 'migrated' } as const;
  return run.hops.map(({ tick, placement, from, to, why }) => ({
    tick,
    kind: kindOf[why],
    subject: services.ids[placements.serviceOfPlacement[placement]!]!,
    detail: `${formatAddress(from)} → ${formatAddress(to)}`,
  }));
}

/** When named services start to lose 5 % and 50 % of their sessions, and when they stop. */
function serviceTurns({ tally, plan }: Run): StoryEvent[] {
  const events: StoryEvent[] = [];
  for (let service = 0; service < tally.firstTail; service++) {
    const subject = plan.world.services.ids[service]!;
    let before = 0;
    for (let tick = 0; tick < tally.ticks; tick++) {
      if (tick > 0 && tally.rowOfTick[tick] === tally.rowOfTick[tick - 1]) continue;
      const share = lostShare(tally, tally.rowOfTick[tick]!, service);
      const kind = turn(before, share);
      const detail = `loses ${(100 * share).toFixed(1)} % of its sessions`;
      if (kind) events.push({ tick, kind, subject, detail });
      before = share;
    }
  }
  return events;
}

function turn(before: number, now: number): StoryKind | undefined {
  if (before < DOWN_SHARE && now >= DOWN_SHARE) return 'down';
  if (before < HIT_SHARE && now >= HIT_SHARE) return 'hit';
  if (before >= HIT_SHARE && now < HIT_SHARE) return 'recovered';
  return undefined;
}
