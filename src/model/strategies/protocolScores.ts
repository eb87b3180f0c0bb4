// The scores of a classifier by protocol: as given, or solved from an operating point or a preset.
import { normalQuantile } from '../normal.ts';
import {
  type Conditions,
  classifierPresets,
  conditionsOf,
  fallenFrom,
  type OperatingPoint,
  type PresetId,
} from './classifierPresets.ts';
import type { ProtocolScore } from './classifierRates.ts';

/** One of `scores`, `operatingPoint` and `preset`; `protocols` are those that the preset hunts. */
export interface ClassifierChoice {
  readonly scores?: Readonly<Record<string, ProtocolScore>> | undefined;
  readonly operatingPoint?:
    | (OperatingPoint & { readonly protocols: readonly string[] })
    | undefined;
  readonly preset?: PresetId | undefined;
  readonly protocols?: readonly string[] | undefined;
  readonly conditions?: 'laboratory' | 'field' | undefined;
  /** 0 … 1: how much of the way from the laboratory to the field, in the field. */
  readonly fieldFall?: number | undefined;
}

/** The score of each protocol; undefined: never flagged. */
export function scoresOfProtocols(
  chosen: ClassifierChoice,
  protocols: readonly string[],
): (ProtocolScore | undefined)[] {
  const solved = solvedScores(chosen);
  if (!solved) {
    const scores = new Map(Object.entries(chosen.scores ?? {}));
    return protocols.map((protocol) => scores.get(protocol));
  }
  return protocols.map((protocol) =>
    solved.hunted.includes(protocol) ? solved.target : solved.other,
  );
}

function solvedScores(chosen: ClassifierChoice) {
  const { operatingPoint: own, preset: id, protocols = [] } = chosen;
  if (own) {
    const ends = { laboratory: own, field: fallenFrom(own) };
    return { hunted: own.protocols, ...scoresBetween(ends, wayToField(chosen)) };
  }
  const preset = classifierPresets.find((one) => one.id === id);
  return (
    preset && { hunted: protocols, ...scoresBetween(conditionsOf(preset), wayToField(chosen)) }
  );
}

const wayToField = ({ conditions, fieldFall = 1 }: ClassifierChoice) =>
  conditions === 'field' ? fieldFall : 0;

/**
 * Scores Normal(μ, 1) that have the rates of the laboratory at θ = 0 (way 0), those of the field (way
 * 1), or rates between. A rate r is met by μ = Φ⁻¹(r), its probit, and it is the probits that are
 * mixed: the ROC curve between two curves of this kind is then again one of the kind.
 */
function scoresBetween({ laboratory, field }: Conditions, way: number) {
  const between = (rate: keyof OperatingPoint): ProtocolScore => ({
    mean: mix(laboratory[rate], field[rate], way),
    deviation: 1,
  });
  return { target: between('truePositiveRate'), other: between('falsePositiveRate') };
}

function mix(laboratory: number, field: number, way: number): number {
  const from = normalQuantile(laboratory);
  // A way of 0 must give the laboratory's own bits, as if there were no field.
  return way === 0 ? from : (1 - way) * from + way * normalQuantile(field);
}
