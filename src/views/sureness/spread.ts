// How far results scatter, and why: by chance, or because the inputs are not known.
import { scaleLinear } from 'd3-scale';
import {
  ensembleSeeds,
  rulesOf,
  type Scenario,
  type Study,
  type Uncertainty,
  uncertainInputs,
  uncertaintyStudy,
} from '../../model/index.ts';
import { percent } from '../../scenario/words.ts';
import { entryOf, fineFigure, metricOf } from './figures.ts';
import { shareDomain } from './panel.ts';

export interface SpreadQuestion {
  /** 1, 2, 4 …: how many times the usual number of draws. */
  readonly size: number;
}

const DRAWS = 24;
const SEEDS = 4;

export interface SpreadResult {
  readonly inputs: number;
  readonly draws: number;
  readonly uncertainty: Uncertainty;
}

export function* spreadOf(scenario: Scenario, { size }: SpreadQuestion): Study<SpreadResult> {
  const inputs = uncertainInputs(scenario);
  const draws = DRAWS * size;
  const seeds = ensembleSeeds(scenario.seed, SEEDS);
  const about = { draws, seeds, root: scenario.seed, keepsRules: rulesOf(scenario) };
  const uncertainty = yield* uncertaintyStudy(inputs, about);
  return { inputs: inputs.length, draws, uncertainty };
}

export function runsOfSpread({ size }: SpreadQuestion): number {
  return DRAWS * SEEDS * size;
}

const SHOWN = ['targetBlocked', 'collateral', 'collateralUserHours', 'servicesHit', 'servicesDown'];

export interface SpreadRow {
  readonly id: string;
  readonly title: string;
  readonly mean: string;
  readonly low: string;
  readonly high: string;
  readonly sentence: string;
  /** Of the variance, the share that comes from inputs; undefined when nothing varies. */
  readonly inputShare: number | undefined;
  /** Where the quantiles stand on the scale, 0 … 1. */
  readonly places: {
    readonly q5: number;
    readonly q25: number;
    readonly q50: number;
    readonly q75: number;
    readonly q95: number;
  };
  /** The right end of the scale; the left one is 0. */
  readonly scaleEnd: string;
}

export function layoutSpread({ means, quantiles, variances }: Uncertainty): SpreadRow[] {
  return SHOWN.map((id) => {
    const metric = metricOf(id);
    const { q5, q25, q50, q75, q95 } = entryOf(quantiles, id);
    const { input, total } = entryOf(variances, id);
    const inputShare = total > 0 ? input / total : undefined;
    const end = metric.unit === 'share' ? shareDomain([q95])[1] : roundEnd(q95);
    const scale = scaleLinear([0, end], [0, 1]);
    const [low, high] = [fineFigure(metric, q5), fineFigure(metric, q95)];
    return {
      id,
      title: metric.title,
      mean: fineFigure(metric, entryOf(means, id)),
      low,
      high,
      sentence: sentenceOf(low, high, inputShare),
      inputShare,
      places: { q5: scale(q5), q25: scale(q25), q50: scale(q50), q75: scale(q75), q95: scale(q95) },
      scaleEnd: fineFigure(metric, end),
    };
  });
}

function roundEnd(most: number): number {
  return (
    scaleLinear([0, most || 1], [0, 1])
      .nice(4)
      .domain()[1] ?? 1
  );
}

function sentenceOf(low: string, high: string, inputShare: number | undefined): string {
  if (inputShare === undefined) return `${low} in every run: neither chance nor inputs move it.`;
  const range =
    low === high
      ? `Nine runs in ten give ${low}`
      : `Nine runs in ten lie between ${low} and ${high}`;
  return `${range}; ${whyInWords(inputShare)}.`;
}

const MOST = 0.9;

function whyInWords(inputShare: number): string {
  const parts = `${percent(inputShare)} of the variance`;
  if (inputShare >= MOST) return `nearly all of it because inputs are not known (${parts})`;
  if (inputShare > 0.5) return `more of it because inputs are not known (${parts}) than by chance`;
  if (inputShare > 1 - MOST)
    return `more of it by chance than because inputs are not known (${parts})`;
  return `nearly all of it by chance; inputs that are not known bring ${parts}`;
}
