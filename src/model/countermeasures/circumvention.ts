// People take up a tunnel (VPN, proxy) when sessions of a service fail, and drop it when they no longer do.
import * as z from 'zod/mini';
import { uptakeStep } from '../adoption.ts';
import { choiceParameter, fileParameter, numberParameter, reference } from '../parameter.ts';
import { notAbove, rule } from '../rule.ts';
import { addUpToOne } from '../world/addUpToOne.ts';
import { type CountermeasureSetting, defineCountermeasure, type Tunnel } from './countermeasure.ts';

const parameters = z
  .strictObject({
    service: fileParameter(reference('service'), {
      kind: 'text',
      label: 'Driven by',
      help: 'The service whose blocking makes people take up a tunnel.',
    }),
    covers: choiceParameter({
      label: 'Goes through the tunnel',
      help: 'The sessions of this service only, or those of all services: then as large a share of everybody on a network has a tunnel, whether they use the service or not.',
      options: [
        { value: 'service', label: 'The service' },
        { value: 'everything', label: 'Everything' },
      ],
      default: 'service',
    }),
    initialShare: numberParameter({
      label: 'Tunnels at the start',
      help: 'Share of the users who have a tunnel when it begins, and to which their number falls back. From 0 nothing grows: nobody could tell.',
      min: 0,
      max: 1,
      step: 0.01,
      default: 0.05,
      display: 'share',
      source: 'Assumed: a minority before the block',
    }),
    ceiling: numberParameter({
      label: 'Ceiling',
      help: 'Largest share of the users who ever have a tunnel.',
      min: 0.01,
      max: 1,
      step: 0.01,
      default: 0.41,
      display: 'share',
      source: 'Blocked and bypassed (CEPA, 2025): about 41 % of Russian users in a poll',
    }),
    growthPerDay: numberParameter({
      label: 'Growth',
      help: 'Logistic rate of the uptake while every session of the service fails; in proportion when fewer do.',
      unit: '1/day',
      min: 0,
      max: 3,
      step: 0.01,
      default: 0.1,
      source:
        'Assumed: half of the ceiling after three weeks; in Iran use was almost back within three weeks because of VPNs (Iran Times, 26 May 2018)',
    }),
    declinePerDay: numberParameter({
      label: 'Decline',
      help: 'Rate at which people go back to what they had at the start while nothing fails; in proportion when some does.',
      unit: '1/day',
      min: 0,
      max: 1,
      step: 0.01,
      default: 0.02,
      source: 'Assumed: half of those who came have gone after five weeks',
    }),
    saves: numberParameter({
      label: 'Saved by a tunnel',
      help: 'Share of the blocked sessions of its users that try the tunnel and get through unless a box catches it. With the ceiling it gives what survives a long block.',
      min: 0,
      max: 1,
      step: 0.01,
      default: 0.5,
      display: 'share',
      source:
        'Derived: 0.41 · 0.5 is a fifth, the part of the blocked networks’ traffic that moved to VPN (Interfax, 16 June 2022)',
    }),
    looks: fileParameter(z.record(reference('protocol'), z.number().check(z.gt(0), z.lte(1))), {
      kind: 'table',
      label: 'Looks',
      help: 'Share of the tunnels by protocol, together 1: what boxes see of them.',
    }),
  })
  .check(
    notAbove('initialShare', 'ceiling', 'ceiling'),
    rule(['looks'], ({ looks }) => {
      const sum = Object.values(looks).reduce((all, share) => all + share, 0);
      if (Math.abs(sum - 1) <= 1e-9) return undefined;
      const found = `shares that add up to ${Number(sum.toPrecision(10))}`;
      return { path: ['looks'], expected: 'shares that add up to 1', found };
    }),
  );

type Chosen = z.infer<typeof parameters>;

export const circumvention = defineCountermeasure({
  technique: 'circumvention',
  title: 'VPN and proxy',
  explanation:
    'While a service is blocked, more and more of its users send their traffic through a tunnel; afterwards they drop it again.',
  parameters,
  begin: (chosen, setting) => createTunnel(chosen, setting),
});

/** Outside its window nobody has a tunnel; the first tick of the window finds the initial share. */
function createTunnel(chosen: Chosen, setting: CountermeasureSetting): Tunnel {
  const { initialShare, ceiling, growthPerDay, declinePerDay, saves } = chosen;
  const service = setting.numberOfService(chosen.service);
  const days = setting.tickHours / 24;
  const shareOfNetwork = new Float64Array(setting.networks).fill(initialShare);
  let inForce = false;
  return {
    kind: 'tunnel',
    lookOfProtocol: looksOf(chosen, setting),
    onlyService: chosen.covers === 'service' ? service : undefined,
    adopt(tick, last) {
      inForce = tick >= setting.fromTick && tick < setting.untilTick;
      // What failed before the window did not yet make anybody take one up.
      if (!inForce || tick === setting.fromTick) return;
      for (let network = 0; network < setting.networks; network++) {
        const blocked = last.blockedShare(service, network);
        const growth = growthPerDay * blocked * days;
        const decline = declinePerDay * (1 - blocked) * days;
        const share = shareOfNetwork[network]!;
        shareOfNetwork[network] = uptakeStep(share, initialShare, ceiling, growth, decline);
      }
    },
    usersOnNetwork: (network) => (inForce ? shareOfNetwork[network]! * saves : 0),
  };
}

function looksOf({ looks }: Chosen, { world, numberOfProtocol }: CountermeasureSetting) {
  const lookOfProtocol = new Float64Array(world.protocols.ids.length);
  const shares = addUpToOne(Object.values(looks));
  Object.keys(looks).forEach((id, index) => {
    lookOfProtocol[numberOfProtocol(id)] = shares[index]!;
  });
  return lookOfProtocol;
}
