// Which figures of a scenario are uncertain: those whose basis gives a low or a high end.
import type { Basis } from '../basis.ts';
import { countermeasures } from '../countermeasures/index.ts';
import type { PlugInEntry, Scenario } from '../run/scenarioSchema.ts';
import { strategies } from '../strategies/index.ts';
import { parameterRange } from './parameterRange.ts';
import { type Path, pathText, type Setting, valueAt, withSettings } from './settings.ts';

/** An uncertain figure: the triangular distribution over low ≤ mode ≤ high. Plain data. */
export interface Input {
  readonly path: Path;
  /** The path in words; names the input's streams of chance. */
  readonly id: string;
  readonly title: string;
  readonly low: number;
  readonly mode: number;
  readonly high: number;
  readonly isWhole: boolean;
  readonly basis: Basis;
}

interface Ends extends Basis {
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

/**
 * The uncertain parameters of some stacks (the chosen one unless given) and of the countermeasures,
 * and the uncertain figures of the world. The lags of networks are none: they are drawn by seed.
 */
export function uncertainInputs(
  scenario: Scenario,
  stacks: readonly string[] = [scenario.stack],
): Input[] {
  const ofStacks = scenario.stacks.flatMap((stack, index) =>
    stacks.includes(stack.id)
      ? uncertainParameters(scenario, stack.strategies, ['stacks', index, 'strategies'])
      : [],
  );
  const { countermeasures: answers } = scenario;
  return [
    ...ofStacks,
    ...uncertainParameters(scenario, answers, ['countermeasures']),
    ...uncertainFigures(scenario, scenario.world, ['world']),
  ];
}

/** The scenario with inputs set to values, in the order of the inputs. */
export function withInputs(
  scenario: Scenario,
  inputs: readonly Input[],
  values: readonly number[],
): Scenario {
  return withSettings(scenario, settingsOf(inputs, values));
}

export function settingsOf(inputs: readonly Input[], values: readonly number[]): Setting[] {
  return inputs.map(({ path }, index) => ({ path, value: values[index]! }));
}

/** An input between given ends, whatever its basis says; its value is the mode. */
export function inputBetween(
  scenario: Scenario,
  path: Path,
  { low, high, reported, derived, assumed }: Ends,
): Input {
  const mode = valueAt(scenario, path);
  if (typeof mode !== 'number') throw new Error(`${pathText(scenario, path)} is no number`);
  return {
    path,
    id: pathText(scenario, path),
    title: titleOf(scenario, path),
    // A missing end is the mode; an end that an edit has moved the value past moves with it.
    low: Math.min(mode, low ?? mode),
    mode,
    high: Math.max(mode, high ?? mode),
    isWhole: parameterRange(scenario, path)?.isWhole ?? false,
    basis: { reported, derived, assumed },
  };
}

function uncertainParameters(
  scenario: Scenario,
  entries: readonly PlugInEntry[],
  above: Path,
): Input[] {
  return entries.flatMap(({ off, bases = {}, parameters }, index) =>
    Object.entries(bases).flatMap(([id, basis]) => {
      if (off || !basis || (basis.low === undefined && basis.high === undefined)) return [];
      // What is not set is not uncertain either: without a value the technique does without it.
      if (typeof parameters[id] !== 'number') return [];
      return [inputBetween(scenario, [...above, index, 'parameters', id], basis)];
    }),
  );
}

/** Walks the world: a figure is whatever has a number `value`, and is uncertain with `low` or `high`. */
function uncertainFigures(scenario: Scenario, here: unknown, path: Path): Input[] {
  if (typeof here !== 'object' || here === null) return [];
  const { value, low, high, ...basis } = here as Ends & { readonly value?: unknown };
  if (typeof value === 'number') {
    const isUncertain = low !== undefined || high !== undefined;
    return isUncertain ? [inputBetween(scenario, [...path, 'value'], { low, high, ...basis })] : [];
  }
  const members: [string | number, unknown][] = Array.isArray(here)
    ? [...here.entries()]
    : Object.entries(here);
  return members.flatMap(([key, inner]) => uncertainFigures(scenario, inner, [...path, key]));
}

/** Whose figure it is, and what it is: `Viber, messages: users`, `Hunt for addresses: Discovery rate`. */
function titleOf(scenario: Scenario, path: Path): string {
  let owner = '';
  path.forEach((_, depth) => {
    const { name, title, technique, service } = valueAt(scenario, path.slice(0, depth)) as Named;
    const own = name ?? title ?? titleOfTechnique(technique);
    if (own !== undefined) owner = own;
    // A need of a service stands without a title of its own.
    else if (service !== undefined && path.includes('dependsOn')) owner += ` needs ${service}`;
  });
  const key = path.findLast((one) => one !== 'value');
  return `${owner}: ${parameterRange(scenario, path)?.label ?? wordsOfKey(String(key))}`;
}

interface Named {
  readonly name?: string;
  readonly title?: string;
  readonly technique?: string;
  readonly service?: string;
}

function titleOfTechnique(technique: string | undefined): string | undefined {
  return [...strategies, ...countermeasures].find((one) => one.technique === technique)?.title;
}

/** sessionsPerUserDay → sessions per user day */
function wordsOfKey(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
