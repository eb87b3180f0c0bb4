// Random rules about flows: every technique but the lists.
import fc from 'fast-check';
import { classifierPresets } from '../../src/model/strategies/classifierPresets.ts';
import {
  action,
  block,
  names,
  perhaps,
  pick,
  protocol,
  protocols,
  share,
  type TextOf,
} from './drawing.ts';

const kindOf = <K extends string>(kind: K) => ({ kind: fc.constant(kind) });
const coverage = fc.record({ coverageMobile: share, coverageFixed: share });
const blocks = fc.array(block, { maxLength: 3 });
const someProtocols = fc.subarray([...protocols], { minLength: 1, maxLength: 2 });

const score = fc.record({
  mean: fc.integer({ min: -30, max: 30 }).map((tenths) => tenths / 10),
  deviation: fc.integer({ min: 1, max: 30 }).map((tenths) => tenths / 10),
});
const hunted = fc.subarray([...protocols], { minLength: 1 });
const conditions = fc.record({
  conditions: pick(['laboratory', 'field', 'field'] as const),
  fieldFall: pick([0, 0.3, 1]),
});
const operatingPoint = fc.record({
  protocols: hunted,
  truePositiveRate: pick([0.5, 0.9, 0.99]),
  falsePositiveRate: pick([0.0001, 0.05, 0.5]),
});
/** What a classifier takes for suspicious, by one of its three ways to say so. */
const rates = fc.oneof(
  fc.record({ scores: fc.dictionary(protocol, score) }),
  fc.record({ operatingPoint, conditions }),
  fc.record({ preset: pick(classifierPresets.map(({ id }) => id)), protocols: hunted, conditions }),
);
const flow = fc.record({
  ...kindOf('flow'),
  coverage,
  action,
  threshold: pick([-4, -1.3, 0, 0, 0.7, 2, 8]),
  share: pick([1, 1, 0.263]),
  capacity: pick([0.05, 0.3, 0.6, 0.9, 1]),
  overload: pick(['fail-open', 'fail-closed'] as const),
  residualSeconds: pick([0, 0, 180, 600]),
  ranges: blocks,
  rates,
});
const fingerprint = fc.record({
  ...kindOf('fingerprint'),
  coverage,
  action,
  protocols: someProtocols,
  catches: share,
  alsoCatches: pick([0, 0.01]),
  share: pick([1, 0.263]),
  halfLifeWeeks: pick([0, 0.5]),
  refreshWeeks: pick([0, 1, 2]),
});
const calls = fc.record({
  ...kindOf('calls'),
  coverage,
  action,
  voice: protocol,
  video: perhaps(protocol),
  detects: share,
  videoLikeness: share,
  alone: fc.boolean(),
  ranges: blocks,
  spared: blocks,
});
const nameRule = fc.record({
  match: pick(['exact', 'suffix', 'substring'] as const),
  text: pick([...names, 'example']),
});
const nameFilter = fc.record({
  ...kindOf('names'),
  coverage,
  action,
  rules: fc.array(nameRule, { maxLength: 3, size: 'max' }),
  where: pick(['sni', 'dns'] as const),
  plainDns: share,
});
const allowList = fc.record({
  ...kindOf('allow'),
  coverage,
  action,
  names: fc.subarray([...names]),
  prefixes: blocks,
});
const shutdown = fc.record({ ...kindOf('shutdown'), mobile: share, fixed: share });
const idle = fc.record(kindOf('none'));

export const boxes = fc.oneof(
  { arbitrary: flow, weight: 4 },
  { arbitrary: fingerprint, weight: 2 },
  { arbitrary: calls, weight: 2 },
  { arbitrary: nameFilter, weight: 3 },
  { arbitrary: allowList, weight: 2 },
  { arbitrary: shutdown, weight: 1 },
  { arbitrary: idle, weight: 1 },
) as fc.Arbitrary<DrawnBox>;
export type DrawnBox =
  | Drawn<typeof flow>
  | Drawn<typeof fingerprint>
  | Drawn<typeof calls>
  | Drawn<typeof nameFilter>
  | Drawn<typeof allowList>
  | Drawn<typeof shutdown>
  | Drawn<typeof idle>;

export function buildBox(rule: DrawnBox, textOf: TextOf) {
  switch (rule.kind) {
    case 'none':
      return { technique: 'none', parameters: {} };
    case 'shutdown': {
      const { mobile, fixed } = rule;
      return { technique: 'shutdown', parameters: { mobile, fixed } };
    }
    case 'flow':
      return { technique: 'flowClassifier', parameters: buildFlow(rule, textOf) };
    case 'fingerprint': {
      const { kind: _, coverage: where, action: what, ...own } = rule;
      return { technique: 'protocolFingerprint', parameters: { ...own, ...where, ...what } };
    }
    case 'calls':
      return { technique: 'callRestriction', parameters: buildCalls(rule, textOf) };
    case 'names': {
      const { kind: _, coverage: where, action: what, ...own } = rule;
      // Look-ups can only be dropped.
      const done = own.where === 'dns' ? { ...what, action: 'drop' } : what;
      return { technique: 'nameFilter', parameters: { ...own, ...where, ...done } };
    }
    case 'allow': {
      const prefixes = rule.prefixes.map(textOf);
      return {
        technique: 'allowList',
        parameters: { names: rule.names, prefixes, ...rule.coverage, ...rule.action },
      };
    }
  }
}

type Drawn<A> = A extends fc.Arbitrary<infer T> ? T : never;

function buildFlow(drawn: Drawn<typeof flow>, textOf: TextOf) {
  const { kind: _, rates: from, coverage: where, action: what, ranges, ...own } = drawn;
  const { conditions: under, ...said } = { conditions: {}, ...from };
  return { ...own, ...where, ...what, ...said, ...under, ranges: ranges.map(textOf) };
}

function buildCalls(rule: Drawn<typeof calls>, textOf: TextOf) {
  const { kind: _, voice, video, alone, coverage: where, action: what, ...own } = rule;
  const byRanges = alone ? 'ranges' : 'pattern-and-ranges';
  const ranges = own.ranges.map(textOf);
  const spared = own.spared.map(textOf);
  return {
    ...{ ...own, ...where, ...what, ranges, spared },
    by: ranges.length > 0 ? byRanges : 'pattern',
    voice: [voice],
    video: video === undefined || video === voice ? [] : [video],
  };
}
