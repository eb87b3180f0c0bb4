// Files of an older format, brought up to the one of today: one step a version, each as small as it can be.
import { FORMAT_VERSION } from '../model/index.ts';
import { at, isRecord, joinPath, type Place } from './place.ts';
import type { Origin, Origins, ProblemList } from './problem.ts';

type Plain = Record<string, unknown>;

/** The file after a step, and where what has moved stood before it: what is wrong is told there. */
interface Migrated {
  readonly file: Plain;
  readonly origins: Origins;
}
type Step = (file: Plain, root: string) => Migrated;

/** The step at index i turns version i + 1 into version i + 2. They take anything: what is wrong stays wrong. */
const steps: readonly Step[] = [fromFirst];

/**
 * The file in the format of today; undefined when it is of a later one, of which nothing else can be said.
 * A file that names no version is of the first.
 */
export function migrate(root: Place, problems: ProblemList): Place | undefined {
  if (!isRecord(root.value)) return root;
  const { version = 1 } = root.value;
  if (version === FORMAT_VERSION) return root;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return root;
  if (version > FORMAT_VERSION) {
    problems.add(
      at(root, 'version'),
      `a version up to ${FORMAT_VERSION}, which this program reads`,
    );
    return undefined;
  }
  const migrated = steps.slice(version - 1).reduce((before, step) => {
    const { file, origins } = step(before, root.path);
    problems.tellAt(root.file, origins);
    return file;
  }, root.value);
  return { ...root, value: { ...migrated, version: FORMAT_VERSION } };
}

/**
 * 1 → 2: a scenario's title and summary may stand in several languages; events without a figure, which stood
 * among the facts, are steps of the story; calls that were known by ranges were known by their pattern as well.
 */
function fromFirst(file: Plain, root: string): Migrated {
  const origins = new Map<string, Origin>();
  // What stands within another file is a world, whatever it calls itself.
  if (file.kind !== 'scenario' || root !== '') return { file, origins };
  const localized = { ...file };
  for (const key of ['title', 'summary']) {
    if (typeof file[key] !== 'string') continue;
    localized[key] = { en: file[key] };
    origins.set(joinPath(key, 'en'), key);
  }
  if (Array.isArray(file.stacks)) localized.stacks = file.stacks.map(namePatternOfCalls);
  if (!Array.isArray(file.facts)) return { file: localized, origins };
  const told = file.facts.filter(isEvent);
  if (told.length > 0 && file.story !== undefined && !Array.isArray(file.story)) {
    return { file: localized, origins };
  }
  const story = Array.isArray(file.story) ? file.story : [];
  const facts = file.facts.filter((fact) => !isEvent(fact));
  noteOrigins(file.facts, story.length, origins);
  return {
    file: {
      ...localized,
      facts,
      ...(told.length > 0 && { story: [...story, ...told.map(asStep)] }),
    },
    origins,
  };
}

/** Where each fact and each step of the story stood among the facts of old. */
function noteOrigins(facts: readonly unknown[], steps: number, origins: Map<string, Origin>): void {
  let step = steps;
  let rest = 0;
  for (const [index, fact] of facts.entries()) {
    const origin = joinPath('facts', index);
    if (!isEvent(fact)) {
      origins.set(joinPath('facts', rest++), origin);
      continue;
    }
    const place = joinPath('story', step++);
    origins.set(place, origin);
    for (const key of ['title', 'note']) {
      const text = joinPath(place, key);
      if (typeof fact[key] === 'string') {
        origins.set(joinPath(text, 'en'), joinPath(origin, key));
      } else if (key === 'note' && fact.note === undefined) {
        origins.set(text, { why: `the program makes it of the figures of ${origin}` });
      }
    }
  }
}

/** `ranges` has come to mean what it says: every flow to them. */
function namePatternOfCalls(stack: unknown): unknown {
  if (!isRecord(stack) || !Array.isArray(stack.strategies)) return stack;
  const strategies = stack.strategies.map((entry: unknown) => {
    if (!isRecord(entry) || entry.technique !== 'callRestriction') return entry;
    if (!isRecord(entry.parameters) || entry.parameters.by !== 'ranges') return entry;
    return { ...entry, parameters: { ...entry.parameters, by: 'pattern-and-ranges' } };
  });
  return { ...stack, strategies };
}

const FIGURES = ['value', 'low', 'high'];

/** What has no figure, or one of which the model has none to set beside it. */
function isEvent(fact: unknown): fact is Plain {
  if (!isRecord(fact)) return false;
  return fact.metric === undefined || !FIGURES.some((key) => Object.hasOwn(fact, key));
}

/** A figure that nothing is held against goes into the note. */
function asStep({ metric, role, title, note, value, low, high, ...rest }: Plain): Plain {
  const inEnglish = (text: unknown) => (typeof text === 'string' ? { en: text } : text);
  const figures = [value ?? low, value === undefined ? high : undefined].filter(
    (one) => typeof one === 'number',
  );
  const reported = figures.length > 0 ? `Reported: ${figures.join(' to ')}.` : undefined;
  const told = [note, reported].filter((text) => text !== undefined);
  const words = told.every((text) => typeof text === 'string') ? told.join(' ') : note;
  return {
    ...rest,
    title: inEnglish(title),
    ...(told.length > 0 && { note: inEnglish(words) }),
  };
}
