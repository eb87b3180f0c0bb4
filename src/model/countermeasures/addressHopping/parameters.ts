// What can be chosen of a target that hops.
import * as z from 'zod/mini';
import { fileParameter, numberParameter, reference } from '../../parameter.ts';

/** Pools by weight, as several countermeasures name them. */
export function weightedPools() {
  return z.array(
    z.strictObject({ pool: reference('pool'), weight: z.number().check(z.gt(0), z.lte(1e6)) }),
  );
}

export const parameters = z.strictObject({
  service: fileParameter(reference('service'), {
    kind: 'text',
    label: 'Service',
    help: 'Who moves.',
  }),
  profile: z.optional(
    fileParameter(reference('profile'), {
      kind: 'text',
      label: 'Profile',
      help: 'Only the placements of the service with this profile move; without it, all do.',
    }),
  ),
  ownRanges: z._default(
    fileParameter(z.array(reference('prefix')), {
      kind: 'list',
      label: 'Own ranges',
      help: 'Ranges of the target itself: fresh addresses come from there as long as one is free.',
    }),
    [],
  ),
  pools: fileParameter(weightedPools(), {
    kind: 'list',
    label: 'Pools',
    help: 'Where fresh addresses are rented, by weight among those that still have unlisted space.',
  }),
  budget: numberParameter({
    label: 'Budget',
    help: 'The most addresses that can be rented during the run; then the target stays where it is. 0: no limit.',
    unit: 'addresses',
    min: 0,
    max: 1_000_000,
    step: 1,
    integer: true,
    default: 0,
    display: 'plain',
  }),
  evictions: z._default(
    fileParameter(
      z.array(
        z.strictObject({
          provider: reference('provider'),
          afterHours: z.number().check(z.gte(0), z.lte(100_000)),
        }),
      ),
      {
        kind: 'list',
        label: 'Evictions',
        help: 'Providers that put the target out, so many hours after it began to move: it loses their addresses at once, with or without another place, and rents there no more. Clients who cannot reach it are counted to the list that drove it there, else to the first list of the stack that holds an entry; without any to nobody.',
        source:
          'None of Telegram in April 2018. AWS and Google asked Zello to stop changing addresses (TechCrunch, 23 April 2018).',
      },
    ),
    [],
  ),
  hopDelayHours: numberParameter({
    label: 'Hop delay',
    help: 'Hours from the listing of an address until the target has replaced it, rounded to whole ticks.',
    unit: 'h',
    roundedToTicks: 1,
    min: 0,
    max: 72,
    step: 1,
    default: 1,
  }),
  newsDelayHours: numberParameter({
    label: 'News delay',
    help: 'Mean hours until a client learns of a fresh address, rounded to half ticks; the news spreads evenly, from the tick of the hop over twice that time. For those whom no update channel reaches.',
    unit: 'h',
    roundedToTicks: 0.5,
    min: 0,
    max: 72,
    step: 1,
    default: 3,
  }),
});

export type HoppingParameters = z.infer<typeof parameters>;
