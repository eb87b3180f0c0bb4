// How clients hear of fresh addresses in another way: push messages, DNS records, a site. What carries
// the news may be hit itself.
import * as z from 'zod/mini';
import { fileParameter, numberParameter, reference } from '../parameter.ts';
import type { Fault } from '../rule.ts';
import { newsStepOf } from './addressHopping/news.ts';
import { type Channel, defineCountermeasure, type EarlierEntry } from './countermeasure.ts';

const parameters = z.strictObject({
  service: fileParameter(reference('service'), {
    kind: 'text',
    label: 'Service',
    help: 'Whose clients hear of fresh addresses this way.',
  }),
  carrier: z.optional(
    fileParameter(reference('service'), {
      kind: 'text',
      label: 'Carrier',
      help: 'The service that carries the news, such as push messages; what is lost of it slows the news in proportion. Without it, nothing does.',
    }),
  ),
  share: numberParameter({
    label: 'Share of the clients',
    help: 'How many of the clients the channel reaches. Over all channels of a service 1 at most; the rest hear by the built-in way.',
    min: 0,
    max: 1,
    step: 0.01,
    default: 0.5,
    display: 'share',
  }),
  delayHours: numberParameter({
    label: 'Delay',
    help: 'Mean hours until a client whom the channel reaches learns of a fresh address, rounded to half ticks. The channels of a service and its built-in way each add their part to the news of an hour, and it ends when all have heard.',
    unit: 'h',
    roundedToTicks: 0.5,
    min: 0,
    max: 72,
    step: 1,
    default: 3,
  }),
});

type Chosen = z.infer<typeof parameters>;

export const updateChannel = defineCountermeasure({
  technique: 'updateChannel',
  title: 'Update channel',
  explanation:
    'Clients hear of fresh addresses through another service, which may be hit by the block itself.',
  parameters,
  begin: (chosen, setting): Channel => ({
    kind: 'channel',
    service: setting.numberOfService(chosen.service),
    carrier: chosen.carrier === undefined ? undefined : setting.numberOfService(chosen.carrier),
    share: chosen.share,
    step: newsStepOf(chosen.delayHours, setting.tickHours),
    fromTick: setting.fromTick,
    untilTick: setting.untilTick,
  }),
  faults: faultsOf,
});

/** The channels of a service reach its clients once each: their shares add up to 1 at most. */
function faultsOf(
  { service, share }: Chosen,
  _world: unknown,
  earlier: readonly EarlierEntry<Chosen>[],
): Fault[] {
  const rivals = earlier.filter(({ parameters: other }) => other.service === service);
  const taken = rivals.reduce((sum, { parameters: other }) => sum + other.share, 0);
  if (rivals.length === 0 || taken + share <= 1 + 1e-9) return [];
  const shown = (value: number) => Number(value.toPrecision(7));
  const others = rivals.map(({ id }) => id).join(', ');
  const expected = `at most ${shown(Math.max(0, 1 - taken))}, the rest hears by ${others}`;
  return [{ path: ['share'], expected }];
}
