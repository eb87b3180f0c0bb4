// The break-even as a sentence. Of the tiny world’s bystanders all sessions are TLS.
import { describe, expect, test } from 'vitest';
import { planRun } from '../../../src/model/index.ts';
import { breakEvenSentence } from '../../../src/views/sureness/breakEven.ts';
import { leversOf } from '../../../src/views/sureness/knobs.ts';
import type { EvenResult } from '../../../src/views/sureness/stacks.ts';
import { tiny } from '../../model/run/tinyRun.ts';
import { pointOf } from './handmade.ts';

const boxes = {
  id: 'boxes',
  technique: 'flowClassifier',
  title: 'Boxes',
  parameters: {
    threshold: 0,
    scores: { mtproto: { mean: 2, deviation: 1 }, tls: { mean: -1, deviation: 1 } },
  },
};
const nothing = { id: 'nothing', technique: 'none', parameters: {} };
const scenario = tiny({
  stack: 'list',
  stacks: [
    { id: 'list', title: 'List', summary: '.', strategies: [nothing] },
    { id: 'boxes', title: 'Boxes', summary: '.', strategies: [boxes] },
  ],
});
const { world } = planRun(scenario);
const threshold = leversOf(scenario, 'boxes').find(
  ({ knob }) => knob.parameter.id === 'threshold',
)?.knob;
if (!threshold) throw new Error('there is no threshold');

const question = { stack: 'boxes', reference: 'list', size: 1 };
const tell = (brought: EvenResult['brought']) =>
  breakEvenSentence(world, {
    scenario,
    question,
    result: { reference: pointOf(0.07, 0.1), brought },
  });

describe('break-even', () => {
  test('is told with both rates of the classifier there', () => {
    // At θ = −1 half of TLS is flagged, since its scores have their mean there. The target is MTProto
    // for three quarters: 0.75 · Φ(3) + 0.25 · Φ(0) = 0.75 · 0.99865 + 0.125 = 0.87399.
    const point = pointOf(0.6, 0.1);
    const sentence = tell({
      knob: threshold,
      solution: { kind: 'found', value: -1, isWithin: true, point },
    });
    expect(sentence).toBe(
      '“Boxes” hits as much of everybody else as “List” (10 %) when Threshold θ is −1; ' +
        'it then stops 60 % of the target, “List” 7 %. The classifier may then flag 50 % of everybody ' +
        'else’s sessions that it inspects (its false-positive rate at break-even), and catches 87.4 % of the target’s.',
    );
  });
  test('is out of reach when both ends harm less, or nothing changes', () => {
    const none = (atLow: number, atHigh: number) =>
      tell({ knob: threshold, solution: { kind: 'none', atLow, atHigh } });
    expect(none(0.04, 0)).toBe(
      'There is no such value: “List” hits 10 % of everybody else, and “Boxes” can be brought by Threshold θ only from 0 % to 4 %.',
    );
    expect(none(0.04, 0.04)).toMatch(/and “Boxes” hits 4 % whatever its numbers are\.$/);
  });
  test('needs a number to set', () => {
    expect(tell(undefined)).toBe('“Boxes” has no number that can be set.');
  });
});
