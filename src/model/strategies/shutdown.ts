// Cutting people off altogether: where and when is said by the networks, regions and hours of the entry.
import * as z from 'zod/mini';
import { coverageParameter } from './coverageParameters.ts';
import { plainBox } from './plainBox.ts';
import { defineStrategy, type FlowBox } from './strategy.ts';

const source =
  'Mobile Internet switched off across Russia (Window on Eurasia, from Stay in Touch, 1 January 2026)';

const parameters = z.strictObject({
  mobile: coverageParameter({
    label: 'Cut off, mobile',
    help: 'Share of the users of the mobile networks in question who are cut off. About 11,900 mobile shutdowns were counted in Russia in 2025: 68 in May, nearly 2,000 in August. Which networks are in question is said by the entry; all when it says nothing.',
    default: 1,
    source,
  }),
  fixed: coverageParameter({
    label: 'Cut off, fixed lines',
    help: 'Share of the users of the fixed-line networks in question who are cut off. The shutdowns counted in 2025 were mobile. Which networks are in question is said by the entry; all when it says nothing.',
    default: 1,
    source,
  }),
});

export const shutdown = defineStrategy({
  technique: 'shutdown',
  title: 'Shutdown',
  explanation: 'Cuts off everything on a network, in a region or in certain hours, whatever it is.',
  sees: ['network'],
  parameters,
  begin({ mobile, fixed }, { observables }): FlowBox {
    const shares = { coverageMobile: mobile, coverageFixed: fixed };
    return { ...plainBox(shares, observables), needsNoBox: true };
  },
});
