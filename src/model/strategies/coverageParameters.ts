// The parameters of where boxes stand: shared by all strategies that look at flows.
import { numberParameter } from '../parameter.ts';

/** One share of the traffic on which a rule is in force. */
export function coverageParameter(meta: {
  readonly label: string;
  readonly help: string;
  readonly default: number;
  readonly source?: string;
}) {
  return numberParameter({ ...meta, min: 0, max: 1, step: 0.01, display: 'share' });
}

const source =
  "The regulator's announcement of 10 March 2021, quoted in It's a unipolar world (12 March 2021)";

/** Spread into the parameters of a strategy. */
export const coverageShape = {
  coverageMobile: coverageParameter({
    label: 'Coverage, mobile',
    help: 'Share of mobile traffic that passes through a box; of the slow-down of Twitter in 2021 the regulator said: all.',
    default: 1,
    source,
  }),
  coverageFixed: coverageParameter({
    label: 'Coverage, fixed lines',
    help: 'Share of fixed-line traffic that passes through a box; of the slow-down of Twitter in 2021 the regulator said: half.',
    default: 0.5,
    source,
  }),
};

/** Share of the flows of a network that pass through a box. */
export function coverageOf(
  chosen: { readonly coverageMobile: number; readonly coverageFixed: number },
  accessOfNetwork: readonly ('mobile' | 'fixed')[],
): (network: number) => number {
  const coverage = accessOfNetwork.map((access) =>
    access === 'mobile' ? chosen.coverageMobile : chosen.coverageFixed,
  );
  return (network) => coverage[network] ?? 0;
}
