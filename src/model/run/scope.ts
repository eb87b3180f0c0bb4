// When and where a strategy or countermeasure is in force, as columns.
import type { Scope } from '../strategies/strategy.ts';
import type { Plan } from './runState.ts';
import type { PlugInEntry, Scenario } from './scenarioSchema.ts';
import { isEver, type Span, spanOf } from './span.ts';
import { touchesWeekly } from './weekly.ts';

const MS_PER_HOUR = 3_600_000;

/**
 * What began before the run begins with it; an entry is in force in each tick that its window touches.
 * One that is never in force begins and ends with the end of the run.
 * @throws Error on what the scenario check would have refused.
 */
export function scopeOf(plan: Plan, scenario: Scenario, entry: PlugInEntry): Scope {
  const span = spanOf(scenario, entry);
  const isInForceOfTick = Uint8Array.from({ length: plan.ticks }, (_, tick) =>
    touches(plan, within(plan, tick, span), entry) ? 1 : 0,
  );
  const first = isInForceOfTick.indexOf(1);
  return {
    fromTick: first < 0 ? plan.ticks : first,
    untilTick: first < 0 ? plan.ticks : isInForceOfTick.lastIndexOf(1) + 1,
    isInForceOfTick,
    appliesToNetwork: networksOf(plan, entry),
  };
}

/** The part of a tick that lies in a span. */
function within({ startMs, tickHours }: Plan, tick: number, span: Span): Span {
  const tickMs = Math.round(tickHours * MS_PER_HOUR);
  const from = startMs + tick * tickMs;
  return { from: Math.max(from, span.from), to: Math.min(from + tickMs, span.to) };
}

function touches({ world }: Plan, part: Span, entry: PlugInEntry): boolean {
  if (!isEver(part)) return false;
  const weekly = entry.window?.weekly;
  return weekly === undefined || touchesWeekly(part, weekly, world.utcOffsetHours);
}

function networksOf({ world }: Plan, { networks, regions }: PlugInEntry): Uint8Array {
  return Uint8Array.from(world.networks.ids, (id, network) => {
    const region = world.networks.regionOfNetwork[network];
    const isNamed = networks === undefined || networks.includes(id);
    const isInRegion = regions === undefined || (region !== undefined && regions.includes(region));
    return isNamed && isInRegion ? 1 : 0;
  });
}
