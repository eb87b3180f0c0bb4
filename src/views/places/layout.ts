// Where sessions are lost as rows: networks and providers, at a moment and over the whole period.
import { type Breakdown, type PlaceLoss, placeLosses, type Run } from '../../model/index.ts';
import { placeShares } from '../../scenario/placeShares.ts';
import { percent } from '../../scenario/words.ts';

/** Shares in words; a dash where nobody of that kind is there. */
export interface PlaceFigures {
  readonly target: string;
  readonly others: string;
  /** The share of everybody else that is lost, 0 … 1, as the length of a bar. */
  readonly length: number;
}

export interface PlaceRow {
  readonly id: string;
  readonly title: string;
  /** “mobile, 14 % of the users”, “cloud”. */
  readonly note: string;
  readonly now: PlaceFigures;
  readonly period: PlaceFigures;
}

export interface Places {
  readonly networks: readonly PlaceRow[];
  /** Those from which something is lost in the period, most sessions of others first. */
  readonly providers: readonly PlaceRow[];
}

export function layoutPlaces(run: Run, breakdown: Breakdown, tick: number): Places {
  const { networks, providers } = run.plan.world;
  const period = placeLosses(run, breakdown);
  const now = placeLosses(run, breakdown, tick, tick + 1);
  const figures = (at: 'networks' | 'providers', place: number) => ({
    now: figuresOf(now[at][place]),
    period: figuresOf(period[at][place]),
  });
  return {
    networks: networks.ids.map((id, network) => ({
      id,
      title: networks.titles[network] ?? id,
      note: noteOfNetwork(run, network),
      ...figures('networks', network),
    })),
    providers: providers.ids
      .map((id, provider) => ({ id, provider, loss: period.providers[provider] }))
      .filter(({ loss }) => loss && loss.lost + loss.targetLost > 0)
      .sort((a, b) => (b.loss?.lost ?? 0) - (a.loss?.lost ?? 0))
      .map(({ id, provider }) => ({
        id,
        title: providers.names[provider] ?? id,
        note: kindOf(run, id),
        ...figures('providers', provider),
      })),
  };
}

function figuresOf(loss: PlaceLoss | undefined): PlaceFigures {
  const { targetBlocked, collateral } = loss
    ? placeShares(loss)
    : { targetBlocked: null, collateral: null };
  return {
    target: targetBlocked === null ? '–' : percent(targetBlocked),
    others: collateral === null ? '–' : percent(collateral),
    length: collateral ?? 0,
  };
}

const ACCESS = { mobile: 'mobile', fixed: 'fixed lines' } as const;

function noteOfNetwork({ plan }: Run, network: number): string {
  const { accessOfNetwork, regionOfNetwork, shareOfNetwork } = plan.world.networks;
  const region = regionOfNetwork[network];
  const parts = [
    ACCESS[accessOfNetwork[network] ?? 'fixed'],
    ...(region === undefined ? [] : [`region ${region}`]),
    `${percent(shareOfNetwork[network] ?? 0)} of the users`,
  ];
  return parts.join(', ');
}

const KINDS = {
  cloud: 'cloud',
  hosting: 'hosting',
  cdn: 'content delivery',
  content: 'a service of its own',
  telecom: 'telecom',
} as const;

function kindOf({ scenario }: Run, id: string): string {
  const provider = scenario.world.providers.find((one) => one.id === id);
  return provider ? KINDS[provider.kind] : '';
}
