// Which names of which services a strategy catches, whom it is after or not: what a rule means in full.
import type { StrategyRun } from '../strategies/strategy.ts';
import type { Roles, World } from '../world/world.ts';

export interface CaughtName {
  readonly service: number;
  readonly name: string;
  /** Share of the service's sessions that ask for the name. */
  readonly share: number;
  readonly isTarget: boolean;
}

/**
 * In the order of the services and their names; empty for a strategy that does not look at names. Of
 * a white list: the names that are not on it, which pass by a listed address only.
 */
export function caughtNames(
  { world, roles }: { readonly world: World; readonly roles: Roles },
  strategy: StrategyRun,
): CaughtName[] {
  const { matchesName, actsOn } = (strategy.kind === 'flow' && strategy.selection) || {};
  if (!matchesName) return [];
  return world.services.domainsOfService.flatMap((domains, service) =>
    domains
      .filter(({ name }) => matchesName(name) === (actsOn === 'matches'))
      .map(({ name, share }) => ({
        service,
        name,
        share,
        isTarget: roles.isTargetOfService[service] === 1,
      })),
  );
}
