// How much of a scenario was reported, derived or assumed: its figures and those of its world, by kind of thing.
import {
  type Basis,
  type BasisKind,
  basisKind,
  countermeasures,
  describeParameters,
  type PlugInEntry,
  type Scenario,
  strategies,
} from '../model/index.ts';
import { isRecord, joinPath } from './place.ts';

export interface FigureCount {
  /** What the figures are about, such as `placements`. */
  readonly about: string;
  readonly of: 'scenario' | 'world';
  readonly counts: Readonly<Record<BasisKind, number>>;
  /** Paths of the figures that nobody vouches for. */
  readonly without: readonly string[];
}

/** In the order in which a file has them. The world is counted with the changes of the scenario. */
export function countFigures(scenario: Scenario): FigureCount[] {
  return [...countOwn(scenario), ...countWorld(scenario.world)].filter(
    ({ counts, without }) => sumOf(counts) + without.length > 0,
  );
}

export function sumOf(counts: Readonly<Record<BasisKind, number>>): number {
  return counts.reported + counts.derived + counts.assumed;
}

/** Several counts as one. */
export function addCounts(all: readonly FigureCount[]): Record<BasisKind, number> {
  const sum = noCounts();
  for (const { counts } of all) {
    for (const kind of ['reported', 'derived', 'assumed'] as const) sum[kind] += counts[kind];
  }
  return sum;
}

function countOwn(scenario: Scenario): FigureCount[] {
  const own = (about: string, value: unknown) => count(about, 'scenario', basesWithin(value));
  return [
    own('story', scenario.story),
    own('steps of the ladder', scenario.ladder),
    own('listed entries', scenario.ledgers),
    countParameters(scenario),
    own('published figures', scenario.facts),
  ];
}

function countWorld(world: Scenario['world']): FigureCount[] {
  const { services, providers, networks, profiles, categories, economy, diurnal, nameShares } =
    world;
  const of = (about: string, value: unknown, without: string[] = []) =>
    count(about, 'world', basesWithin(value), without);
  const pools = providers.flatMap((provider) => provider.pools);
  const named = [...services, ...pools.flatMap(({ tail }) => tail ?? [])].some(
    ({ domains }) => domains !== undefined,
  );
  const owners = providers.map(({ pools: _, ...provider }) => provider);
  // What was said of a service at the time is no figure of the model.
  const themselves = services.map(({ placements: _, report: __, ...service }) => service);
  const placements = services.map((service) => service.placements);
  return [
    of('hours of the day', diurnal),
    of('economy', [economy, categories]),
    of('profiles', profiles),
    of('networks', networks),
    of('address ranges', owners),
    of('sites of long tails', pools),
    of('services', themselves),
    of('placements', placements),
    of('shares of names', nameShares, named && !nameShares ? ['world.nameShares'] : []),
  ];
}

function count(
  about: string,
  of: FigureCount['of'],
  bases: readonly Basis[],
  without: readonly string[] = [],
): FigureCount {
  const counts = noCounts();
  for (const basis of bases) counts[basisKind(basis)]++;
  return { about, of, counts, without };
}

function noCounts(): Record<BasisKind, number> {
  return { reported: 0, derived: 0, assumed: 0 };
}

/** Everything within a value that says where it comes from. */
function basesWithin(value: unknown): Basis[] {
  if (Array.isArray(value)) return value.flatMap(basesWithin);
  if (!isRecord(value)) return [];
  const own = isBasis(value) ? [value] : [];
  return [...own, ...Object.values(value).flatMap(basesWithin)];
}

function isBasis(value: Record<string, unknown>): value is Basis & Record<string, unknown> {
  return ['reported', 'derived', 'assumed'].some((key) => typeof value[key] === 'string');
}

function countParameters({ stacks, countermeasures: answers }: Scenario): FigureCount {
  const entries = [
    ...stacks.flatMap((stack, s) =>
      stack.strategies.map((entry, e) => ({ entry, path: `stacks[${s}].strategies[${e}]` })),
    ),
    ...answers.map((entry, e) => ({ entry, path: `countermeasures[${e}]` })),
  ];
  const bases = entries.flatMap(({ entry }) => basesWithin(entry.bases));
  const without = entries.flatMap(({ entry, path }) =>
    figuresWithout(entry).map((id) => joinPath(`${path}.parameters`, id)),
  );
  return count('parameters', 'scenario', bases, without);
}

/**
 * The parameters of an entry that are numbers, or tables of them, and say nothing of where they come from.
 * A number left at its default needs no word: PARAMETERS.md has it.
 */
function figuresWithout({ technique, parameters, bases = {} }: PlugInEntry): string[] {
  const plugIn = [...strategies, ...countermeasures].find((one) => one.technique === technique);
  if (!plugIn) return [];
  return describeParameters(plugIn.parameters)
    .filter(({ id, default: initial }) => bases[id] === undefined && parameters[id] !== initial)
    .filter(({ id }) => holdsNumber(parameters[id]))
    .map(({ id }) => id);
}

function holdsNumber(value: unknown): boolean {
  if (typeof value === 'number') return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsNumber);
}
