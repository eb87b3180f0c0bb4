// Clients of a service are updated one after the other, so that their flows look like another protocol.
import * as z from 'zod/mini';
import { logisticStep } from '../adoption.ts';
import { fileParameter, numberParameter, reference } from '../parameter.ts';
import { type Fault, notAbove } from '../rule.ts';
import type { WorldFile } from '../world/worldSchema.ts';
import {
  type CountermeasureSetting,
  type Disguise,
  defineCountermeasure,
  type EarlierEntry,
} from './countermeasure.ts';

const parameters = z
  .strictObject({
    service: fileParameter(reference('service'), {
      kind: 'text',
      label: 'Service',
      help: 'Whose clients change their look.',
    }),
    from: fileParameter(reference('protocol'), {
      kind: 'text',
      label: 'From',
      help: 'The protocol as which the flows are known.',
    }),
    to: fileParameter(reference('protocol'), {
      kind: 'text',
      label: 'To',
      help: 'The protocol that they come to look like.',
    }),
    initialShare: numberParameter({
      label: 'Changed at the start',
      help: 'Share of the flows that have the new look in the first tick. From 0 nothing grows.',
      min: 0,
      max: 1,
      step: 0.001,
      default: 0.01,
      display: 'share',
      source: 'Assumed: those who try out what is new',
    }),
    ceiling: numberParameter({
      label: 'Ceiling',
      help: 'Largest share that ever changes; the rest are clients that nobody updates.',
      min: 0,
      max: 1,
      step: 0.01,
      default: 0.95,
      display: 'share',
      source: 'Assumed: one client in twenty is never updated',
    }),
    growthPerDay: numberParameter({
      label: 'Growth',
      help: 'Logistic rate at which clients are updated.',
      unit: '1/day',
      min: 0,
      max: 5,
      step: 0.01,
      default: 0.3,
      source:
        'Assumed: half of the clients after a fortnight; in December 2021 Snowflake was repaired within weeks (USENIX Security 2024)',
    }),
  })
  .check(notAbove('initialShare', 'ceiling', 'ceiling'));

type Chosen = z.infer<typeof parameters>;

export const disguise = defineCountermeasure({
  technique: 'disguise',
  title: 'Change of look',
  explanation:
    'More and more clients of a service send flows that look like another protocol, as they are updated.',
  parameters,
  begin: (chosen, setting) => createDisguise(chosen, setting),
  faults: faultsOf,
});

/** Outside its window all flows have their old look. */
function createDisguise(chosen: Chosen, setting: CountermeasureSetting): Disguise {
  const { initialShare, ceiling, growthPerDay } = chosen;
  const { fromTick, untilTick, tickHours } = setting;
  return {
    kind: 'disguise',
    service: setting.numberOfService(chosen.service),
    from: setting.numberOfProtocol(chosen.from),
    to: setting.numberOfProtocol(chosen.to),
    shareInTick(tick) {
      if (tick < fromTick || tick >= untilTick) return 0;
      // Always from the start: nothing adds up but the time.
      const days = ((tick - fromTick) * tickHours) / 24;
      return logisticStep(initialShare, ceiling, growthPerDay * days);
    },
  };
}

/** The look is one that the service has, changes to another one, and by one countermeasure only. */
function faultsOf(
  { service: id, from, to }: Chosen,
  world: WorldFile,
  earlier: readonly EarlierEntry<Chosen>[],
): Fault[] {
  const faults: Fault[] = [];
  const known = protocolsOf(id, world);
  if (known && !known.includes(from)) {
    faults.push({ path: ['from'], expected: 'a protocol that the service uses', known });
  }
  if (from === to)
    faults.push({ path: ['to'], expected: 'another protocol than the one it leaves' });
  const other = earlier.find(({ parameters: own }) => own.service === id && own.from === from);
  if (other) {
    const expected = `a protocol of the service that the countermeasure ${other.id} does not change`;
    faults.push({ path: ['from'], expected });
  }
  return faults;
}

/** The protocols in the profiles of a service; undefined when there is no such service. */
function protocolsOf(id: string, world: WorldFile): string[] | undefined {
  const service = world.services.find((one) => one.id === id);
  if (!service) return undefined;
  const used = new Set(service.placements.map(({ profile }) => profile ?? service.profile));
  const profiles = world.profiles.filter((profile) => used.has(profile.id));
  return [...new Set(profiles.flatMap(({ mix }) => Object.keys(mix)))];
}
