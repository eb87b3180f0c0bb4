// The parameters of where boxes stand: shared by all strategies that look at flows.
import { numberParameter } from '../parameter.ts';

const source =
  "The regulator's announcement of 10 March 2021, quoted in It's a unipolar world (12 March 2021)";

/** The coverage of a rule, with what it is unless a file says otherwise. */
export function coverageParameters(usual: { readonly mobile: number; readonly fixed: number }) {
  const range = { min: 0, max: 1, step: 0.01, display: 'share' } as const;
  return {
    coverageMobile: numberParameter({
      label: 'Coverage, mobile',
      help: 'Share of mobile traffic that passes through a box; of the slow-down of Twitter in 2021 the regulator said: all.',
      ...range,
      default: usual.mobile,
      source,
    }),
    coverageFixed: numberParameter({
      label: 'Coverage, fixed lines',
      help: 'Share of fixed-line traffic that passes through a box; of the slow-down of Twitter in 2021 the regulator said: half.',
      ...range,
      default: usual.fixed,
      source,
    }),
  };
}

/** Spread into the parameters of a strategy. */
export const coverageShape = coverageParameters({ mobile: 1, fixed: 0.5 });

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
