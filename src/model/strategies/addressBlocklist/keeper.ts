// One list from tick to tick: what is given beforehand, what a hunt adds, what age and complaints take off.
import { parsePrefix } from '../../net/prefix.ts';
import { ticksBetween } from '../../time.ts';
import { actionOf } from '../actionParameters.ts';
import type { DocumentedEntry, ListKeeper, StrategySetting } from '../strategy.ts';
import { createEscalation } from './escalation.ts';
import { type HeldEntries, holdEntries } from './heldEntries.ts';
import { createHunt, type Hunt } from './hunt.ts';
import type { Chosen } from './parameters.ts';
import { feelPressure, type Pressure } from './pressure.ts';
import { keepsClearOf } from './protected.ts';
import { followTimetable } from './timetable.ts';

export function createKeeper(chosen: Chosen, setting: StrategySetting): ListKeeper {
  const inTicks = atLeastOneTick(setting);
  const held = holdEntries(setting.index);
  const given = givenEntries(chosen, setting);
  const timetable = followTimetable(given, setting, held);
  const pressure = feelPressure(
    {
      perDay: chosen.pressurePerDay,
      ticks: inTicks(chosen.pressureHours),
      mercyTicks: Math.round(chosen.mercyHours / setting.observables.tickHours),
    },
    held,
  );
  const hunt =
    chosen.entries === 'adaptive' ? beginHunt(chosen, setting, held, pressure) : undefined;
  // Documents have their own times, and no releases to wait for.
  const releaseTicks = hunt ? inTicks(chosen.releaseHours) : 1;
  return {
    kind: 'list',
    discoveryPerHour: hunt ? chosen.discoveryPerHour : 0,
    action: actionOf(chosen),
    keep(tick, found, log, complaints) {
      const inForce = setting.isInForceOfTick[tick] === 1;
      const isRelease = inForce && (tick - setting.fromTick) % releaseTicks === 0;
      pressure.hear(complaints);
      timetable.end(tick, log);
      hunt?.expire(tick, log);
      if (isRelease) pressure.relieve(tick, log);
      held.putInForce(inForce, tick, log);
      timetable.begin(tick, log);
      if (inForce) hunt?.note(tick, found);
      if (isRelease) hunt?.release(tick, log);
    },
  };
}

/** Hours as whole ticks, at least one. */
function atLeastOneTick({ observables }: StrategySetting): (hours: number) => number {
  return (hours) => Math.max(1, Math.round(hours / observables.tickHours));
}

function beginHunt(
  chosen: Chosen,
  setting: StrategySetting,
  held: HeldEntries,
  pressure: Pressure,
): Hunt {
  const inTicks = atLeastOneTick(setting);
  const { listAs, prefixLength, unlistAfterHours } = chosen;
  const ageTicks = unlistAfterHours === 0 ? Number.POSITIVE_INFINITY : inTicks(unlistAfterHours);
  const isAllowed = keepsClearOf(chosen.protectedPrefixes);
  const escalation = createEscalation(chosen.escalateAfter, inTicks(chosen.escalateWithinHours));
  const { observables } = setting;
  return createHunt(
    { listAs, prefixLength, ageTicks, isAllowed },
    { observables, escalation, pressure, held },
  );
}

/** The documented entries, if the list replays any, and the mistakes, without what is spared. */
function givenEntries(chosen: Chosen, setting: StrategySetting): readonly DocumentedEntry[] {
  const documented =
    chosen.entries === 'ledger' ? (setting.ledgers.get(chosen.ledger ?? '') ?? []) : [];
  // As it stands, a document is known from the runs before.
  if (chosen.mistakes.length + chosen.protectedPrefixes.length === 0) return documented;
  const given = [...documented, ...mistakenEntries(chosen, setting)];
  return given.filter(keepsClearOf(chosen.protectedPrefixes));
}

const MS_PER_HOUR = 3_600_000;

/** A mistake counts in every tick in which it stands at any time, like a documented entry. */
function mistakenEntries(
  { mistakes }: Chosen,
  { fromTick, observables }: StrategySetting,
): DocumentedEntry[] {
  const ticksIn = (hours: number) =>
    ticksBetween(0, Math.round(hours * MS_PER_HOUR), observables.tickHours);
  return mistakes.map(({ prefix, afterHours, forHours }) => {
    const parsed = parsePrefix(prefix);
    if (!parsed.ok) throw new Error(parsed.reason);
    return {
      ...parsed.prefix,
      fromTick: fromTick + Math.floor(ticksIn(afterHours)),
      untilTick: fromTick + Math.ceil(ticksIn(afterHours + forHours)),
    };
  });
}
