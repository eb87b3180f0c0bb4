// Which entries came off the lists because too many people complained about them.
import { formatPrefix, type Listing, momentOfTick, type Run } from '../model/index.ts';

/** The first to come off first; of those that came off at any time up to and with a tick. */
export function relievedEntries({ listings }: Run, tick: number): Listing[] {
  return listings
    .filter(({ why, untilTick }) => why === 'complaints' && untilTick <= tick)
    .sort((a, b) => a.untilTick - b.untilTick || a.first - b.first);
}

/** Over the whole run, as data. */
export function describeRelieved(run: Run) {
  const { plan, stack } = run;
  return relievedEntries(run, plan.ticks - 1).map(
    ({ first, last, fromTick, untilTick, strategy }) => ({
      prefix: formatPrefix(first, last),
      strategy: stack[strategy]?.id ?? '',
      listed: momentOfTick(plan, fromTick),
      unlisted: momentOfTick(plan, untilTick),
    }),
  );
}
