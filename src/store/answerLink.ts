// What a link asks for, of a scenario that has been loaded: a whole new state, or all that is wrong with it.
import {
  LANGUAGES,
  type Language,
  parseAddress,
  parseMoment,
  type Run,
  type Scenario,
  tickOf,
} from '../model/index.ts';
import { applyEdits, type Edit, spellOutEdits } from '../scenario/edits.ts';
import { nearestName } from '../scenario/nearestName.ts';
import type { Problem } from '../scenario/problem.ts';
import { oneOf } from '../scenario/schemaWords.ts';
import { computeRun } from './compute.ts';
import type { Link } from './link.ts';
import { openingTick } from './openingTick.ts';
import type { Refusal, Selection } from './state.ts';

export interface LinkAnswer {
  readonly edits: readonly Edit[];
  readonly run: Run;
  readonly tick: number;
  readonly selection: Selection | undefined;
  /** Undefined where the link asks for none: then the page stays with its own. */
  readonly language: Language | undefined;
}

/** @param views the ids of the pictures that there are */
export function answerLink(
  base: Scenario,
  link: Link,
  views: readonly string[],
): { readonly answer: LinkAnswer } | Omit<Refusal, 'what'> {
  const edits = spellOutEdits(base, link.edits);
  const reading = applyEdits(base, edits);
  if (!reading.ok) return { problems: reading.errors, more: reading.more };
  const run = computeRun(reading.scenario);
  const problems: Problem[] = [];
  const tick = tickOfLink(run, link.at, problems);
  const selection = selectionOfLink(run, link.look, problems);
  if (link.view !== undefined && !views.includes(link.view)) {
    problems.push(unknownName('view', link.view, `the id of a view: ${oneOf(views)}`, views));
  }
  const language = LANGUAGES.find((one) => one === link.language);
  if (link.language !== undefined && language === undefined) {
    problems.push(unknownName('language', link.language, oneOf(LANGUAGES), LANGUAGES));
  }
  if (problems.length > 0) return { problems, more: 0 };
  return { answer: { edits, run, tick, selection, language } };
}

function tickOfLink(run: Run, at: string | undefined, problems: Problem[]): number {
  if (at === undefined) return openingTick(run);
  const moment = parseMoment(at);
  const tick = moment === undefined ? -1 : tickOf(run.plan, moment);
  if (tick >= 0 && tick < run.plan.ticks) return tick;
  const { from, to } = run.scenario.period;
  problems.push({
    path: 'at',
    found: `“${at}”`,
    expected: `a moment from ${from} to before ${to}`,
  });
  return 0;
}

function selectionOfLink(
  run: Run,
  look: string | undefined,
  problems: Problem[],
): Selection | undefined {
  if (look === undefined) return undefined;
  const address = parseAddress(look);
  if (address !== undefined) return { kind: 'address', address };
  const { ids } = run.plan.world.services;
  const service = ids.indexOf(look);
  if (service >= 0) return { kind: 'service', service };
  problems.push(unknownName('look', look, 'an address, or the id of a service', ids));
  return undefined;
}

function unknownName(
  path: string,
  found: string,
  expected: string,
  known: readonly string[],
): Problem {
  const nearest = nearestName(found, known);
  return { path, found: `“${found}”`, expected, ...(nearest !== undefined && { nearest }) };
}
