// Scenarios of the tiny world, checked and ready to run, and how to ask a run about one service.
import type { Run } from '../../../src/model/run/run.ts';
import { type Scenario, scenarioSchema } from '../../../src/model/run/scenarioSchema.ts';
import { tinyScenario, tinyWorld } from '../../tinyWorld.ts';

/** The tiny scenario with some of its keys replaced; anything the schema accepts. */
export function tiny(changes: Readonly<Record<string, unknown>> = {}): Scenario {
  return scenarioSchema.parse({ ...tinyScenario(tinyWorld()), ...changes }) as Scenario;
}

type Entry = Readonly<Record<string, unknown>>;

/** The tiny scenario under a stack of its own. */
export function tinyUnder(strategies: readonly Entry[], changes: Entry = {}): Scenario {
  const stacks = [{ id: 'own', title: 'Own', summary: 'Own.', strategies }];
  return tiny({ stack: 'own', stacks, ...changes });
}

/** The share of a service's sessions that a run loses in a tick, by strategy or all together. */
export function lostShareOf({ plan, tally }: Run, id: string, tick: number, strategy?: number) {
  const service = plan.world.services.ids.indexOf(id);
  const at = (tally.rowOfTick[tick]! * tally.services + service) * tally.strategies;
  const lost = tally.lostOfRow.subarray(at, at + tally.strategies);
  const taken = strategy === undefined ? lost.reduce((sum, one) => sum + one, 0) : lost[strategy]!;
  return taken / tally.demandOfService[service]!;
}

/** Lost sessions a day, for every tick, service and strategy: all that must be equal to the bit. */
export function lossesOf({ tally, plan }: Run): Map<string, Float64Array> {
  const row = tally.services * tally.strategies;
  return new Map(
    plan.world.services.ids.map((id, service) => {
      const ofTicks = new Float64Array(tally.ticks * tally.strategies);
      for (let tick = 0; tick < tally.ticks; tick++) {
        const at = tally.rowOfTick[tick]! * row + service * tally.strategies;
        ofTicks.set(tally.lostOfRow.subarray(at, at + tally.strategies), tick * tally.strategies);
      }
      return [id, ofTicks];
    }),
  );
}
