// The costs of a run as rows: figure and ends in words, how it is worked out, from which inputs.
import { type Cost, type CostFactor, costsOf, type Run } from '../../model/index.ts';
import { amount, basisInWords, roughly } from '../../scenario/words.ts';

export interface CostRow {
  readonly id: string;
  readonly title: string;
  /** “10.2 billion”, without the currency. */
  readonly figure: string;
  /** “2.83 billion to 42.4 billion”, and whether the figure is no middle of it; empty when both ends are the figure. */
  readonly range: string;
  readonly formula: string;
  readonly limits: string;
  /** Its parts, largest first, where it has several. */
  readonly parts: readonly string[];
  /** “value of an hour: 36, derived: …”, each once. */
  readonly inputs: readonly string[];
}

export interface CostTable {
  readonly currency: string;
  readonly rows: readonly CostRow[];
}

/** Over the whole period; undefined when the world says nothing of its economy. */
export function layoutCosts(run: Run): CostTable | undefined {
  const costs = costsOf(run);
  const [first] = costs;
  return first && { currency: first.currency, rows: costs.map((cost) => rowOf(run, cost)) };
}

function rowOf(run: Run, cost: Cost): CostRow {
  const { id, title, value, low, high, formula, limits, terms } = cost;
  const parts = terms.toSorted((a, b) => b.value - a.value);
  const inputs = terms.flatMap(({ title: part, factors }) =>
    factors.flatMap((factor) => inputInWords(run, factor, terms.length > 1 ? part : undefined)),
  );
  return {
    id,
    title,
    figure: roughly(value),
    range: low === high ? '' : `${roughly(low)} to ${roughly(high)}${endInWords(cost)}`,
    formula,
    limits,
    parts: parts.length > 1 ? parts.map((part) => `${part.title}: ${roughly(part.value)}`) : [],
    inputs: [...new Set(inputs)],
  };
}

/** So much of the range, or less, beyond the figure: then it stands at that end. */
const AT_THE_END = 0.05;

/** Where the figure is an end, such as the rate of the best connected countries, none may take it for the middle. */
function endInWords({ value, low, high }: Pick<Cost, 'value' | 'low' | 'high'>): string {
  const place = (value - low) / (high - low);
  if (place >= 1 - AT_THE_END) return '; the figure is at the upper end';
  return place <= AT_THE_END ? '; the figure is at the lower end' : '';
}

/** Nothing for what the run counted: that is no input. */
function inputInWords(
  { scenario }: Run,
  { title, value, low, high, basis }: CostFactor,
  part: string | undefined,
): string[] {
  if (!basis) return [];
  const ends =
    low === high ? '' : ` (${amount(low)} to ${amount(high)}${endInWords({ value, low, high })})`;
  const sources = { ...scenario.world.sources, ...scenario.sources };
  const name = part === undefined ? title : `${part}, ${title}`;
  return [`${name}: ${amount(value)}${ends}, ${basisInWords(sources, basis)}`];
}
