// Deep packet inspection: a box gives each flow a suspicion score and acts on those above a threshold.
import * as z from 'zod/mini';
import { choiceParameter, fileParameter, numberParameter, reference } from '../parameter.ts';
import { setOfTexts } from '../world/prefixTexts.ts';
import { actionOf, actionShape } from './actionParameters.ts';
import { flagProbability, inspectedShare } from './classifierRates.ts';
import { coverageOf, coverageShape } from './coverageParameters.ts';
import { scoresOfProtocols } from './protocolScores.ts';
import { scoreRules, scoreShape } from './scoreParameters.ts';
import { defineStrategy, type FlowBox } from './strategy.ts';

const parameters = z
  .strictObject({
    ...scoreShape,
    threshold: numberParameter({
      label: 'Threshold θ',
      help: 'Flows with a suspicion score above θ are caught. Raising θ spares neighbours and misses more of the target: it walks the ROC curve.',
      min: -4,
      max: 8,
      step: 0.05,
      default: 0,
      display: 'plain',
    }),
    share: numberParameter({
      label: 'Share acted on',
      help: 'The box acts on this share of the flows that it flags, drawn at random: target and neighbours are hit less in the same ratio. The firewall of China cut 26.3 % of matches.',
      min: 0,
      max: 1,
      step: 0.001,
      default: 1,
      display: 'share',
      source: 'OONI, randomtraffic experiment (probe-cli pull request 1026, January 2023)',
    }),
    ...coverageShape,
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
    residualSeconds: numberParameter({
      label: 'Residual blocking',
      help: 'For so long a flagged flow keeps the pair of client and server blocked, whatever follows; 90–180 s were measured in China.',
      unit: 's',
      min: 0,
      max: 600,
      step: 10,
      default: 0,
      display: 'plain',
      source:
        'How the Great Firewall of China Detects and Blocks Fully Encrypted Traffic (USENIX Security 2023): 120 or 180 s',
    }),
    ...actionShape,
    ranges: fileParameter(z._default(z.array(reference('prefix')), []), {
      kind: 'list',
      label: 'Only in these ranges',
      help: 'Flows to other addresses are left alone; an empty list means everywhere.',
    }),
  })
  .check(...scoreRules);

export const flowClassifier = defineStrategy({
  technique: 'flowClassifier',
  title: 'Deep packet inspection',
  explanation:
    'Acts on flows that look like the target, wherever they go; errors hit whatever looks alike.',
  sees: ['protocol', 'address', 'network'],
  parameters,
  begin(chosen, { observables }): FlowBox {
    const scores = scoresOfProtocols(chosen, observables.protocols);
    const flags = scores.map((score) =>
      score ? chosen.share * flagProbability(score, chosen.threshold) : 0,
    );
    const ranges = setOfTexts(chosen.ranges);
    return {
      kind: 'flow',
      flagged: (protocol) => flags[protocol] ?? 0,
      coverage: coverageOf(chosen, observables.accessOfNetwork),
      inspected: (load) => inspectedShare(chosen.capacity, load),
      overflow: chosen.overload === 'fail-open' ? 'pass' : 'drop',
      ...(chosen.ranges.length > 0 && { selection: { ranges, actsOn: 'matches' } }),
      action: actionOf(chosen),
      residualSeconds: chosen.residualSeconds,
    };
  },
});
