// On which networks an entry is in force, and what it is narrowed down to when one of them is chosen or left out.
import type { PlugInEntry, WorldFile } from '../model/index.ts';

type Where = Pick<PlugInEntry, 'networks' | 'regions'>;
type Networks = Pick<WorldFile, 'networks'>;

/** The networks on which an entry is in force; a network without a region is in none that an entry names. */
export function networksInForce({ networks }: Networks, entry: Where): WorldFile['networks'] {
  return networks.filter(
    ({ id, region }) =>
      (entry.networks?.includes(id) ?? true) &&
      (entry.regions === undefined || (region !== undefined && entry.regions.includes(region))),
  );
}

/** A network or region that can be chosen or left out. */
export interface PlaceChoice {
  readonly id: string;
  readonly title: string;
  readonly isChosen: boolean;
  /** Without it the entry would be in force nowhere. */
  readonly isLast: boolean;
  /** What the entry names when this one is chosen or left out; undefined: nothing, as in the scenario. */
  readonly next: readonly string[] | undefined;
}

/** One a network, or one a region of the world, in the order of the file. */
export function placeChoices(
  world: Networks,
  entry: Where,
  original: Where | undefined,
  key: 'networks' | 'regions',
): PlaceChoice[] {
  const titles = key === 'networks' ? titlesOfNetworks(world) : regionsOf(world);
  const all = [...titles.keys()];
  const chosen = entry[key] ?? all;
  return all.map((id) => {
    const isChosen = chosen.includes(id);
    const toggled = all.filter((one) => chosen.includes(one) !== (one === id));
    const isLast = networksInForce(world, { ...entry, [key]: toggled }).length === 0;
    return {
      id,
      title: titles.get(id) ?? id,
      isChosen,
      isLast,
      next: asInFile(toggled, all, original?.[key]),
    };
  });
}

/** The same names as the scenario has are no change, in whatever order; and all of them are none where it has none. */
function asInFile(
  names: readonly string[],
  all: readonly string[],
  original: readonly string[] | undefined,
): readonly string[] | undefined {
  const own = original ?? all;
  const isSame = own.length === names.length && own.every((one) => names.includes(one));
  return isSame ? original : names;
}

function titlesOfNetworks({ networks }: Networks): Map<string, string> {
  return new Map(networks.map(({ id, title }) => [id, title]));
}

function regionsOf({ networks }: Networks): Map<string, string> {
  return new Map(
    networks.flatMap(({ region }): [string, string][] =>
      region === undefined ? [] : [[region, region]],
    ),
  );
}
