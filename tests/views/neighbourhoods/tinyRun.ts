// Runs of the tiny world for the pictures.
import {
  planRun,
  type Run,
  run,
  type Scenario,
  type ScenarioFile,
  scenarioSchema,
  type WorldFile,
} from '../../../src/model/index.ts';
import { concernOfPools, drawnPools } from '../../../src/views/neighbourhoods/drawn.ts';
import { tinyScenario, tinyWorld } from '../../tinyWorld.ts';

/** Three days of the tiny world under one of its stacks, with changes to world or scenario. */
export function tinyRun(
  stack = 'ledger',
  world: WorldFile = tinyWorld(),
  changes: Partial<ScenarioFile> = {},
): Run {
  const file = scenarioSchema.parse({ ...tinyScenario(), ...changes, stack, world });
  const scenario: Scenario = { ...file, world };
  return run(scenario, 7, planRun(scenario));
}

/** What the layout wants to know of the scenario. */
export function castOf({ plan, scenario }: Run) {
  const told = { world: plan.world, ...scenarioParts(scenario) };
  return { drawn: drawnPools(told), concern: concernOfPools(told) };
}

function scenarioParts({ ledgers, countermeasures }: Scenario) {
  return { ledgers, countermeasures };
}
