// A box that copes with any load and, unless told otherwise, flags all that its rule is about.
import { coverageOf } from './coverageParameters.ts';
import type { FlowBox, Observables } from './strategy.ts';

/** Spread into what a strategy begins with. */
export function plainBox(
  chosen: Parameters<typeof coverageOf>[0],
  { accessOfNetwork }: Observables,
): FlowBox {
  return {
    kind: 'flow',
    flagged: () => 1,
    coverage: coverageOf(chosen, accessOfNetwork),
    inspected: () => 1,
    overflow: 'pass',
  };
}

/** Reads the name in the first packet, as far as the protocol shows it there. */
export function seesShownName({ showsNameOfProtocol }: Observables): (protocol: number) => number {
  return (protocol) => showsNameOfProtocol[protocol] ?? 0;
}
