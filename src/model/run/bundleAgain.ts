// A service whose placements have come to look different is bundled anew.
import { bundleService } from './bundles.ts';
import { mark, type RunState } from './runState.ts';

export function bundleAgain({ bundles, plan, looks, dirty }: RunState, service: number): void {
  const { firstPlacementOfService } = plan.world.services;
  const { networks, placements } = plan.cells;
  bundleService(bundles, plan.world, looks.lookOfPlacement, service);
  const first = firstPlacementOfService[service]!;
  for (let bundle = first; bundle < first + bundles.bundlesOfService[service]!; bundle++) {
    for (let network = 0; network < networks; network++)
      mark(dirty.bundleCells, network * placements + bundle);
  }
  for (let network = 0; network < networks; network++) {
    mark(dirty.audiences, service * networks + network);
  }
  mark(dirty.services, service);
}
