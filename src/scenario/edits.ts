// A scenario with some values changed: by a slider, a link or the command line.
import { countermeasures, type Scenario, scenarioSchema, strategies } from '../model/index.ts';
import { checkPlugIns, findPlugIn } from './checkPlugIns.ts';
import { checkPlace, type Reading, refusal, type WorldShelf } from './checkScenario.ts';
import { checkShape } from './checkShape.ts';
import { surroundingsOf } from './checkTogether.ts';
import { checkWorld } from './checkWorld.ts';
import { chosenByHand } from './chosenByHand.ts';
import { fullPath, type Keys, resolvePath } from './editPath.ts';
import { at, type Place } from './place.ts';
import { ProblemList } from './problem.ts';
import { atKeys, refuseHostile } from './readJson.ts';
import { mustName } from './reference.ts';
import { keepUnchanged, withValue } from './sharing.ts';

/** `path` as in editPath.ts, such as `stack`, `seed` or `strategies.hunt.prefixLength`. */
export interface Edit {
  readonly path: string;
  readonly value: unknown;
}

const noShelf: WorldShelf = { worldText: () => undefined, knownWorlds: [] };

/**
 * The scenario with the edits applied in order, the choice of the stack first, so that
 * `strategies.…` means the stack that is chosen in the end. All problems at once, then nothing is
 * changed. Parts without an edit are the same objects as before, the world above all. Edits of
 * parameters, stack and seed cost microseconds; any other checks the scenario again.
 */
export function applyEdits(
  scenario: Scenario,
  edits: readonly Edit[],
  shelf: WorldShelf = noShelf,
): Reading {
  const problems = new ProblemList();
  const ordered = edits.toSorted((a, b) => +(b.path === 'stack') - +(a.path === 'stack'));
  const touched: Keys[] = [];
  const typed = new Map<string, string>();
  let edited = scenario;
  for (const { path, value } of ordered) {
    const keys = resolvePath(edited, path, problems);
    if (keys === undefined || !refuseHostile({ value, path }, problems)) continue;
    touched.push(keys);
    typed.set(atKeys({ value: edited, path: '' }, keys).path, path);
    // The type holds again once the edited parts are checked below.
    edited = withValue(edited, keys, value) as Scenario;
    const plugIn = plugInOf(keys);
    if (plugIn) edited = chosenByHand(scenario, edited, plugIn, keys);
  }
  if (problems.count > 0) return refusal(problems);
  // What is wrong with an edited value is told at the path as it was typed.
  problems.tellAt(undefined, typed);
  if (!touched.every(isCheckedAlone)) {
    const reading = checkPlace({ value: edited, path: '' }, shelf, problems);
    return reading.ok ? { ok: true, scenario: keepUnchanged(scenario, reading.scenario) } : reading;
  }
  for (const keys of touched) edited = checkAlone(scenario, edited, keys, problems);
  return problems.count > 0 ? refusal(problems) : { ok: true, scenario: edited };
}

/**
 * The edits with every path in its one full spelling, the last edit of a path only; those whose path
 * names nothing stay as they are, for applyEdits to complain of.
 */
export function spellOutEdits(scenario: Scenario, edits: readonly Edit[]): Edit[] {
  const stack = edits.findLast((edit) => edit.path === 'stack')?.value;
  const chosen = typeof stack === 'string' ? { ...scenario, stack } : scenario;
  const byPath = new Map<string, Edit>();
  for (const { path, value } of edits) {
    const keys = resolvePath(chosen, path, new ProblemList());
    const full = keys === undefined ? path : fullPath(chosen, keys);
    byPath.delete(full);
    byPath.set(full, { path: full, value });
  }
  return [...byPath.values()];
}

/** Whether nothing else can become wrong by an edit there. */
function isCheckedAlone(keys: Keys): boolean {
  const [first] = keys;
  return (
    ((first === 'stack' || first === 'seed') && keys.length === 1) || plugInOf(keys) !== undefined
  );
}

/** The keys of the plug-in whose parameters the keys lead into; undefined when they lead elsewhere. */
function plugInOf(keys: Keys): Keys | undefined {
  const length = keys[0] === 'countermeasures' ? 2 : 4;
  return keys[length] === 'parameters' ? keys.slice(0, length) : undefined;
}

function checkAlone(
  before: Scenario,
  edited: Scenario,
  keys: Keys,
  problems: ProblemList,
): Scenario {
  const root: Place = { value: edited, path: '' };
  const plugIn = plugInOf(keys);
  if (plugIn) return checkParameters(before, root, plugIn, problems);
  if (keys[0] === 'seed') checkShape(scenarioSchema.shape.seed, at(root, 'seed'), problems);
  else {
    const place = at(root, 'stack');
    checkShape(scenarioSchema.shape.stack, place, problems);
    mustName(place, 'the id of a stack', new Set(edited.stacks.map(({ id }) => id)), problems);
  }
  return edited;
}

function checkParameters(
  before: Scenario,
  root: Place,
  keys: Keys,
  problems: ProblemList,
): Scenario {
  const place = atKeys(root, keys);
  const plugIn = findPlugIn(place, keys[0] === 'countermeasures' ? countermeasures : strategies);
  const edited = root.value as Scenario;
  if (!plugIn) return edited;
  const parameters = checkShape(plugIn.parameters, at(place, 'parameters'), problems);
  const world = checkWorld({ value: edited.world, path: 'world' }, new ProblemList());
  // The others too: what an earlier entry moves, a later one may no longer move.
  checkPlugIns(root, surroundingsOf(root, world), problems);
  const own: Keys = [...keys, 'parameters'];
  const old = atKeys({ value: before, path: '' }, own).value;
  return withValue(edited, own, keepUnchanged(old, parameters)) as Scenario;
}
