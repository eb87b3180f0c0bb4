// Bundles: the placements of one service whose flows look alike to every box. What lists and boxes take of
// them is linear in what fails by the lists, so it is worked out once a bundle instead of once a placement.
import type { World } from '../world/world.ts';

/**
 * A service has as many bundles at most as placements: those in use have numbers from that of its first
 * placement on. A bundle cell is a bundle on a network: network · placements + bundle.
 */
export interface Bundles {
  readonly bundlesOfService: Uint32Array;
  readonly bundleOfPlacement: Uint32Array;
  /** The placements of a bundle, in their own order: from firstMemberOfBundle to before endOfBundle. */
  readonly memberOfBundle: Uint32Array;
  readonly firstMemberOfBundle: Uint32Array;
  readonly endOfBundle: Uint32Array;
  readonly lookOfBundle: Uint32Array;
  readonly profileOfBundle: Uint32Array;
  /** Share of the sessions of its service. */
  readonly shareOfBundle: Float64Array;
}

export function createBundles(world: World, lookOfPlacement: Uint32Array): Bundles {
  const { count } = world.placements;
  const services = world.services.ids.length;
  const bundles = {
    bundlesOfService: new Uint32Array(services),
    bundleOfPlacement: new Uint32Array(count),
    memberOfBundle: new Uint32Array(count),
    firstMemberOfBundle: new Uint32Array(count),
    endOfBundle: new Uint32Array(count),
    lookOfBundle: new Uint32Array(count),
    profileOfBundle: new Uint32Array(count),
    shareOfBundle: new Float64Array(count),
  };
  for (let service = 0; service < services; service++) {
    bundleService(bundles, world, lookOfPlacement, service);
  }
  return bundles;
}

/** Bundles the placements of a service by their looks, in the order in which the looks come up. */
export function bundleService(
  bundles: Bundles,
  { placements, services }: World,
  lookOfPlacement: Uint32Array,
  service: number,
): void {
  const { bundleOfPlacement, lookOfBundle, shareOfBundle, memberOfBundle } = bundles;
  const first = services.firstPlacementOfService[service]!;
  const endOfService = services.firstPlacementOfService[service + 1]!;
  let end = first;
  for (let p = first; p < endOfService; p++) {
    let bundle = first;
    while (bundle < end && lookOfBundle[bundle] !== lookOfPlacement[p]) bundle++;
    if (bundle === end) {
      lookOfBundle[end] = lookOfPlacement[p]!;
      bundles.profileOfBundle[end] = placements.profileOfPlacement[p]!;
      shareOfBundle[end++] = 0;
    }
    bundleOfPlacement[p] = bundle;
    shareOfBundle[bundle]! += placements.shareOfPlacement[p]!;
  }
  let member = first;
  for (let bundle = first; bundle < end; bundle++) {
    bundles.firstMemberOfBundle[bundle] = member;
    for (let p = first; p < endOfService; p++) {
      if (bundleOfPlacement[p] === bundle) memberOfBundle[member++] = p;
    }
    bundles.endOfBundle[bundle] = member;
  }
  bundles.bundlesOfService[service] = end - first;
}
