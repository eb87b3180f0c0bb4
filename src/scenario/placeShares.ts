// Where sessions were lost, as data: by network, and by the provider from which they are served.
import { breakDown, type PlaceLoss, placeLosses, type Run } from '../model/index.ts';

export interface PlaceShares {
  /** Share of the target's sessions there that did not get through, 0 … 1; null where it has none. */
  readonly targetBlocked: number | null;
  /** The same of everybody else. */
  readonly collateral: number | null;
}

export function placeShares({ demand, lost, targetDemand, targetLost }: PlaceLoss): PlaceShares {
  return {
    targetBlocked: targetDemand > 0 ? targetLost / targetDemand : null,
    collateral: demand > 0 ? lost / demand : null,
  };
}

/**
 * Over the whole run. `demand` and `lost` are sessions of everybody else, `targetDemand` and
 * `targetLost` those of the target; each list adds up to all of them. `share` is of the users.
 */
export function describePlaces(run: Run) {
  const { networks, providers } = run.plan.world;
  const losses = placeLosses(run, breakDown(run));
  return {
    networks: losses.networks.map((loss, network) => ({
      id: networks.ids[network] ?? '',
      title: networks.titles[network] ?? '',
      access: networks.accessOfNetwork[network] ?? 'fixed',
      region: networks.regionOfNetwork[network] ?? null,
      share: networks.shareOfNetwork[network] ?? 0,
      ...placeShares(loss),
      ...loss,
    })),
    providers: losses.providers.map((loss, provider) => ({
      id: providers.ids[provider] ?? '',
      name: providers.names[provider] ?? '',
      ...placeShares(loss),
      ...loss,
    })),
  };
}
