// Between which ends a parameter may lie: is it a number, does its value lie there, do the ends fit it?
import {
  countermeasures,
  describeParameters,
  type ParameterDescription,
  strategies,
} from '../model/index.ts';
import { findPlugIn, type PlugIn } from './checkPlugIns.ts';
import { at, entries, items, numberOf, type Place } from './place.ts';
import type { ProblemList } from './problem.ts';

/** Checks the ranges that plug-ins give beside their parameters; sliders may leave them later. */
export function checkBases(scenario: Place, problems: ProblemList): void {
  for (const stack of items(at(scenario, 'stacks'))) {
    for (const entry of items(at(stack, 'strategies'))) checkEntry(entry, strategies, problems);
  }
  for (const entry of items(at(scenario, 'countermeasures'))) {
    checkEntry(entry, countermeasures, problems);
  }
}

function checkEntry(entry: Place, registered: readonly PlugIn[], problems: ProblemList): void {
  const plugIn = findPlugIn(entry, registered);
  if (!plugIn) return;
  const described = describeParameters(plugIn.parameters);
  for (const [id, basis] of entries(at(entry, 'bases'))) {
    const parameter = described.find((one) => one.id === id);
    const given = at(at(entry, 'parameters'), id);
    const value = given.value === undefined ? { ...given, value: parameter?.default } : given;
    for (const key of ['low', 'high'] as const) {
      if (at(basis, key).value === undefined) continue;
      if (parameter?.kind === 'number') checkEnd(basis, key, parameter, value, problems);
      else problems.add(at(basis, key), `no ${key} beside ${id}, which is not a number`);
    }
  }
}

function checkEnd(
  basis: Place,
  key: 'low' | 'high',
  { id, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }: ParameterDescription,
  value: Place,
  problems: ProblemList,
): void {
  const place = at(basis, key);
  const end = numberOf(place);
  const mode = numberOf(value);
  if (end === undefined) return;
  if (end < min || end > max) problems.add(place, `a number from ${min} to ${max}`);
  else if (mode !== undefined && (key === 'low' ? end > mode : end < mode)) {
    problems.add(place, `a number ${key === 'low' ? 'up to' : 'from'} ${mode}, the value of ${id}`);
  }
}
