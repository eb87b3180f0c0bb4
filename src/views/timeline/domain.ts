// How far up a lane reaches: fixed by the scenario, so that runs of it can be compared by eye.
import {
  countAddresses,
  type Fact,
  parsePrefix,
  type Scenario,
  setOfPrefixes,
} from '../../model/index.ts';

export interface Domain {
  /** The value at the lane's upper edge. */
  readonly most: number;
  /** The run reached beyond what the scenario lets expect, and the lane was widened for it. */
  readonly isWidened: boolean;
}

/** Shares up to a fifth are told apart; a run beyond that gets the whole. */
const USUAL_COLLATERAL = 0.2;

/** @param peak the largest value of the run */
export function domainOf(
  metric: 'listedAddresses' | 'targetBlocked' | 'collateral',
  scenario: Scenario,
  peak: number,
): Domain {
  if (metric === 'targetBlocked') return { most: 1, isWidened: false };
  const reported = largestFigure(scenario.facts, metric);
  if (metric === 'collateral') {
    const usual = reported > USUAL_COLLATERAL ? 1 : USUAL_COLLATERAL;
    return { most: peak > usual ? 1 : usual, isWidened: peak > usual };
  }
  const expected = niceAbove(Math.max(reported, everListed(scenario.ledgers)));
  if (expected === 0) return { most: niceAbove(Math.max(1, peak)), isWidened: false };
  let most = expected;
  // Doubled, not fitted: neighbouring runs share a scale also when they need a wider one.
  while (most < peak) most *= 2;
  return { most, isWidened: most > expected };
}

function largestFigure(facts: readonly Fact[], metric: string): number {
  return facts.reduce(
    (most, { metric: of, value, high, low }) =>
      of === metric ? Math.max(most, value ?? 0, high ?? 0, low ?? 0) : most,
    0,
  );
}

const known = new WeakMap<Scenario['ledgers'], number>();

/** Addresses that the largest ledger lists at any time: no less than its peak. */
function everListed(ledgers: Scenario['ledgers']): number {
  const before = known.get(ledgers);
  if (before !== undefined) return before;
  const sizes = Object.values(ledgers).map((entries) => {
    const prefixes = entries.flatMap(({ prefix }) => {
      const parsed = parsePrefix(prefix);
      return parsed.ok ? [parsed.prefix] : [];
    });
    return countAddresses(setOfPrefixes(prefixes));
  });
  const most = Math.max(0, ...sizes);
  known.set(ledgers, most);
  return most;
}

const NICE = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** The next round number: 384 → 400, 21.2 million → 25 million; 0 stays. */
export function niceAbove(value: number): number {
  if (value <= 0) return 0;
  const power = 10 ** Math.floor(Math.log10(value));
  return (NICE.find((step) => step * power >= value) ?? 10) * power;
}
