// Where the scores of a classifier come from: a preset of the literature, an operating point, or a table.
import * as z from 'zod/mini';
import {
  choiceParameter,
  fileParameter,
  numberParameter,
  optionalChoiceParameter,
  reference,
} from '../parameter.ts';
import { rule } from '../rule.ts';
import { classifierPresets } from './classifierPresets.ts';
import type { ClassifierChoice } from './protocolScores.ts';

const scoreSchema = z.strictObject({
  mean: z.number().check(z.gte(-100), z.lte(100)),
  deviation: z.number().check(z.gt(0), z.lte(100)),
});
const rate = () => z.number().check(z.gt(0), z.lt(1));
const protocolList = () => z.array(reference('protocol')).check(z.minLength(1));
const operatingPointSchema = z.strictObject({
  protocols: protocolList(),
  truePositiveRate: rate(),
  falsePositiveRate: rate(),
});

/** Spread into the parameters of a strategy, together with the rules below. */
export const scoreShape = {
  preset: optionalChoiceParameter({
    label: 'Classifier',
    help: 'A classifier of the literature with its published error rates at θ = 0: the hunted protocols score Normal(μ, 1) with its true-positive rate, all others with its false-positive rate.',
    options: classifierPresets.map(({ id, title }) => ({ value: id, label: title })),
    source: classifierPresets
      .map(({ title, source, note }) => `${title}: ${source}. ${note}`)
      .join(' '),
  }),
  protocols: fileParameter(z.optional(protocolList()), {
    kind: 'list',
    label: 'Hunted protocols',
    help: 'What a preset takes for its prey; flows of all other protocols are flagged by mistake.',
  }),
  conditions: choiceParameter({
    label: 'Conditions',
    help: 'Error rates as in the laboratory, or as they fall in a live network: to the published field figures, else to what became of classifiers on systems that they were not trained on (52 % of the target, 12 % of the others).',
    options: [
      { value: 'laboratory', label: 'Laboratory' },
      { value: 'field', label: 'Field' },
    ],
    default: 'laboratory',
    notWith: ['scores'],
    source: 'Seeing through Network-Protocol Obfuscation (ACM CCS 2015)',
  }),
  fieldFall: numberParameter({
    label: 'Fall in the field',
    help: 'How much of the way from the laboratory to the field both rates go. Halfway is meant on the probit scale, where each rate is the mean of a bell curve of scores.',
    min: 0,
    max: 1,
    step: 0.05,
    default: 1,
    display: 'share',
    onlyWhen: { conditions: 'field' },
    notWith: ['scores'],
  }),
  scores: fileParameter(z.optional(z.record(reference('protocol'), scoreSchema)), {
    kind: 'table',
    label: 'Scores',
    help: 'Suspicion score of each protocol: Normal(mean, deviation). A protocol that is not named is never flagged.',
  }),
  operatingPoint: fileParameter(z.optional(operatingPointSchema), {
    kind: 'table',
    label: 'Operating point',
    help: 'Published rates at θ = 0 instead of scores: the named protocols score Normal(μ, 1) with the true-positive rate, all others with the false-positive rate.',
  }),
};

export const scoreRules = [
  rule<ClassifierChoice, 'scores' | 'operatingPoint' | 'preset'>(
    ['scores', 'operatingPoint', 'preset'],
    (chosen) => {
      const given = (['scores', 'operatingPoint', 'preset'] as const).filter(
        (key) => chosen[key] !== undefined,
      );
      if (given.length === 1) return undefined;
      const expected = 'exactly one of scores, an operatingPoint and a preset';
      return { path: [], expected, found: given.join(' and ') || 'none of them' };
    },
  ),
  rule<ClassifierChoice, 'preset' | 'protocols'>(
    ['preset', 'protocols'],
    ({ preset, protocols }) => {
      if ((preset === undefined) === (protocols === undefined)) return undefined;
      const expected = preset
        ? 'the protocols that the preset hunts'
        : 'no protocols, since there is no preset to hunt them';
      return { path: ['protocols'], expected };
    },
  ),
  rule<ClassifierChoice, 'scores' | 'conditions'>(
    ['scores', 'conditions'],
    ({ scores, conditions }) =>
      scores !== undefined && conditions === 'field'
        ? { path: ['conditions'], expected: 'laboratory, since scores are taken as they are given' }
        : undefined,
  ),
];
