// Files of an older format, brought up to the one of today: one step a version, each as small as it can be.
import { FORMAT_VERSION } from '../model/index.ts';
import { at, isRecord, type Place } from './place.ts';
import type { ProblemList } from './problem.ts';

type Plain = Record<string, unknown>;
type Step = (file: Plain) => Plain;

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
  const migrated = steps.slice(version - 1).reduce((file, step) => step(file), root.value);
  return { ...root, value: { ...migrated, version: FORMAT_VERSION } };
}

/**
 * 1 → 2: a scenario's title and summary may stand in several languages; events without a figure, which stood
 * among the facts, are steps of the story; calls that were known by ranges were known by their pattern as well.
 */
function fromFirst(file: Plain): Plain {
  if (file.kind !== 'scenario') return file;
  const localized = { ...file };
  for (const key of ['title', 'summary']) {
    if (typeof file[key] === 'string') localized[key] = { en: file[key] };
  }
  if (Array.isArray(file.stacks)) localized.stacks = file.stacks.map(namePatternOfCalls);
  if (!Array.isArray(file.facts)) return localized;
  const told = file.facts.filter(isEvent);
  if (told.length > 0 && file.story !== undefined && !Array.isArray(file.story)) return localized;
  const story = Array.isArray(file.story) ? file.story : [];
  const facts = file.facts.filter((fact) => !isEvent(fact));
  return {
    ...localized,
    facts,
    ...(told.length > 0 && { story: [...story, ...told.map(asStep)] }),
  };
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
