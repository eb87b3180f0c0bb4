// A world beyond its shape: do its names name something, do its shares add up, does its space fit?
import { type WorldFile, worldSchema } from '../model/index.ts';
import { checkDependencies } from './checkDependencies.ts';
import { checkDomains } from './checkDomains.ts';
import { checkPlacement } from './checkPlacements.ts';
import { checkPools, poolsOf } from './checkPools.ts';
import { checkShape } from './checkShape.ts';
import { at, entries, items, numberOf, type Place, textOf } from './place.ts';
import type { ProblemList } from './problem.ts';
import { everywhere, mustAddUp, mustName, uniqueIds } from './reference.ts';

/** The names of a world that a scenario may refer to. */
export interface WorldNames {
  readonly providers: ReadonlySet<string>;
  readonly pools: ReadonlySet<string>;
  readonly services: ReadonlySet<string>;
  readonly profiles: ReadonlySet<string>;
  readonly protocols: ReadonlySet<string>;
  readonly networks: ReadonlySet<string>;
  readonly regions: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
}

/** Checked worlds need no second look: editing a parameter must not read 10,000 prefixes again. */
const namesOfChecked = new WeakMap<object, WorldNames>();

/**
 * The checked world and the names in it. Where there are problems `world` is undefined, and the
 * names are those that could be read, so that the rest of a scenario can be checked all the same.
 */
export function checkWorld(
  place: Place,
  problems: ProblemList,
): { world: WorldFile | undefined; names: WorldNames } {
  const { value } = place;
  const checkedNames = typeof value === 'object' && value !== null && namesOfChecked.get(value);
  if (checkedNames) return { world: value as WorldFile, names: checkedNames };
  const before = problems.count;
  const world = checkShape(worldSchema, place, problems);
  const names = checkNames(place, problems);
  if (!world || problems.count > before) return { world: undefined, names };
  namesOfChecked.set(world, names);
  return { world, names };
}

function checkNames(world: Place, problems: ProblemList): WorldNames {
  const ids = (key: string, what: string) => uniqueIds(items(at(world, key)), what, problems);
  const setOfPool = checkPools(world, problems);
  const services = ids('services', 'service');
  const names: WorldNames = {
    providers: ids('providers', 'provider'),
    pools: uniqueIds(poolsOf(world), 'pool', problems),
    services,
    profiles: ids('profiles', 'profile'),
    protocols: ids('protocols', 'protocol'),
    networks: ids('networks', 'network'),
    regions: regionsOf(world),
    sources: new Set(entries(at(world, 'sources')).map(([id]) => id)),
  };
  const categories = ids('categories', 'category');
  for (const place of everywhere(world, 'reported')) {
    mustName(place, 'the id of a source', names.sources, problems);
  }
  for (const service of items(at(world, 'services'))) {
    checkService(service, names, categories, setOfPool, problems);
  }
  checkDependencies(world, services, problems);
  checkTails(world, names, problems);
  checkMixes(world, names, problems);
  checkWhole(world, problems);
  return names;
}

/** Regions have no list of their own: a network names the one that it lies in. */
function regionsOf(world: Place): ReadonlySet<string> {
  const regions = items(at(world, 'networks')).map((network) => textOf(at(network, 'region')));
  return new Set(regions.filter((region) => region !== undefined));
}

function checkService(
  service: Place,
  names: WorldNames,
  categories: ReadonlySet<string>,
  setOfPool: ReturnType<typeof checkPools>,
  problems: ProblemList,
): void {
  mustName(at(service, 'category'), 'the id of a category', categories, problems);
  mustName(at(service, 'profile'), 'the id of a profile', names.profiles, problems);
  const placements = items(at(service, 'placements'));
  const shares = placements.map((placement) => numberOf(at(placement, 'share')));
  mustAddUp(at(service, 'placements'), shares, problems);
  for (const placement of placements) {
    mustName(at(placement, 'pool'), 'the id of a pool', names.pools, problems);
    mustName(at(placement, 'profile'), 'the id of a profile', names.profiles, problems);
    const pool = setOfPool.get(textOf(at(placement, 'pool')) ?? '');
    if (pool) checkPlacement(placement, pool, problems);
  }
  checkDomains(at(service, 'domains'), problems);
}

function checkTails(world: Place, names: WorldNames, problems: ProblemList): void {
  for (const pool of poolsOf(world)) {
    const tail = at(pool, 'tail');
    mustName(at(tail, 'profile'), 'the id of a profile', names.profiles, problems);
    checkDomains(at(tail, 'domains'), problems);
    // The long tail of a pool goes by this name among the services.
    const tailId = `${textOf(at(pool, 'id'))}-tail`;
    if (tail.value !== undefined && names.services.has(tailId)) {
      problems.add(at(pool, 'id'), `an id such that no service is called ${tailId}`);
    }
  }
}

function checkMixes(world: Place, names: WorldNames, problems: ProblemList): void {
  for (const profile of items(at(world, 'profiles'))) {
    const mix = entries(at(profile, 'mix'));
    for (const [protocol, share] of mix) {
      mustName({ ...share, value: protocol }, 'the id of a protocol', names.protocols, problems);
    }
    mustAddUp(
      at(profile, 'mix'),
      mix.map(([, share]) => numberOf(share)),
      problems,
    );
    const used = new Set(mix.map(([protocol]) => protocol));
    for (const [protocol, need] of entries(at(profile, 'needs'))) {
      const place = { ...need, value: protocol };
      mustName(place, 'the id of a protocol that the profile uses', used, problems);
    }
  }
}

function checkWhole(world: Place, problems: ProblemList): void {
  const networks = at(world, 'networks');
  const shares = items(networks).map((network) => numberOf(at(at(network, 'share'), 'value')));
  mustAddUp(networks, shares, problems);
  const hourly = at(at(world, 'diurnal'), 'hourly');
  if (items(hourly).length > 0 && items(hourly).every(({ value }) => value === 0)) {
    problems.add(hourly, 'at least one hour with traffic', { found: '0 at every hour' });
  }
  const services = at(world, 'services');
  const roles = items(services).map((service) => textOf(at(service, 'role')));
  if (roles.length === 0) return;
  for (const role of ['target', 'bystander']) {
    if (!roles.includes(role)) {
      problems.add(services, `at least one service with the role ${role}`, {
        found: 'none with it',
      });
    }
  }
}
