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

/** What a file says that it is, before it is checked: its kind, and the id of the world it refers to. */
export function peek(text: string): { readonly kind?: unknown; readonly world?: string } {
  try {
    const value: unknown = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
    if (!isRecord(value)) return {};
    const { kind, world } = value;
    return typeof world === 'string' ? { kind, world } : { kind };
  } catch {
    return {};
  }
}

export type { Reading, Refusal, Scenario, WorldShelf };
