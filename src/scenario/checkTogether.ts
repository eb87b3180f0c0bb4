// Do the parts of a scenario fit together: ids, references, ledgers, facts?

import { scenarioSchema, type WorldFile } from '../model/index.ts';
import { checkBases } from './checkBases.ts';
import { checkMoments } from './checkMoments.ts';
import { checkPlugIns, type Surroundings } from './checkPlugIns.ts';
import { checkPrefix } from './checkPools.ts';
import type { WorldNames } from './checkWorld.ts';
import { at, entries, items, numberOf, type Place, textOf } from './place.ts';
import type { ProblemList } from './problem.ts';
import { everywhere, mustName, uniqueIds } from './reference.ts';

/** What the schema says of a file that says nothing. */
const usualTickHours = scenarioSchema.shape.tickHours.parse(undefined);

/** A world that is right, and the names in it, or as many as could be read of one that is not. */
export interface WorldReading {
  readonly world: WorldFile | undefined;
  readonly names: WorldNames | undefined;
}

/** What refers to names that could not be read is left unchecked. */
export function checkTogether(scenario: Place, world: WorldReading, problems: ProblemList): void {
  checkIds(scenario, problems);
  checkSources(scenario, world.names, problems);
  checkPlugIns(scenario, surroundingsOf(scenario, world), problems);
  checkBases(scenario, problems);
  checkMoments(scenario, problems);
  for (const [, ledger] of entries(at(scenario, 'ledgers'))) {
    for (const entry of items(ledger)) checkPrefix(at(entry, 'prefix'), problems);
  }
  const stacks = new Set(
    items(at(scenario, 'stacks')).flatMap((one) => textOf(at(one, 'id')) ?? []),
  );
  for (const fact of items(at(scenario, 'facts'))) {
    checkFigures(fact, problems);
    mustName(at(fact, 'stack'), 'the id of a stack', stacks, problems);
    if (!world.names) continue;
    mustName(at(fact, 'service'), 'the id of a service', world.names.services, problems);
  }
}

/** low ≤ value ≤ high, as far as they are given. */
function checkFigures(fact: Place, problems: ProblemList): void {
  const [low, value, high] = (['low', 'value', 'high'] as const).map((key) =>
    numberOf(at(fact, key)),
  );
  if (low !== undefined && value !== undefined && low > value) {
    problems.add(at(fact, 'value'), `at least ${low}, which is low`);
  }
  if (value !== undefined && high !== undefined && value > high) {
    problems.add(at(fact, 'high'), `at least ${value}, which is value`);
  } else if (low !== undefined && high !== undefined && low > high) {
    problems.add(at(fact, 'high'), `at least ${low}, which is low`);
  }
}

/** What the plug-ins of a scenario may refer to. */
export function surroundingsOf(scenario: Place, { world, names }: WorldReading): Surroundings {
  return {
    world,
    networks: names?.networks,
    regions: names?.regions,
    tickHours: numberOf(at(scenario, 'tickHours')) ?? usualTickHours,
    names: {
      ledger: new Set(entries(at(scenario, 'ledgers')).map(([id]) => id)),
      provider: names?.providers,
      pool: names?.pools,
      service: names?.services,
      profile: names?.profiles,
      protocol: names?.protocols,
    },
  };
}

function checkIds(scenario: Place, problems: ProblemList): void {
  const stacks = items(at(scenario, 'stacks'));
  const stackIds = uniqueIds(stacks, 'stack', problems);
  mustName(at(scenario, 'stack'), 'the id of a stack', stackIds, problems);
  for (const stack of stacks) {
    uniqueIds(items(at(stack, 'strategies')), 'strategy of the stack', problems);
  }
  uniqueIds(items(at(scenario, 'countermeasures')), 'countermeasure', problems);
  uniqueIds(items(at(scenario, 'facts')), 'fact', problems);
  uniqueIds(items(at(scenario, 'story')), 'step of the story', problems);
}

/** A source may be the scenario's own or the world's. */
function checkSources(scenario: Place, world: WorldNames | undefined, problems: ProblemList): void {
  if (!world) return;
  const own = entries(at(scenario, 'sources')).map(([id]) => id);
  const known = new Set([...own, ...world.sources]);
  for (const key of ['story', 'ladder', 'ledgers', 'stacks', 'countermeasures', 'facts']) {
    for (const place of everywhere(at(scenario, key), 'reported')) {
      mustName(place, 'the id of a source', known, problems);
    }
  }
}
