// What only the world can tell of the parameters.
import type { Fault } from '../../rule.ts';
import type { WorldFile } from '../../world/worldSchema.ts';

/** The target does not move as a business does: it hops. */
export function faultsOf(
  { services }: { readonly services?: readonly string[] | undefined },
  world: WorldFile,
): Fault[] {
  const targets = new Set(
    world.services.filter(({ role }) => role === 'target').map(({ id }) => id),
  );
  return (services ?? []).flatMap((id, at) =>
    targets.has(id)
      ? [{ path: ['services', at], expected: 'a service that is not the target' }]
      : [],
  );
}
