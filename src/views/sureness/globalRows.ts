// What a global method of sensitivity says of each input, the strongest first, in words.
import type { Metric } from '../../model/index.ts';
import { fineFigure, fineShare } from './figures.ts';
import type { Influence } from './influence.ts';

export interface GlobalRows {
  readonly columns: readonly string[];
  readonly note: string;
  readonly rows: readonly { id: string; title: string; cells: readonly string[] }[];
}

const MOST_ROWS = 15;

export function layoutGlobal({ inputs, morris, sobol }: Influence, metric: Metric): GlobalRows {
  const strength =
    morris?.map(({ meanSize }) => meanSize) ?? sobol?.map(({ total }) => total.value);
  const cells = inputs.map((_, index) => {
    const effect = morris?.[index];
    if (effect)
      return [effect.meanSize, effect.mean, effect.deviation].map((one) => fineFigure(metric, one));
    const { first, total } = sobol?.[index] ?? {};
    return [first, total].flatMap((one) =>
      one ? [fineShare(one.value), `${fineShare(one.low)} to ${fineShare(one.high)}`] : [],
    );
  });
  const rows = inputs
    .map(({ id, title }, index) => ({
      id,
      title,
      cells: cells[index] ?? [],
      strength: strength?.[index] ?? 0,
    }))
    .sort((a, b) => b.strength - a.strength)
    .slice(0, MOST_ROWS)
    .map(({ id, title, cells: own }) => ({ id, title, cells: own }));
  return { ...(morris ? wordsOfMorris : wordsOfSobol), rows };
}

const wordsOfMorris = {
  columns: ['Size of the effect (μ*)', 'Mean effect (μ)', 'How much it varies (σ)'],
  note: 'Effect of going over the whole range of the input, from many places in the ranges of all the others. A large σ means that it hangs on the others, or that it bends.',
};

const wordsOfSobol = {
  columns: ['Alone', 'alone, 5 – 95 %', 'With others', 'with others, 5 – 95 %'],
  note: 'Share of the variance that each of the six strongest inputs of the tornado brings, alone and with its interactions, the others staying at their likeliest values. So few samples leave wide ranges, and estimates near 0 may fall below it.',
};
