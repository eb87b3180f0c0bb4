// A scenario from plain data: its shape, its world, and whether all of it fits together.
import * as z from 'zod/mini';
import { type Scenario, scenarioSchema, worldChangesSchema } from '../model/index.ts';
import { changeWorld } from './changeWorld.ts';
import { checkShape } from './checkShape.ts';
import { checkTogether, type WorldReading } from './checkTogether.ts';
import { checkWorld } from './checkWorld.ts';
import { migrate } from './migrate.ts';
import { nearestName } from './nearestName.ts';
import { at, type Place, textOf } from './place.ts';
import { type Problem, ProblemList } from './problem.ts';
import { readJson, refuseHostile } from './readJson.ts';
import { oneOf } from './schemaWords.ts';
import { scenarioInWords, somethingElse } from './somethingElse.ts';

/** Where the worlds come from that scenarios refer to by id. */
export interface WorldShelf {
  /** The text of a world's file; undefined when there is none. */
  readonly worldText: (id: string) => string | undefined;
  readonly knownWorlds: readonly string[];
  /** How messages call the file of a world; `worlds/<id>.json` unless given. */
  readonly worldFile?: (id: string) => string;
}

/** `more` problems were found beyond those listed. */
export type Refusal = {
  readonly ok: false;
  readonly errors: readonly Problem[];
  readonly more: number;
};
export type Reading = { readonly ok: true; readonly scenario: Scenario } | Refusal;

/** The world is checked by itself, since it may come from a file of its own. */
const ownSchema = z.extend(scenarioSchema, { world: z.unknown() });
type Own = Omit<z.infer<typeof ownSchema>, 'world'>;

/** Checks plain data that is meant to be a scenario; all problems at once. */
export function checkScenario(value: unknown, shelf: WorldShelf, file?: string): Reading {
  const problems = new ProblemList();
  return checkPlace({ value, path: '', file }, shelf, problems);
}

export function checkPlace(file: Place, shelf: WorldShelf, problems: ProblemList): Reading {
  const other = somethingElse(file.value);
  if (other !== undefined) {
    problems.add(file, scenarioInWords(), { found: other });
    return refusal(problems);
  }
  const own = { ...file, value: withoutWorld(file.value) };
  if (!refuseHostile(own, problems)) return refusal(problems);
  const root = migrate(own, problems);
  if (!root) return refusal(problems);
  const reading = checkOwnWorld(at(file, 'world'), at(root, 'changes'), shelf, problems);
  const { world } = reading;
  const parsed = checkShape<Own>(ownSchema, root, problems);
  checkTogether(root, reading, problems);
  if (!parsed || !world || problems.count > 0) return refusal(problems);
  // The world has taken the changes in.
  const { changes, ...scenario } = parsed;
  return { ok: true, scenario: { ...scenario, world } };
}

export function refusal(problems: ProblemList): Refusal {
  return { ok: false, errors: problems.listed, more: problems.more };
}

/** A large world must not be walked again when it is known to be right. */
function withoutWorld(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'world')) return value;
  const { world } = value as { world: unknown };
  return { ...value, world: typeof world === 'object' ? 'a world of its own' : world };
}

function checkOwnWorld(
  place: Place,
  changes: Place,
  { worldText, knownWorlds, worldFile = (id) => `worlds/${id}.json` }: WorldShelf,
  problems: ProblemList,
): WorldReading {
  if (typeof place.value === 'object' && place.value !== null) {
    return readWorldAt(place, problems, changes);
  }
  const nothing = { world: undefined, names: undefined };
  const id = textOf(place);
  if (id === undefined) {
    problems.add(place, `the id of a world (${oneOf(knownWorlds)}), or a world`);
    return nothing;
  }
  const text = worldText(id);
  if (text === undefined) {
    const nearest = () => nearestName(id, knownWorlds);
    problems.add(place, `the id of a world: ${oneOf(knownWorlds)}`, { nearest });
    return nothing;
  }
  const root = readJson(text, worldFile(id), problems);
  return root ? readWorldAt(root, problems, changes) : nothing;
}

/** A world from a file of its own or from within a scenario. */
export function readWorldAt(
  place: Place,
  problems: ProblemList,
  changes: Place = { value: undefined, path: 'changes' },
): WorldReading {
  if (!refuseHostile(place, problems)) return { world: undefined, names: undefined };
  const world = migrate(place, problems);
  if (!world) return { world: undefined, names: undefined };
  // What is wrong with the changes themselves is told where they stand, and nothing is merged.
  const isShapely =
    changes.value === undefined || worldChangesSchema.safeParse(changes.value).success;
  return checkWorld(isShapely ? changeWorld(world, changes, problems) : world, problems);
}
