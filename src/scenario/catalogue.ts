// The scenarios and worlds that come with the program, read when they are asked for.
import * as z from 'zod/mini';
import { localTextSchema, parseMoment } from '../model/index.ts';
import { migrate } from './migrate.ts';
import { nearestName } from './nearestName.ts';
import { type Problem, ProblemList } from './problem.ts';
import { readJson } from './readJson.ts';
import { peek, type Reading, readScenario, type WorldShelf } from './readScenario.ts';
import { oneOf } from './schemaWords.ts';

type Shelf = Readonly<Record<string, () => Promise<string>>>;

const scenarioFiles: Shelf = import.meta.glob<string>(
  ['../../scenarios/*.json', '!../../scenarios/schema.json'],
  { query: '?raw', import: 'default' },
);
const worldFiles: Shelf = import.meta.glob<string>('../../scenarios/worlds/*.json', {
  query: '?raw',
  import: 'default',
});

const scenarioFolder = '../../scenarios/';
const worldFolder = '../../scenarios/worlds/';

/** Ids of the scenarios, which are the names of their files. */
export function listScenarios(): string[] {
  return Object.keys(scenarioFiles).map((path) => path.slice(scenarioFolder.length, -5));
}

export function listWorlds(): string[] {
  return Object.keys(worldFiles).map((path) => path.slice(worldFolder.length, -5));
}

/** The text of a scenario's file; undefined when there is none of the id. */
export async function scenarioText(id: string): Promise<string | undefined> {
  return await scenarioFiles[`${scenarioFolder}${id}.json`]?.();
}

export type CatalogueEntry = z.infer<typeof entrySchema>;

/** As much of a scenario as a chooser shows. */
const entrySchema = z.object({
  id: z.string(),
  title: localTextSchema,
  summary: localTextSchema,
  period: z.object({ from: z.string(), to: z.string() }),
  stack: z.string(),
  /** The one that the scenario opens with first. */
  stacks: z.array(z.object({ id: z.string(), title: z.string() })),
});

/**
 * What a chooser shows of each scenario, in the order of the time that they tell of. Nothing is checked, since
 * all scenarios with their worlds would take seconds: opening one does.
 */
export async function describeScenarios(): Promise<CatalogueEntry[]> {
  const texts = await Promise.all(listScenarios().map(scenarioText));
  return texts.flatMap((text) => entryOf(text ?? '')).sort(byTime);
}

function entryOf(text: string): CatalogueEntry[] {
  const problems = new ProblemList();
  const root = readJson(text, undefined, problems);
  const reading = root && entrySchema.safeParse(migrate(root, problems)?.value);
  if (!reading?.success) return [];
  const { stack, stacks } = reading.data;
  const openingFirst = stacks.toSorted((a, b) => +(b.id === stack) - +(a.id === stack));
  return [{ ...reading.data, stacks: openingFirst }];
}

function byTime(a: CatalogueEntry, b: CatalogueEntry): number {
  const [from, other] = [parseMoment(a.period.from) ?? 0, parseMoment(b.period.from) ?? 0];
  return from - other || a.id.localeCompare(b.id);
}

/** The worlds that a scenario's text needs, for `readScenario`. */
export async function shelfFor(text: string): Promise<WorldShelf> {
  const id = peek(text).world;
  const world = id === undefined ? undefined : await worldFiles[`${worldFolder}${id}.json`]?.();
  return {
    worldText: (asked) => (asked === id ? world : undefined),
    knownWorlds: listWorlds(),
    worldFile: (asked) => `scenarios/worlds/${asked}.json`,
  };
}

/** Reads the text of somebody's scenario; a world that it names comes from the catalogue. */
export async function readWithCatalogue(text: string, file?: string): Promise<Reading> {
  return readScenario(text, { ...(await shelfFor(text)), ...(file !== undefined && { file }) });
}

const readings = new Map<string, Promise<Reading>>();

/**
 * The scenario of an id, read and checked once: the files do not change while the program runs.
 * One that could not be fetched is asked for again.
 */
export function loadScenario(id: string): Promise<Reading> {
  const known = readings.get(id);
  if (known) return known;
  const reading = readShipped(id);
  readings.set(id, reading);
  reading.catch(() => readings.delete(id));
  return reading;
}

async function readShipped(id: string): Promise<Reading> {
  const text = await scenarioText(id);
  if (text !== undefined) return readWithCatalogue(text, `scenarios/${id}.json`);
  const known = listScenarios();
  const nearest = nearestName(id, known);
  const problem: Problem = {
    path: '',
    found: JSON.stringify(id),
    expected: `the id of a scenario: ${oneOf(known)}`,
    ...(nearest !== undefined && { nearest }),
  };
  return { ok: false, errors: [problem], more: 0 };
}
