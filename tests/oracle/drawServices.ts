// Random services: names, needs, and shares at addresses of the pools.
import fc from 'fast-check';
import { formatAddress } from '../../src/model/net/address.ts';
import {
  asShares,
  assumed,
  atOf,
  figure,
  names,
  perhaps,
  pick,
  position,
  profileIds,
  type Registered,
  share,
  textOf,
  weight,
} from './drawing.ts';

/** Names by share, which may leave some sessions without any. */
export const domains = perhaps(
  fc.record({
    names: fc.subarray([...names], { minLength: 1, maxLength: 3 }),
    weights: fc.tuple(weight, weight, weight),
    unnamed: fc.nat(5),
  }),
);

const placement = fc.record({
  pool: position,
  weight,
  addresses: fc.integer({ min: 1, max: 6 }),
  known: fc.array(position, { maxLength: 3 }),
  within: fc.boolean(),
  profile: perhaps(pick(profileIds), 5),
});
const service = fc.record({
  isTarget: pick([true, true, false]),
  users: pick([0, 1, 1000, 54_321, 1e6, 123_456]),
  sessions: fc.integer({ min: 1, max: 40 }),
  profile: pick(profileIds),
  domains,
  needs: fc.array(fc.record({ service: position, criticality: share }), { maxLength: 2 }),
  placements: fc.array(placement, { minLength: 1, maxLength: 3 }),
});

/** A part of what is drawn of a world. */
export const drawnServices = {
  services: fc.array(service, { minLength: 1, maxLength: 5, size: 'max' }),
  /** Services need those that stand before them in the file, or those that stand behind them. */
  needsBefore: fc.boolean(),
};
type DrawnService = typeof service extends fc.Arbitrary<infer T> ? T : never;
interface DrawnServices {
  readonly services: readonly DrawnService[];
  readonly needsBefore: boolean;
}

export function buildDomains(draw: DrawnService['domains']) {
  if (!draw) return {};
  const weights = draw.weights.slice(0, draw.names.length);
  const shares = asShares([...weights, draw.unnamed]);
  return { domains: draw.names.map((name, i) => ({ name, share: shares[i] as number })) };
}

export function buildService(
  draw: DrawnServices,
  index: number,
  registered: readonly Registered[][],
) {
  const one = draw.services[index] as DrawnService;
  const shares = asShares(one.placements.map((placed) => placed.weight));
  return {
    id: `service-${index}`,
    name: `Service ${index}`,
    role: one.isTarget ? 'target' : 'bystander',
    category: 'any',
    users: figure(one.users),
    sessionsPerUserDay: figure(one.sessions),
    profile: one.profile,
    ...buildDomains(one.domains),
    ...buildNeeds(draw, index),
    placements: one.placements.map((placed, at) =>
      buildPlacement(placed, shares[at] as number, registered),
    ),
  };
}

/** Only in one direction of the file, so that no circle comes about. */
function buildNeeds({ services, needsBefore }: DrawnServices, index: number) {
  const [from, to] = needsBefore ? [0, index] : [index + 1, services.length];
  if (to === from) return {};
  const drawn = services[index]?.needs ?? [];
  const byService = new Map(
    drawn.map((one) => [from + (one.service % (to - from)), one.criticality]),
  );
  const dependsOn = [...byService].map(([needed, criticality]) => ({
    service: `service-${needed}`,
    criticality: figure(criticality),
  }));
  return dependsOn.length > 0 ? { dependsOn } : {};
}

function buildPlacement(
  one: DrawnService['placements'][number],
  shareOfService: number,
  registered: readonly Registered[][],
) {
  const pool = one.pool % registered.length;
  const prefixes = registered[pool] as Registered[];
  const narrow = atOf(prefixes, one.pool);
  const addressText = (nth: number) => {
    const { first, length } = atOf(prefixes, nth);
    return formatAddress(first + (nth % 2 ** (32 - length)));
  };
  const known = [...new Set(one.known.slice(0, one.addresses).map(addressText))];
  return {
    pool: `pool-${pool}`,
    share: shareOfService,
    addresses: one.addresses,
    ...(known.length > 0 && { known }),
    // A /29 to /30 may hold fewer addresses than are wanted of it.
    ...(one.within && { within: [textOf({ ...narrow, length: 29 + (one.pool % 2) })] }),
    ...(one.profile !== undefined && { profile: one.profile }),
    assumed,
  };
}
