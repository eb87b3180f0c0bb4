// What somebody could write after --by, from the scenario at hand: a number that may go to both its ends.
import { type Scenario, strategies } from '../model/index.ts';
import { parametersOfUse } from '../scenario/parameterWords.ts';
import { BadInput } from './badInput.ts';
import { readLever } from './studyPaths.ts';

const mostExamples = 2;

interface Example {
  /** `stack:path` */
  readonly lever: string;
  /** How much the file makes of the number: it says why it is so, or at least that it is not the usual one. */
  readonly weight: number;
}

/** Such as `adaptive:hunt.prefixLength,dpi:boxes.threshold`; undefined when no stack has such a number. */
export function exampleOfLevers(
  scenario: Scenario,
  reference: string | undefined,
): string | undefined {
  const examples = scenario.stacks
    .filter(({ id }) => id !== reference)
    .flatMap(({ id }) => bestExample(scenario, id) ?? []);
  const telling = examples.filter(({ weight }) => weight > 0);
  const chosen = heaviestFirst(telling.length > 0 ? telling : examples).slice(0, mostExamples);
  return chosen.length === 0 ? undefined : chosen.map(({ lever }) => lever).join(',');
}

/** `stack:path` of the number that the file makes most of; undefined where all are the usual ones. */
export function exampleLever(scenario: Scenario, stack: string): string | undefined {
  const best = bestExample(scenario, stack);
  return best !== undefined && best.weight > 0 ? best.lever : undefined;
}

function bestExample(scenario: Scenario, stack: string): Example | undefined {
  const entries = scenario.stacks.find(({ id }) => id === stack)?.strategies ?? [];
  const numbers = entries.flatMap((entry) => {
    const plugIn = strategies.find(({ technique }) => technique === entry.technique);
    if (entry.off || !plugIn) return [];
    return parametersOfUse(plugIn.parameters, entry)
      .filter(({ kind, id }) => kind === 'number' && typeof entry.parameters[id] === 'number')
      .map(({ id, default: usual }) => ({
        lever: `${stack}:${entry.id}.${id}`,
        weight: entry.bases?.[id] ? 2 : Number(entry.parameters[id] !== usual),
      }));
  });
  return heaviestFirst(numbers).find(({ lever }) => isRight(scenario, lever));
}

function heaviestFirst(examples: readonly Example[]): Example[] {
  return [...examples].sort((a, b) => b.weight - a.weight);
}

function isRight(scenario: Scenario, lever: string): boolean {
  try {
    readLever('by', scenario, lever);
    return true;
  } catch (error) {
    if (error instanceof BadInput) return false;
    throw error;
  }
}
