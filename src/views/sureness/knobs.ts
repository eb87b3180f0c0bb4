// The numbers of a scenario that a question can move: those that have a slider of their own in use.
import {
  countermeasures,
  type Lever,
  type ParameterDescription,
  type Path,
  type PlugInEntry,
  parameterRange,
  pathText,
  type Scenario,
  type Setting,
  strategies,
} from '../../model/index.ts';
import { applyEdits } from '../../scenario/edits.ts';
import { parametersOfUse, valueInWords } from '../../scenario/parameterWords.ts';

export interface Knob {
  /** The path in words. */
  readonly id: string;
  readonly path: Path;
  /** Whose number it is: the title of the strategy or answer. */
  readonly group: string;
  readonly parameter: ParameterDescription;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly isWhole: boolean;
  /** The file says where its value comes from. */
  readonly hasBasis: boolean;
}

/** Of a stack, in the order of its cards. */
export function knobsOfStack(scenario: Scenario, stack: string): Knob[] {
  const index = scenario.stacks.findIndex(({ id }) => id === stack);
  const entries = scenario.stacks[index]?.strategies ?? [];
  return knobsOf(scenario, entries, strategies, ['stacks', index, 'strategies']);
}

/** Of the stack that is chosen and of the answers. */
export function knobsOfPage(scenario: Scenario): Knob[] {
  const { countermeasures: answers } = scenario;
  return [
    ...knobsOfStack(scenario, scenario.stack),
    ...knobsOf(scenario, answers, countermeasures, ['countermeasures']),
  ];
}

/** What a sweep begins with: the first number that the file gives a reason for, else the first. */
export function usualKnob(knobs: readonly Knob[]): Knob | undefined {
  return knobs.find(({ hasBasis }) => hasBasis) ?? knobs[0];
}

type PlugIns = readonly {
  readonly technique: string;
  readonly title: string;
  readonly parameters: Parameters<typeof parametersOfUse>[0];
}[];

function knobsOf(
  scenario: Scenario,
  entries: readonly PlugInEntry[],
  plugIns: PlugIns,
  above: Path,
): Knob[] {
  return entries.flatMap((entry, index) => {
    const plugIn = plugIns.find(({ technique }) => technique === entry.technique);
    if (entry.off || !plugIn) return [];
    return parametersOfUse(plugIn.parameters, entry).flatMap((parameter): Knob[] => {
      const value = entry.parameters[parameter.id];
      const path = [...above, index, 'parameters', parameter.id];
      if (parameter.kind !== 'number' || typeof value !== 'number') return [];
      const range = parameterRange(scenario, path);
      if (!range) return [];
      const { low, high, isWhole } = range;
      const group = entry.title ?? plugIn.title;
      const hasBasis = entry.bases?.[parameter.id] !== undefined;
      const id = pathText(scenario, path);
      return [{ id, path, group, parameter, value, low, high, isWhole, hasBasis }];
    });
  });
}

/** A value of the number as people read it, with a true minus: “/16”, “12 %”, “−0.44”. */
export function knobWords({ parameter }: Pick<Knob, 'parameter'>, value: number): string {
  return valueInWords(parameter, value).replace(/^-/, '−');
}

export function chooseStack(stack: string): Setting {
  return { path: ['stack'], value: stack };
}

/** The levers of a stack that may go to both their ends beside all other settings. */
export function leversOf(scenario: Scenario, stack: string): { knob: Knob; lever: Lever }[] {
  const settings = [chooseStack(stack)];
  return knobsOfStack(scenario, stack).flatMap((knob) => {
    const { path, low, high, isWhole } = knob;
    const ends = [low, high].map((value) => [...settings, { path, value }]);
    if (!ends.every((end) => isAllowed(scenario, end))) return [];
    return [{ knob, lever: { settings, path, low, high, isWhole } }];
  });
}

/** Whether the scenario accepts the settings: some parameters must fit together. */
export function isAllowed(scenario: Scenario, settings: readonly Setting[]): boolean {
  const edits = settings.map(({ path, value }) => ({ path: pathText(scenario, path), value }));
  return applyEdits(scenario, edits).ok;
}
