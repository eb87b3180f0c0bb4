// What a threshold means, in two sentences: the error rates, and whose flows it would flag after all.
import { percent } from '../scenario/words.ts';
import type { RocCurve } from './rocCurve.ts';

export function rocInWords(roc: RocCurve): string {
  const rates =
    `At this θ an inspecting box acts on ${percent(roc.truePositiveRate)} of the target’s sessions ` +
    `and ${percent(roc.falsePositiveRate)} of everybody else’s.`;
  return `${rates} ${precisionInWords(roc)}`;
}

/** A good classifier may still flag mostly others, where the target is rare. */
function precisionInWords({ precision, baseRate }: RocCurve): string {
  if (Number.isNaN(precision)) return 'It would flag nothing.';
  const flows = 100 * precision;
  const whose = flows < 0.5 ? 'less than one is' : flows < 1.5 ? '1 is' : `${flows.toFixed(0)} are`;
  return (
    `Of 100 flows that it would flag, ${whose} the target’s, ` +
    `since the target has ${percent(baseRate)} of all sessions.`
  );
}

/** “AUC 0.970: how often …”; empty where nobody can be told apart. */
export function aucInWords({ auc }: RocCurve): string {
  if (Number.isNaN(auc)) return '';
  return `AUC ${auc.toFixed(3)}: how often a flow of the target scores above one of the others.`;
}
