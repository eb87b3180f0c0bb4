// Do the parameters of strategies and countermeasures name things that exist, and do they fit the world?
// What a technique needs, its own file says; here no technique has a name.
import * as z from 'zod/mini';
import {
  countermeasures,
  type Fault,
  type PlugInEntry,
  strategies,
  type WorldFile,
} from '../model/index.ts';
import { checkDelays } from './checkDelays.ts';
import { checkReferences, type KnownNames } from './checkReferences.ts';
import { checkShape } from './checkShape.ts';
import { nearestName } from './nearestName.ts';
import { at, items, type Place, showText, textOf } from './place.ts';
import type { ProblemList } from './problem.ts';
import { atKeys } from './readJson.ts';
import { mustName } from './reference.ts';
import { oneOf } from './schemaWords.ts';
import { networksInForce } from './whereInForce.ts';

/** What surrounds a plug-in. `world` is undefined while there is no right one. */
export interface Surroundings {
  readonly names: KnownNames;
  readonly world: WorldFile | undefined;
  /** Ids; undefined while they could not be read. */
  readonly networks: ReadonlySet<string> | undefined;
  readonly regions: ReadonlySet<string> | undefined;
  /** Hours of a tick; undefined while they are no number. */
  readonly tickHours: number | undefined;
}

/** What a plug-in, of whichever folder, brings for the check of its parameters. */
export interface PlugIn {
  readonly technique: string;
  readonly parameters: z.ZodMiniObject;
  faults?(
    parameters: never,
    world: WorldFile,
    earlier: readonly { readonly id: string; readonly parameters: never }[],
  ): readonly Fault[];
}

/** Checks the parameters of all plug-ins of a scenario beyond their shape. */
export function checkPlugIns(scenario: Place, around: Surroundings, problems: ProblemList): void {
  for (const stack of items(at(scenario, 'stacks'))) {
    checkEntries(items(at(stack, 'strategies')), strategies, around, problems);
  }
  checkEntries(items(at(scenario, 'countermeasures')), countermeasures, around, problems);
}

/** The plug-in of an entry; undefined when none of its technique is registered. */
export function findPlugIn(entry: Place, registered: readonly PlugIn[]): PlugIn | undefined {
  const technique = textOf(at(entry, 'technique'));
  return registered.find((plugIn) => plugIn.technique === technique);
}

function checkEntries(
  list: readonly Place[],
  registered: readonly PlugIn[],
  around: Surroundings,
  problems: ProblemList,
): void {
  const { names, world } = around;
  const earlier: Earlier[] = [];
  for (const entry of list) {
    checkWhere(entry, around, problems);
    const plugIn = findPlugIn(entry, registered);
    if (!plugIn) continue;
    if (world) checkFaults(plugIn, entry, world, earlier, problems);
    // After the faults, which know better what belongs at a place: one complaint stands there.
    checkReferences(plugIn.parameters, at(entry, 'parameters'), names, problems);
    checkDelays(entry, plugIn.parameters, around.tickHours, problems);
  }
}

/** The networks and regions that an entry is narrowed down to. */
function checkWhere(
  entry: Place,
  { networks, regions, world }: Surroundings,
  problems: ProblemList,
): void {
  const parts = [
    ['networks', 'the id of a network', networks],
    ['regions', 'a region that a network lies in', regions],
  ] as const;
  for (const [key, what, known] of parts) {
    if (!known) continue;
    for (const place of items(at(entry, key))) mustName(place, what, known, problems);
  }
  if (world) mustBeSomewhere(entry, world, problems);
}

/** An entry is in force on the named networks that lie in the named regions. */
function mustBeSomewhere(entry: Place, world: WorldFile, problems: ProblemList): void {
  const namesIn = (key: keyof Where) => {
    const place = at(entry, key);
    return place.value === undefined ? undefined : items(place).flatMap((one) => textOf(one) ?? []);
  };
  const where: Where = { networks: namesIn('networks'), regions: namesIn('regions') };
  const named = networksInForce(world, { networks: where.networks });
  const regions = named.flatMap(({ region }) => region ?? []);
  const isKnown = where.regions?.every((one) =>
    world.networks.some(({ region }) => region === one),
  );
  if (!isKnown || named.length === 0 || networksInForce(world, where).length > 0) return;
  const expected =
    regions.length > 0
      ? `${oneOf([...new Set(regions)])}, where the named networks lie`
      : 'no regions, since the named networks lie in none';
  problems.add(at(entry, 'regions'), expected, {
    found: showText(where.regions?.join(', ') ?? ''),
  });
}

type Where = Pick<PlugInEntry, 'networks' | 'regions'>;

interface Earlier {
  readonly plugIn: PlugIn;
  readonly id: string;
  readonly parameters: never;
}

/** Asks the plug-in itself, and adds the entry to the earlier ones. */
function checkFaults(
  plugIn: PlugIn,
  entry: Place,
  world: WorldFile,
  earlier: Earlier[],
  problems: ProblemList,
): void {
  if (!plugIn.faults) return;
  const place = at(entry, 'parameters');
  const parameters = readParameters(plugIn, place, problems);
  if (parameters === undefined) return;
  const before = earlier.filter((one) => one.plugIn === plugIn);
  for (const fault of plugIn.faults(parameters, world, before)) complain(fault, place, problems);
  earlier.push({ plugIn, id: textOf(at(entry, 'id')) ?? '', parameters });
}

/** The parameters with defaults filled in, even where a rule between them is broken. */
function readParameters(
  { parameters: schema }: PlugIn,
  place: Place,
  problems: ProblemList,
): never | undefined {
  const withoutRules = z.clone(schema, { ...schema._zod.def, checks: [] });
  // Each plug-in has its own type of parameters, which its own schema has just made sure of.
  return checkShape(withoutRules, place, problems) as never | undefined;
}

function complain({ path, expected, found, known }: Fault, root: Place, problems: ProblemList) {
  const place = atKeys(root, path);
  const text = textOf(place);
  problems.add(place, known ? `${expected}: ${oneOf(known)}` : expected, {
    ...(found !== undefined && { found }),
    nearest: () => (text !== undefined && known ? nearestName(text, known) : undefined),
  });
}
