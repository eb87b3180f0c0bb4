// A cost of a run: a sum of products, each factor with its range and with where it comes from.
import type { Basis, Figure } from '../basis.ts';

/** The value, and the ends that follow when all factors are at theirs. */
export interface CostRange {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface CostFactor extends CostRange {
  readonly title: string;
  /** None for what the run counted. */
  readonly basis?: Basis | undefined;
}

/** A product, such as the loss of one kind of business. */
export interface CostTerm extends CostRange {
  readonly title: string;
  readonly factors: readonly CostFactor[];
}

export interface Cost extends CostRange {
  readonly id: 'userHours' | 'perHead' | 'gdpShare' | 'businessLoss' | 'migration';
  readonly title: string;
  readonly currency: string;
  /** How it is worked out, in words. */
  readonly formula: string;
  /** What it is not good for: one sentence. */
  readonly limits: string;
  readonly terms: readonly CostTerm[];
}

export function counted(title: string, value: number): CostFactor {
  return { title, value, low: value, high: value };
}

export function given(title: string, { value, low, high, ...basis }: Figure): CostFactor {
  return { title, value, low: low ?? value, high: high ?? value, basis };
}

export function productOf(title: string, factors: readonly CostFactor[]): CostTerm {
  const product = (key: keyof CostRange) => factors.reduce((all, factor) => all * factor[key], 1);
  return { title, value: product('value'), low: product('low'), high: product('high'), factors };
}

export function sumOf(about: Omit<Cost, keyof CostRange>): Cost {
  const sum = (key: keyof CostRange) => about.terms.reduce((all, term) => all + term[key], 0);
  return { ...about, value: sum('value'), low: sum('low'), high: sum('high') };
}
