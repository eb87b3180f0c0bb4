// What one box takes from one flow class, by the formulas as MODEL.md writes them, term by term.
import type { Action, FlowBox } from '../../src/model/strategies/strategy.ts';
import { type Block, countShared, sizeOf } from './blocks.ts';
import type { NaiveScope } from './naiveScope.ts';
import type { NaivePlacement } from './naiveWorld.ts';

/** The flows of one service from one placement over one network, as far as a box can tell them. */
export interface Flows {
  readonly placement: Pick<NaivePlacement, 'profile' | 'isSpread' | 'pool'>;
  /** Those in use now. */
  readonly addresses: readonly number[];
  readonly domains: readonly { readonly name: string; readonly share: number }[];
  readonly sessionsPerUserDay: number;
  /** By number of the protocol. */
  readonly mix: readonly number[];
  readonly protocols: readonly string[];
  readonly network: number;
}

export interface Moment {
  readonly tick: number;
  readonly tickHours: number;
  readonly load: number;
}

/** d(π): coverage · (P + (1 − P) · (g(π) · lost(π) + overflow)). */
export function dropShare(
  box: FlowBox,
  scope: NaiveScope,
  boxesOfNetwork: number,
  flows: Flows,
  protocol: number,
  now: Moment,
): number {
  const inspected = box.inspected(now.load);
  const overflow = box.overflow === 'drop' ? 1 - inspected : 0;
  const strength = strengthOf(box, scope, now);
  const caught = (one: number) =>
    inspected * box.flagged(one) * strength * selected(box, flows, one);
  const meets = meetsBlockedPair(box, flows, caught);
  const taken = caught(protocol) * lostOfCaught(box.action, flows, protocol) + overflow;
  return reachOf(box, boxesOfNetwork, flows.network) * (meets + (1 - meets) * taken);
}

/** The chance that a box takes a tunnel's own flow: it shows no name and goes to no known address. */
export function tunnelDropShare(
  box: FlowBox,
  scope: NaiveScope,
  boxesOfNetwork: number,
  network: number,
  protocol: number,
  now: Moment,
  isBehind: boolean,
): number {
  const inspected = box.inspected(now.load);
  const { matchesName, ranges, actsOn } = box.selection ?? {};
  const isAsked = actsOn === 'matches' && (matchesName !== undefined || ranges !== undefined);
  const flagged = box.flagged(protocol) * strengthOf(box, scope, now);
  const caught = isAsked ? 0 : inspected * flagged;
  const overflow = box.overflow === 'drop' ? 1 - inspected : 0;
  return (isBehind ? 1 : reachOf(box, boxesOfNetwork, network)) * (caught + overflow);
}

/** Share of the flows of a network that the rule can reach at all. */
function reachOf(box: FlowBox, boxesOfNetwork: number, network: number): number {
  return (box.needsNoBox ? 1 : boxesOfNetwork) * box.coverage(network);
}

/** By whole days since the strategy began. */
function strengthOf(box: FlowBox, { from }: NaiveScope, { tick, tickHours }: Moment): number {
  if (!box.strengthOnDay) return 1;
  return box.strengthOnDay(Math.floor(((tick - from) * tickHours) / 24));
}

/** s(π). */
function selected({ selection }: FlowBox, flows: Flows, protocol: number): number {
  if (!selection) return 1;
  const { matchesName, seesName, ranges, spared, actsOn } = selection;
  const names = matchesName
    ? flows.domains.reduce((sum, { name, share }) => sum + (matchesName(name) ? share : 0), 0)
    : undefined;
  const seen = names === undefined ? undefined : names * (seesName?.(protocol) ?? 1);
  const inside = ranges ? shareIn(ranges, flows) : undefined;
  if (actsOn === 'others') return (1 - (seen ?? 0)) * (1 - (inside ?? 0));
  return (seen ?? 1) * (inside ?? 1) * (1 - (spared ? shareIn(spared, flows) : 0));
}

/** The share of a placement's addresses that a set holds; of a tail's spread part, of its pool. */
function shareIn(
  { first, last }: NonNullable<NonNullable<FlowBox['selection']>['ranges']>,
  { placement, addresses }: Flows,
): number {
  const blocks = Array.from(first, (from, i): Block => ({ first: from, last: last[i] as number }));
  const own = placement.isSpread
    ? placement.pool.blocks
    : addresses.map((address): Block => ({ first: address, last: address }));
  const inside = countShared(own, blocks);
  const all = own.reduce((sum, block) => sum + sizeOf(block), 0);
  return all === 0 ? 0 : inside / all;
}

/** lost(π): what a caught session loses of itself. */
export function lostOfCaught(action: Action | undefined, flows: Flows, protocol: number): number {
  if (!action || action.kind === 'drop') return 1;
  const { profile } = flows.placement;
  const need = profile.needs?.[flows.protocols[protocol] as string];
  if (action.kind === 'throttle') {
    const meanRate = (profile.bytesPerSession * 8) / 1000 / (profile.hoursPerSession * 3600);
    const needed = need?.kilobitsPerSecond ?? meanRate;
    return 1 - Math.min(1, action.kilobitsPerSecond / needed);
  }
  const kilobytes = need?.kilobytesPerConnection ?? profile.bytesPerSession / 1000;
  return kilobytes > action.kilobytes ? 1 : 0;
}

/** P = 1 − e^(−ρ · R · ḡ): a session meets a pair of client and server that is blocked still. */
function meetsBlockedPair(
  { residualSeconds = 0, action }: FlowBox,
  { mix, sessionsPerUserDay }: Flows,
  caught: (protocol: number) => number,
): number {
  if (residualSeconds === 0 || (action && action.kind !== 'drop')) return 0;
  const mean = mix.reduce((sum, share, one) => sum + (share > 0 ? share * caught(one) : 0), 0);
  return -Math.expm1((-sessionsPerUserDay / 86_400) * residualSeconds * mean);
}
