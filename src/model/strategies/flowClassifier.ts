// Deep packet inspection: a box gives each flow a suspicion score and drops those above a threshold.
import * as z from 'zod/mini';
import { normalCdf, normalQuantile } from '../normal.ts';
import { choiceParameter, fileParameter, numberParameter, reference } from '../parameter.ts';
import { rule } from '../rule.ts';
import { defineStrategy, type FlowBox } from './strategy.ts';

const scoreSchema = z.strictObject({
  mean: z.number().check(z.gte(-100), z.lte(100)),
  deviation: z.number().check(z.gt(0), z.lte(100)),
});
const rate = () => z.number().check(z.gt(0), z.lt(1));
const operatingPointSchema = z.strictObject({
  protocols: z.array(reference('protocol')).check(z.minLength(1)),
  truePositiveRate: rate(),
  falsePositiveRate: rate(),
});

const parameters = z
  .strictObject({
    threshold: numberParameter({
      label: 'Threshold θ',
      help: 'Flows with a suspicion score above θ are dropped. Raising θ spares neighbours and misses more of the target: it walks the ROC curve.',
      min: -4,
      max: 8,
      step: 0.05,
      default: 0,
      display: 'plain',
    }),
    coverageMobile: numberParameter({
      label: 'Coverage, mobile',
      help: 'Share of mobile traffic that passes through a box.',
      min: 0,
      max: 1,
      step: 0.01,
      default: 1,
      display: 'share',
    }),
    coverageFixed: numberParameter({
      label: 'Coverage, fixed lines',
      help: 'Share of fixed-line traffic that passes through a box.',
      min: 0,
      max: 1,
      step: 0.01,
      default: 0.5,
      display: 'share',
    }),
    capacity: numberParameter({
      label: 'Capacity',
      help: 'What the boxes can inspect, as a share of the traffic of the busiest hour.',
      min: 0.05,
      max: 1,
      step: 0.01,
      default: 1,
      display: 'share',
    }),
    overload: choiceParameter({
      label: 'Above its capacity the box',
      help: 'Lets the rest pass uninspected (fail-open) or drops it (fail-closed).',
      options: [
        { value: 'fail-open', label: 'Lets pass' },
        { value: 'fail-closed', label: 'Drops' },
      ],
      default: 'fail-open',
    }),
    scores: z.optional(
      fileParameter(z.record(reference('protocol'), scoreSchema), {
        kind: 'table',
        label: 'Scores',
        help: 'Suspicion score of each protocol: Normal(mean, deviation). A protocol that is not named is never flagged.',
      }),
    ),
    operatingPoint: z.optional(
      fileParameter(operatingPointSchema, {
        kind: 'table',
        label: 'Operating point',
        help: 'Published rates at θ = 0 instead of scores: the named protocols score Normal(μ, 1) with the true-positive rate, all others with the false-positive rate.',
      }),
    ),
  })
  .check(
    rule(['scores', 'operatingPoint'], ({ scores, operatingPoint }) => {
      if ((scores === undefined) !== (operatingPoint === undefined)) return undefined;
      const found = scores === undefined ? 'neither' : 'both';
      return { path: [], expected: 'either scores or an operatingPoint, and not both', found };
    }),
  );

type Chosen = z.infer<typeof parameters>;
export interface ProtocolScore {
  readonly mean: number;
  readonly deviation: number;
}

/** P(flag) = Φ((μ − θ)/σ): the true-positive rate of the target's protocol, a false-positive rate of others. */
export function flagProbability(score: ProtocolScore, threshold: number): number {
  return normalCdf((score.mean - threshold) / score.deviation);
}

/** The score of each protocol, from the table or solved from the operating point; undefined: never flagged. */
export function scoresOfProtocols(
  chosen: Pick<Chosen, 'scores' | 'operatingPoint'>,
  protocols: readonly string[],
): (ProtocolScore | undefined)[] {
  const point = chosen.operatingPoint;
  if (!point) {
    const scores = new Map(Object.entries(chosen.scores ?? {}));
    return protocols.map((protocol) => scores.get(protocol));
  }
  const solve = (flagRate: number) => ({ mean: normalQuantile(flagRate), deviation: 1 });
  const hunted = solve(point.truePositiveRate);
  const other = solve(point.falsePositiveRate);
  return protocols.map((protocol) => (point.protocols.includes(protocol) ? hunted : other));
}

export const flowClassifier = defineStrategy({
  technique: 'flowClassifier',
  title: 'Deep packet inspection',
  explanation:
    'Drops flows that look like the target, wherever they go; errors hit whatever looks alike.',
  sees: ['protocol', 'network'],
  parameters,
  begin(chosen, { observables }): FlowBox {
    const scores = scoresOfProtocols(chosen, observables.protocols);
    const flags = scores.map((score) => (score ? flagProbability(score, chosen.threshold) : 0));
    const coverage = observables.accessOfNetwork.map((access) =>
      access === 'mobile' ? chosen.coverageMobile : chosen.coverageFixed,
    );
    return {
      kind: 'flow',
      flagged: (protocol) => flags[protocol] ?? 0,
      coverage: (network) => coverage[network] ?? 0,
      inspected: (load) => (load <= chosen.capacity ? 1 : chosen.capacity / load),
      overflow: chosen.overload === 'fail-open' ? 'pass' : 'drop',
    };
  },
});
