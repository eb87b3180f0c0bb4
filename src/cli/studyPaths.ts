// Paths and values as they are typed for a study: hunt.prefixLength=8:24:5, dpi:boxes.threshold=0:4.
import {
  type Axis,
  evenSteps,
  type Lever,
  type Path,
  parameterRange,
  type Scenario,
  type Setting,
  type Value,
  valueAt,
} from '../model/index.ts';
import { fullPath, resolvePath } from '../scenario/editPath.ts';
import { applyEdits } from '../scenario/edits.ts';
import { nearestName } from '../scenario/nearestName.ts';
import { showText } from '../scenario/place.ts';
import { describeProblem, ProblemList } from '../scenario/problem.ts';
import { valueOfText } from '../scenario/valueText.ts';
import { BadInput, complaint, linesOf } from './badInput.ts';
import { oneOfNames } from './command.ts';

const mostSteps = 10_000;
const stepsForm = 'from:to:steps, or values with commas';

/** The stack before a colon, or the chosen one, and what follows. @throws BadInput */
export function splitStack(option: string, scenario: Scenario, text: string) {
  const [, stack, rest = text] = /^([\w-]+):([\w$-]+[.[].*)$/s.exec(text) ?? [];
  return {
    stack: stack === undefined ? scenario.stack : stackNamed(option, scenario, stack),
    rest,
  };
}

/** The id of a stack. @throws BadInput */
export function stackNamed(option: string, { stacks }: Scenario, id: string): string {
  return oneOfNames(
    option,
    id,
    stacks.map((stack) => stack.id),
  );
}

/** The stacks of `--stacks a,b`; all of them unless given. @throws BadInput */
export function stacksNamed(scenario: Scenario, text: string | undefined): string[] {
  if (text === undefined) return scenario.stacks.map(({ id }) => id);
  return [...new Set(text.split(','))].map((id) => stackNamed('stacks', scenario, id));
}

export function chooseStack(stack: string): Setting {
  return { path: ['stack'], value: stack };
}

/** `path=from:to:steps` or `path=a,b,c` of a stack. @throws BadInput */
export function readAxis(option: string, scenario: Scenario, stack: string, text: string): Axis {
  const { path, value } = splitValue(
    option,
    scenario,
    stack,
    text,
    'path=from:to:steps or path=a,b,c',
  );
  return { path, values: readValues(option, value) };
}

function readValues(option: string, text: string): Value[] {
  const parts = text.split(':');
  if (parts.length === 3) {
    const [from = Number.NaN, to = Number.NaN, steps = 0] = parts.map(numberOf);
    if (Number.isFinite(to - from) && Number.isInteger(steps) && steps >= 2 && steps <= mostSteps) {
      return evenSteps(from, to, steps);
    }
    throw new BadInput(
      complaint(text, 'from:to:steps with 2 steps or more', undefined, `--${option}`),
    );
  }
  if (parts.length > 1 && parts.map(numberOf).every(Number.isFinite)) {
    throw new BadInput(complaint(text, stepsForm, `${parts[0]}:${parts[1]}:5`, `--${option}`));
  }
  return [...new Set(text.split(',').map(valueOfText))].map((value) => {
    if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean')
      return value;
    throw new BadInput(complaint(text, 'numbers, words, true or false', undefined, `--${option}`));
  });
}

/** `stack:path` with `=low:high` where the parameter has no range of its own. @throws BadInput */
export function readLever(
  option: string,
  scenario: Scenario,
  text: string,
): Lever & { stack: string } {
  const { stack, rest } = splitStack(option, scenario, text);
  const hasEnds = rest.includes('=');
  refuseRate(option, scenario, stack, rest);
  const typed = hasEnds ? rest : `${rest}=`;
  const { path, value } = splitValue(option, scenario, stack, typed, 'stack:path=low:high');
  const range = parameterRange(scenario, path);
  const ends = hasEnds ? readEnds(option, value) : range;
  if (!ends) {
    const expected = `${rest}=low:high, since the schema gives it no range of its own`;
    throw new BadInput(complaint(text, expected, undefined, `--${option}`));
  }
  mustBeNumber(option, scenario, path);
  const { low, high } = ends;
  const settings = [chooseStack(stack)];
  mustBeRight(
    scenario,
    [low, high].map((end) => [...settings, { path, value: end }]),
  );
  return { stack, settings, path, low, high, isWhole: range?.isWhole ?? false };
}

/**
 * A rate of a classifier is a number only where its file gives it; else it follows from the threshold.
 * @throws BadInput
 */
function refuseRate(option: string, scenario: Scenario, stack: string, text: string): void {
  const [, typed = ''] = /^([^=]+)/.exec(text) ?? [];
  if (!/\.(false|true)PositiveRate$/.test(typed)) return;
  const [id = ''] = typed.replace(/^strategies\./, '').split('.');
  const entries = scenario.stacks.find((one) => one.id === stack)?.strategies ?? [];
  const entry = entries.find((one) => one.id === id && one.technique === 'flowClassifier');
  if (!entry || entry.parameters.operatingPoint !== undefined) return;
  const has = entry.parameters.preset === undefined ? 'scores' : 'a preset';
  const expected = `${stack}:${id}.threshold, since this classifier has ${has}, and its rates follow from its threshold: the answer gives them`;
  throw new BadInput(complaint(text, expected, undefined, `--${option}`));
}

/** `low:high`. @throws BadInput */
export function readEnds(option: string, text: string): { low: number; high: number } {
  const [low = Number.NaN, high = Number.NaN, ...more] = text.split(':').map(numberOf);
  if (more.length === 0 && Number.isFinite(high - low) && low < high) return { low, high };
  throw new BadInput(complaint(text, 'low:high, two numbers', undefined, `--${option}`));
}

/** @throws BadInput when what a path leads to is no number */
export function mustBeNumber(option: string, scenario: Scenario, path: Path): void {
  if (typeof valueAt(scenario, path) === 'number') return;
  throw new BadInput(
    complaint(fullPath(scenario, path), 'the path of a number', undefined, `--${option}`),
  );
}

/** A path and the text after its first `=`. @throws BadInput */
export function splitValue(
  option: string,
  scenario: Scenario,
  stack: string,
  text: string,
  form: string,
): { path: Path; value: string } {
  const [, typed, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (typed === undefined || value === undefined) {
    throw new BadInput(`--${option}: found ${showText(text)}, expected ${form}`);
  }
  return { path: readPath(option, { ...scenario, stack }, typed), value };
}

/** The keys of a path that may begin with the id of a strategy or countermeasure. @throws BadInput */
function readPath(option: string, scenario: Scenario, typed: string): Path {
  const problems = new ProblemList();
  const keys = resolvePath(scenario, longForm(option, scenario, typed), problems);
  if (!keys) {
    throw new BadInput(...problems.listed.map((one) => `--${option}: ${describeProblem(one)}`));
  }
  try {
    valueAt(scenario, keys);
    return keys;
  } catch {
    throw new BadInput(
      complaint(typed, 'the path of a value that is set', undefined, `--${option}`),
    );
  }
}

function longForm(option: string, scenario: Scenario, typed: string): string {
  const [first = ''] = typed.split(/[.[]/);
  const strategies = scenario.stacks.find(({ id }) => id === scenario.stack)?.strategies ?? [];
  const isAmong = (entries: readonly { readonly id: string }[]) =>
    entries.some(({ id }) => id === first);
  if (Object.hasOwn(scenario, first)) return typed;
  if (first === 'strategies') return typed;
  if (isAmong(strategies)) return `strategies.${typed}`;
  if (isAmong(scenario.countermeasures)) return `countermeasures.${typed}`;
  const known = [...strategies, ...scenario.countermeasures].map(({ id }) => id);
  const all = [...known, 'strategies', 'countermeasures', 'world', 'stacks'];
  const expected = `a path that begins with one of ${all.join(', ')}`;
  throw new BadInput(complaint(first, expected, nearestName(first, all), `--${option}`));
}

function numberOf(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text);
}

/** Checks each case as if it had been typed as `--set`. @throws BadInput with all that is wrong */
export function mustBeRight(scenario: Scenario, cases: readonly (readonly Setting[])[]): void {
  const lines = new Set<string>();
  for (const settings of cases) {
    const edits = settings.map(({ path, value }) => ({ path: fullPath(scenario, path), value }));
    const reading = applyEdits(scenario, edits);
    if (reading.ok) continue;
    const errors = reading.errors.map((one) => ({ ...one, path: shortForm(scenario, one.path) }));
    for (const line of linesOf({ ...reading, errors })) lines.add(line);
  }
  if (lines.size > 0) throw new BadInput(...lines);
}

/** The other way round than longForm: hunt.prefixLength, or dpi:boxes.threshold of another stack. */
function shortForm({ stack: chosen }: Scenario, path: string): string {
  const [, stack, id, rest = ''] =
    /^(?:stacks\.([\w-]+)\.strategies|countermeasures)\.([\w-]+)(?:\.parameters)?\.(.+)$/.exec(
      path,
    ) ?? [];
  if (id === undefined) return path;
  return `${stack === undefined || stack === chosen ? '' : `${stack}:`}${id}.${rest}`;
}
