// Text of a scenario or world file → checked data, or everything that is wrong with it.
import type { Scenario, WorldFile } from '../model/index.ts';
import {
  checkPlace,
  type Reading,
  type Refusal,
  readWorldAt,
  refusal,
  type WorldShelf,
} from './checkScenario.ts';
import { isRecord } from './place.ts';
import { ProblemList } from './problem.ts';
import { readJson } from './readJson.ts';
import { somethingElse } from './somethingElse.ts';

/** `file` is what messages call the file; without it they name no file. */
export function readScenario(text: string, from: WorldShelf & { readonly file?: string }): Reading {
  const problems = new ProblemList();
  const root = readJson(text, from.file, problems);
  return root ? checkPlace(root, from, problems) : refusal(problems);
}

/** A world file by itself. */
export function readWorld(
  text: string,
  file?: string,
): { readonly ok: true; readonly world: WorldFile } | Refusal {
  const problems = new ProblemList();
  const root = readJson(text, file, problems);
  const world = root && readWorldAt(root, problems).world;
  return world ? { ok: true, world } : refusal(problems);
}

/** What a file says that it is, before it is checked. */
export interface Glimpse {
  readonly kind?: unknown;
  /** The id of the world that it refers to. */
  readonly world?: string;
  /** What it is in words, where it is no scenario. */
  readonly other?: string;
}

export function peek(text: string): Glimpse {
  try {
    const value: unknown = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
    const other = somethingElse(value);
    const { kind, world } = isRecord(value) ? value : {};
    return {
      kind,
      ...(typeof world === 'string' && { world }),
      ...(other !== undefined && { other }),
    };
  } catch {
    return {};
  }
}

export type { Reading, Refusal, Scenario, WorldShelf };
