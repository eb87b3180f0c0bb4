// When and where a strategy or countermeasure is in force, as columns.
import type { Scope } from '../strategies/strategy.ts';
import { parseMoment, ticksBetween } from '../time.ts';
import type { Plan } from './runState.ts';
import type { PlugInEntry, Scenario } from './scenarioSchema.ts';

/**
 * What began before the run begins with it; an entry is in force in each tick that its window touches.
 * @throws Error on what the scenario check would have refused.
 */
export function scopeOf(plan: Plan, scenario: Scenario, entry: PlugInEntry): Scope {
  const { from, to } = entry.window ?? {};
  const fromTick = from === undefined ? 0 : Math.max(0, Math.floor(ticksUntil(plan, from)));
  const untilTick = to === undefined ? plan.ticks : Math.ceil(ticksUntil(plan, to));
  void scenario;
  return {
    fromTick,
    untilTick,
    isInForceOfTick: Uint8Array.from({ length: plan.ticks }, (_, tick) =>
      fromTick <= tick && tick < untilTick ? 1 : 0,
    ),
    appliesToNetwork: networksOf(plan, entry),
  };
}

function networksOf({ world }: Plan, { networks, regions }: PlugInEntry): Uint8Array {
  return Uint8Array.from(world.networks.ids, (id, network) => {
    const region = world.networks.regionOfNetwork[network];
    const isNamed = networks === undefined || networks.includes(id);
    const isInRegion = regions === undefined || (region !== undefined && regions.includes(region));
    return isNamed && isInRegion ? 1 : 0;
  });
}

function ticksUntil({ startMs, tickHours }: Plan, text: string): number {
  const moment = parseMoment(text);
  if (moment === undefined) throw new Error(`"${text}" is not a moment`);
  return ticksBetween(startMs, moment, tickHours);
}
