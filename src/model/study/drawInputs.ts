// One joint draw of uncertain inputs: parameters that must fit together are drawn until they do.
import { countermeasures } from '../countermeasures/index.ts';
import type { PlugInEntry, Scenario } from '../run/scenarioSchema.ts';
import { strategies } from '../strategies/index.ts';
import { drawOf } from './draws.ts';
import { type Input, settingsOf } from './inputs.ts';
import { type Path, type Setting, valueAt, withSettings } from './settings.ts';

const MOST_ATTEMPTS = 100;

/** Whether settings within one plug-in of a scenario keep the rules between its parameters. */
export type KeepsRules = (settings: readonly Setting[]) => boolean;

/**
 * The settings of draw number `draw`, in the order of the inputs. Only the parameters of a plug-in whose
 * rule is broken are drawn again, all of them, so that no other input is shifted.
 * @throws RangeError when they break it a hundred times
 */
export function drawInputs(
  inputs: readonly Input[],
  draw: number,
  root: number,
  keepsRules: KeepsRules,
): Setting[] {
  const settingOf = new Map<Input, Setting>();
  const ownerOfInput = (input: Input) => ownerOf(input.path).join('/');
  for (const owner of new Set(inputs.map(ownerOfInput))) {
    const group = inputs.filter((input) => ownerOfInput(input) === owner);
    const settings = drawGroup(group, draw, root, keepsRules);
    for (const [index, input] of group.entries()) settingOf.set(input, settings[index]!);
  }
  return inputs.map((input) => settingOf.get(input)!);
}

function drawGroup(
  group: readonly Input[],
  draw: number,
  root: number,
  keepsRules: KeepsRules,
): Setting[] {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const values = group.map((input) => drawOf(input, draw, root, attempt));
    const settings = settingsOf(group, values);
    if (keepsRules(settings)) return settings;
  }
  const ids = group.map(({ id }) => id).join(', ');
  throw new RangeError(`${MOST_ATTEMPTS} draws of ${ids} break a rule between them`);
}

/** The path of the plug-in that a parameter belongs to; that of a figure of the world is empty. */
function ownerOf(path: Path): Path {
  return path.slice(0, Math.max(0, path.indexOf('parameters')));
}

/** By the schemas of the techniques; what only the world can tell is not looked at. */
export function rulesOf(scenario: Scenario): KeepsRules {
  return (settings) => {
    const owner = ownerOf(settings[0]?.path ?? []);
    if (owner.length === 0) return true;
    const entry = valueAt(withSettings(scenario, settings), owner) as PlugInEntry;
    const registered = [...strategies, ...countermeasures];
    const plugIn = registered.find(({ technique }) => technique === entry.technique);
    return plugIn?.parameters.safeParse(entry.parameters).success ?? true;
  };
}
