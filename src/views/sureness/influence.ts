// Which assumption matters most: the studies behind it, and how many runs they take.
import {
  type ElementaryEffects,
  ensembleSeeds,
  type Flips,
  flipStudy,
  type Input,
  morrisStudy,
  type Scenario,
  type SobolIndices,
  type Study,
  sobolStudy,
  streamsOf,
  type Tornado,
  tornadoStudy,
  uncertainInputs,
} from '../../model/index.ts';
import { chooseStack } from './knobs.ts';

export type Method = 'tornado' | 'morris' | 'sobol';

export interface InfluenceQuestion {
  readonly method: Method;
  /** Id of the metric. */
  readonly metric: string;
  /** The other stack of “hits more than …”, whose turning points are looked for; none: ''. */
  readonly against: string;
  readonly size: number;
}

export interface Influence {
  readonly inputs: readonly Input[];
  readonly tornado: Tornado | undefined;
  readonly flips: Flips | undefined;
  readonly morris: readonly ElementaryEffects[] | undefined;
  readonly sobol: readonly SobolIndices[] | undefined;
}

const TRAJECTORIES = 3;
const SAMPLES = 24;
/** Sobol costs a run for each input and sample: only those that the tornado finds strongest. */
const SOBOL_INPUTS = 6;

export function* influenceOf(scenario: Scenario, question: InfluenceQuestion): Study<Influence> {
  const { method, metric, against, size } = question;
  const seedsOf = (count: number) => ensembleSeeds(scenario.seed, count);
  const inputs = uncertainInputs(scenario);
  const nothing = { tornado: undefined, flips: undefined, morris: undefined, sobol: undefined };
  const about = { metric, seeds: seedsOf(1), streams: streamsOf(scenario.seed) };
  if (method === 'morris') {
    const morris = yield* morrisStudy(inputs, TRAJECTORIES * size, about);
    return { ...nothing, inputs, morris };
  }
  const tornado = yield* tornadoStudy(inputs, metric, seedsOf(method === 'sobol' ? 1 : size));
  if (method === 'sobol') {
    const strongest = tornado.bars.slice(0, SOBOL_INPUTS).map(({ input }) => input);
    const sobol = yield* sobolStudy(strongest, SAMPLES * size, about);
    return { ...nothing, inputs: strongest, sobol };
  }
  if (against === '') return { ...nothing, inputs, tornado };
  const both = uncertainInputs(scenario, [scenario.stack, against]);
  const side = (stack: string) => ({ metric, settings: [chooseStack(stack)] });
  const conclusion = { left: side(scenario.stack), relation: '>', right: side(against) } as const;
  const flips = yield* flipStudy(both, conclusion, seedsOf(size));
  return { ...nothing, inputs, tornado, flips };
}

/** How many runs the first answer takes; where something turns, the search for it takes some more. */
export function runsOfInfluence(scenario: Scenario, question: InfluenceQuestion): number {
  const { method, against, size } = question;
  const inputs = uncertainInputs(scenario).length;
  const ends = 2 * inputs + 1;
  if (method === 'morris') return TRAJECTORIES * size * (inputs + 1);
  if (method === 'sobol') return ends + SAMPLES * size * (Math.min(SOBOL_INPUTS, inputs) + 2);
  if (against === '') return ends * size;
  const both = uncertainInputs(scenario, [scenario.stack, against]).length;
  return (ends + 2 * (2 * both + 1)) * size;
}
