// Users of a service that fails leave it for rivals, and some come back when it works again.
import * as z from 'zod/mini';
import { relaxStep } from '../adoption.ts';
import { fileParameter, numberParameter, reference } from '../parameter.ts';
import { type Fault, rule } from '../rule.ts';
import type { WorldFile } from '../world/worldSchema.ts';
import {
  type CountermeasureSetting,
  type Drift,
  defineCountermeasure,
  type EarlierEntry,
} from './countermeasure.ts';

const parameters = z
  .strictObject({
    service: fileParameter(reference('service'), {
      kind: 'text',
      label: 'Service',
      help: 'Whose users leave.',
    }),
    rivals: z._default(
      fileParameter(
        z.array(
          z.strictObject({
            service: reference('service'),
            share: z.number().check(z.gt(0), z.lte(1)),
          }),
        ),
        {
          kind: 'list',
          label: 'Rivals',
          help: 'Where those who leave go, with shares of at most 1 together; the rest stop altogether.',
        },
      ),
      [],
    ),
    ceiling: numberParameter({
      label: 'Ceiling',
      help: 'Largest share of the users who ever leave.',
      min: 0,
      max: 1,
      step: 0.01,
      default: 0.8,
      display: 'share',
      source:
        'A Look at the Consequences of Internet Censorship Through an ISP Lens (IMC 2014): rival sites took about 80 % of YouTube’s share in Pakistan',
    }),
    leavePerDay: numberParameter({
      label: 'Leaving',
      help: 'Rate at which users leave while every session fails; in proportion when fewer do.',
      unit: '1/day',
      min: 0,
      max: 1,
      step: 0.001,
      default: 0.01,
      source: 'Assumed: 97 % of the ceiling after the year over which Pakistan was observed',
    }),
    returnPerDay: numberParameter({
      label: 'Coming back',
      help: 'Rate at which those who left come back while nothing fails; in proportion when some does.',
      unit: '1/day',
      min: 0,
      max: 1,
      step: 0.001,
      default: 0.02,
      source: 'Assumed: half of them are back five weeks after the block',
    }),
  })
  .check(
    rule(['rivals'], ({ rivals }) => {
      const sum = rivals.reduce((all, { share }) => all + share, 0);
      if (sum <= 1 + 1e-9) return undefined;
      const found = `shares that add up to ${Number(sum.toPrecision(10))}`;
      return { path: ['rivals'], expected: 'shares that add up to 1 at most', found };
    }),
  );

type Chosen = z.infer<typeof parameters>;

export const substitution = defineCountermeasure({
  technique: 'substitution',
  title: 'Leaving for rivals',
  explanation:
    'Users whose sessions fail leave the service for others, and come back slowly when it works.',
  parameters,
  begin: (chosen, setting) => createDrift(chosen, setting),
  faults: faultsOf,
});

/** Outside its window nobody is away; the first tick of the window finds everybody at home. */
function createDrift(chosen: Chosen, setting: CountermeasureSetting): Drift {
  const { ceiling, leavePerDay, returnPerDay } = chosen;
  const service = setting.numberOfService(chosen.service);
  const days = setting.tickHours / 24;
  const leftOfNetwork = new Float64Array(setting.networks);
  let inForce = false;
  return {
    kind: 'drift',
    service,
    rivals: rivalsOf(chosen, setting),
    drift(tick, last) {
      inForce = tick >= setting.fromTick && tick < setting.untilTick;
      // What failed before the window did not yet make anybody leave.
      if (!inForce || tick === setting.fromTick) return;
      for (let network = 0; network < setting.networks; network++) {
        const lost = last.lostShare(service, network);
        // dw/dt = leaving · (K − w) − back · w: one relaxation towards where both are equal.
        const leaving = leavePerDay * lost;
        const rate = leaving + returnPerDay * (1 - lost);
        const left = leftOfNetwork[network]!;
        const goal = rate === 0 ? left : ceiling * (leaving / rate);
        leftOfNetwork[network] = relaxStep(left, goal, rate * days);
      }
    },
    leftOnNetwork: (network) => (inForce ? leftOfNetwork[network]! : 0),
  };
}

/** With shares of 1 together where rounding in the file has left a little more. */
function rivalsOf({ rivals }: Chosen, { numberOfService }: CountermeasureSetting) {
  const most = Math.max(
    1,
    rivals.reduce((sum, { share }) => sum + share, 0),
  );
  return rivals.map(({ service, share }) => ({
    service: numberOfService(service),
    share: share / most,
  }));
}

/** Nobody leaves a service for itself or twice; each rival has one share. */
function faultsOf(
  { service, rivals }: Chosen,
  _world: WorldFile,
  earlier: readonly EarlierEntry<Chosen>[],
): Fault[] {
  const ids = rivals.map((rival) => rival.service);
  const faults = ids.flatMap((id, index): Fault[] => {
    const path = ['rivals', index, 'service'];
    if (id === service) return [{ path, expected: 'another service than the one that is left' }];
    return ids.indexOf(id) < index ? [{ path, expected: 'each rival once' }] : [];
  });
  const other = earlier.find((entry) => entry.parameters.service === service);
  if (!other) return faults;
  const expected = `a service that the countermeasure ${other.id} does not make people leave`;
  return [...faults, { path: ['service'], expected }];
}
