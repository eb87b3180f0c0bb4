// The tiny world as a file, and tiny scenarios as text with something changed.
import type { Scenario } from '../../src/model/index.ts';
import type { Problem } from '../../src/scenario/problem.ts';
import { readScenario, type WorldShelf } from '../../src/scenario/readScenario.ts';
import { tinyHopping, tinyScenario, tinyWorld } from '../tinyWorld.ts';

/** Plain data that a test may spoil as it likes. */
export type Spoilt = any;

export const tinyShelf: WorldShelf = {
  worldText: (id) => (id === 'tiny' ? JSON.stringify(tinyWorld()) : undefined),
  knownWorlds: ['tiny', 'russia-2018'],
};

/** A valid scenario with hopping and the world inlined, as plain data of its own. */
export function plainScenario(): Spoilt {
  return structuredClone({ ...tinyScenario(tinyWorld()), countermeasures: [tinyHopping()] });
}

/** The problems of the scenario after `spoil` has changed it. */
export function problemsAfter(spoil: (scenario: Spoilt) => void): readonly Problem[] {
  const scenario = plainScenario();
  spoil(scenario);
  const reading = readScenario(JSON.stringify(scenario), tinyShelf);
  return reading.ok ? [] : reading.errors;
}

/** The checked scenario, hopping switched on. */
export function checkedScenario(): Scenario {
  const reading = readScenario(JSON.stringify(plainScenario()), tinyShelf);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.scenario;
}
