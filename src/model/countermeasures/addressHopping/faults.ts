// What only the world and the other entries can tell of the parameters.
import type { Fault } from '../../rule.ts';
import type { WorldFile } from '../../world/worldSchema.ts';
import type { EarlierEntry } from '../countermeasure.ts';

interface Moved {
  readonly service: string;
  readonly profile?: string | undefined;
}

/** The profile is one that moves something; and nothing is moved twice, for only one could win. */
export function faultsOf(
  { service: id, profile: only }: Moved,
  world: WorldFile,
  earlier: readonly EarlierEntry<Moved>[],
): Fault[] {
  const service = world.services.find((one) => one.id === id);
  if (!service) return [];
  const used = new Set(service.placements.map(({ profile }) => profile ?? service.profile));
  if (only !== undefined && !used.has(only)) {
    return [
      { path: ['profile'], expected: 'a profile of a placement of the service', known: [...used] },
    ];
  }
  const rival = earlier.find(
    ({ parameters: { service: other, profile } }) =>
      other === id && (profile === undefined || only === undefined || profile === only),
  );
  if (!rival) return [];
  const path = [only === undefined ? 'service' : 'profile'];
  return [{ path, expected: `a ${path} of which the countermeasure ${rival.id} moves nothing` }];
}
