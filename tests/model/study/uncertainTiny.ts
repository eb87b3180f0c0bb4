// The tiny scenario with uncertain inputs: a parameter of the hunt, one of the hopping, two of the world.

import type { Scenario } from '../../../src/model/run/scenarioSchema.ts';
import { type Input, uncertainInputs } from '../../../src/model/study/inputs.ts';
import { tinyHopping, tinyScenario, tinyWorldWithoutTail } from '../../tinyWorld.ts';
import { tiny } from '../run/tinyRun.ts';

const assumed = 'Chosen so that results can be worked out on paper.';

/** The uncertain input of a scenario whose path has this key. */
export function inputNamed(scenario: Scenario, key: string): Input {
  const found = uncertainInputs(scenario).find(({ path }) => path.includes(key));
  if (!found) throw new Error(`there is no input ${key}`);
  return found;
}

/** No long tail, so that documented entries leave nothing to chance. Hunting is chosen; the hunt finds 0.1 … 0.2 … 0.4 an hour, mapper has 2,000 … 4,000 … 8,000 users. */
export function uncertainTiny(changes: Readonly<Record<string, unknown>> = {}): Scenario {
  const world = tinyWorldWithoutTail();
  const { stacks } = tinyScenario();
  return tiny({
    stack: 'adaptive',
    world: {
      ...world,
      services: world.services.map((service) =>
        service.id === 'mapper'
          ? { ...service, users: { ...service.users, low: 2000, high: 8000 } }
          : service,
      ),
      networks: world.networks.map((network) =>
        network.id === 'fixed'
          ? { ...network, completeness: { ...network.completeness, high: 0.9 } }
          : network,
      ),
    },
    stacks: stacks.map((stack) => ({
      ...stack,
      strategies: stack.strategies.map((entry) =>
        entry.id === 'hunt'
          ? {
              ...entry,
              bases: {
                discoveryPerHour: { low: 0.1, high: 0.4, assumed },
                prefixLength: { low: 24, high: 28, assumed },
              },
            }
          : entry,
      ),
    })),
    countermeasures: [
      {
        ...tinyHopping(),
        bases: { hopDelayHours: { high: 6, assumed }, newsDelayHours: { assumed } },
      },
    ],
    ...changes,
  });
}
