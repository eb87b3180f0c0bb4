// When and where a strategy or countermeasure is in force, as columns.
import type { Scope } from '../strategies/strategy.ts';
import type { Plan } from './runState.ts';
import type { PlugInEntry, Scenario } from './scenarioSchema.ts';
import { type Span, spanOf } from './span.ts';
import { touchesWeekly } from './weekly.ts';

const MS_PER_HOUR = 3_600_000;

/**
 * What began before the run begins with it; an entry is in force in each tick that its window touches.
 * One that is never in force begins and ends with the end of the run.
 * @throws Error on what the scenario check would have refused.
 */
export function scopeOf(plan: Plan, scenario: Scenario, entry: PlugInEntry): Scope {
  const span = spanOf(scenario, entry);
  const isInForceOfTick = new Uint8Array(plan.ticks);
  markTicks(plan, span, entry.window?.weekly, isInForceOfTick);
  const first = isInForceOfTick.indexOf(1);
  return {
    fromTick: first < 0 ? plan.ticks : first,
    untilTick: first < 0 ? plan.ticks : isInForceOfTick.lastIndexOf(1) + 1,
    isInForceOfTick,
    appliesToNetwork: networksOf(plan, entry),
  };
}

/** Marks each tick of which a part lies in the span and, where hours of the week are named, in one of those. */
function markTicks(
  { startMs, tickHours, world }: Plan,
  span: Span,
  weekly: NonNullable<PlugInEntry['window']>['weekly'],
  isInForceOfTick: Uint8Array,
): void {
  const tickMs = Math.round(tickHours * MS_PER_HOUR);
  for (let tick = 0; tick < isInForceOfTick.length; tick++) {
    const begins = startMs + tick * tickMs;
    const from = Math.max(begins, span.from);
    const to = Math.min(begins + tickMs, span.to);
    if (from >= to) continue;
    if (weekly === undefined || touchesWeekly({ from, to }, weekly, world.utcOffsetHours)) {
      isInForceOfTick[tick] = 1;
    }
  }
}

function networksOf({ world }: Plan, { networks, regions }: PlugInEntry): Uint8Array {
  return Uint8Array.from(world.networks.ids, (id, network) => {
    const region = world.networks.regionOfNetwork[network];
    const isNamed = networks === undefined || networks.includes(id);
    const isInRegion = regions === undefined || (region !== undefined && regions.includes(region));
    return isNamed && isInRegion ? 1 : 0;
  });
}
