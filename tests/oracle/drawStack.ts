// Random stacks: every technique, on some of the networks, for some of the time.
import fc from 'fast-check';
import {
  block,
  blockText,
  names,
  off,
  perhaps,
  pick,
  protocol,
  protocols,
  type Registered,
  share,
} from './drawing.ts';
import { buildPlace, buildWindow, type MomentText, place, window } from './drawScope.ts';

const kindOf = <K extends string>(kind: K) => ({ kind: fc.constant(kind) });
const coverage = fc.record({ coverageMobile: share, coverageFixed: share });
const action = fc.record({
  action: pick(['drop', 'drop', 'throttle', 'byteCap'] as const),
  kilobitsPerSecond: pick([8, 128, 1024]),
  kilobytes: pick([1, 16, 200]),
});
const blocks = fc.array(block, { maxLength: 3 });
const someProtocols = fc.subarray([...protocols], { minLength: 1, maxLength: 2 });

const list = fc.record({
  ...kindOf('list'),
  ledger: pick(['a', 'b', null, null, null] as const),
  prefixLength: pick([8, 16, 20, 22, 24, 26, 28, 30, 31, 32, 32]),
  listAs: pick(['prefix', 'prefix', 'prefix', 'registered', 'provider'] as const),
  escalateAfter: pick([0, 1, 2, 3]),
  escalateWithinHours: pick([1, 2, 4, 24]),
  unlistAfterHours: pick([0, 0, 3, 12]),
  mistakes: perhaps(
    fc.record({ block, afterHours: pick([0, 2.5, 7, 30]), forHours: pick([0.2, 2, 9]) }),
    4,
  ),
  discoveryPerHour: pick([0, 0.1, 0.3, 1, 2]),
  releaseHours: pick([1, 1, 2, 3, 9]),
  protectedBlocks: fc.array(block, { maxLength: 2 }),
});

const score = fc.record({
  mean: fc.integer({ min: -30, max: 30 }).map((tenths) => tenths / 10),
  deviation: fc.integer({ min: 1, max: 30 }).map((tenths) => tenths / 10),
});
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
  scores: fc.dictionary(protocol, score),
  operatingPoint: perhaps(
    fc.record({
      protocols: fc.subarray([...protocols], { minLength: 1 }),
      truePositiveRate: pick([0.5, 0.9, 0.99]),
      falsePositiveRate: pick([0.0001, 0.05, 0.5]),
    }),
  ),
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
});
const calls = fc.record({
  ...kindOf('calls'),
  coverage,
  action,
  voice: protocol,
  video: perhaps(protocol),
  detects: share,
  videoLikeness: share,
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
  names: fc.subarray([...names]),
  prefixes: blocks,
});
const shutdown = fc.record({ ...kindOf('shutdown'), mobile: share, fixed: share });
const idle = fc.record(kindOf('none'));

const rule = fc.oneof(
  { arbitrary: list, weight: 8 },
  { arbitrary: flow, weight: 4 },
  { arbitrary: fingerprint, weight: 2 },
  { arbitrary: calls, weight: 2 },
  { arbitrary: nameFilter, weight: 3 },
  { arbitrary: allowList, weight: 2 },
  { arbitrary: shutdown, weight: 1 },
  { arbitrary: idle, weight: 1 },
) as fc.Arbitrary<Rule>;
type Drawn<A> = A extends fc.Arbitrary<infer T> ? T : never;
type Rule =
  | Drawn<typeof list>
  | Drawn<typeof flow>
  | Drawn<typeof fingerprint>
  | Drawn<typeof calls>
  | Drawn<typeof nameFilter>
  | Drawn<typeof allowList>
  | Drawn<typeof shutdown>
  | Drawn<typeof idle>;

export const drawnStack = fc.array(fc.record({ rule, window, place, off }), {
  maxLength: 4,
  size: 'max',
});
export type DrawnStack = Drawn<typeof drawnStack>;

export interface Surroundings {
  readonly registered: readonly Registered[][];
  readonly networks: number;
  readonly steps: number;
  readonly moment: MomentText;
}

export function buildStack(drawn: DrawnStack, around: Surroundings) {
  return drawn.map((one, index) => ({
    id: `strategy-${index}`,
    off: one.off,
    ...buildWindow(one.window, around.steps, around.moment),
    ...buildPlace(one.place, around.networks),
    ...buildRule(one.rule, (text) => blockText(text, around.registered)),
  }));
}

function buildRule(rule: Rule, textOf: (drawn: Drawn<typeof block>) => string) {
  switch (rule.kind) {
    case 'none':
      return { technique: 'none', parameters: {} };
    case 'shutdown': {
      const { mobile, fixed } = rule;
      return { technique: 'shutdown', parameters: { mobile, fixed } };
    }
    case 'list':
      return { technique: 'addressBlocklist', parameters: buildList(rule, textOf) };
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
      return { technique: 'nameFilter', parameters: { ...own, ...where, ...what } };
    }
    case 'allow': {
      const prefixes = rule.prefixes.map(textOf);
      return {
        technique: 'allowList',
        parameters: { names: rule.names, prefixes, ...rule.coverage },
      };
    }
  }
}

function buildList(
  { kind: _, ledger, protectedBlocks, mistakes: mistake, ...hunt }: Drawn<typeof list>,
  textOf: (drawn: Drawn<typeof block>) => string,
) {
  // A mistake that would touch a protected prefix is refused, so there is one or the other.
  const protectedPrefixes = mistake ? [] : protectedBlocks.map(textOf);
  const { block: where, ...when } = mistake ?? {};
  const mistakes = where ? [{ prefix: textOf(where), ...when }] : [];
  return ledger
    ? { entries: 'ledger', ledger, mistakes, protectedPrefixes }
    : { entries: 'adaptive', ...hunt, mistakes, protectedPrefixes };
}

function buildFlow(rule: Drawn<typeof flow>, textOf: (drawn: Drawn<typeof block>) => string) {
  const { kind: _, scores, operatingPoint, ...own } = rule;
  const { coverage: where, action: what, ranges, ...plain } = own;
  const rates = operatingPoint ? { operatingPoint } : { scores };
  return { ...plain, ...where, ...what, ranges: ranges.map(textOf), ...rates };
}

function buildCalls(rule: Drawn<typeof calls>, textOf: (drawn: Drawn<typeof block>) => string) {
  const { kind: _, voice, video, coverage: where, action: what, ...own } = rule;
  const ranges = own.ranges.map(textOf);
  const spared = own.spared.map(textOf);
  return {
    ...{ ...own, ...where, ...what, ranges, spared },
    by: ranges.length > 0 ? 'ranges' : 'pattern',
    voice: [voice],
    video: video === undefined || video === voice ? [] : [video],
  };
}
