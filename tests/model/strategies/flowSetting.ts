// What a box is begun with in tests: two networks, five protocols of which one shows the name.
import type * as z from 'zod/mini';
import { setOfPrefixes } from '../../../src/model/net/prefixSet.ts';
import { contains } from '../../../src/model/net/setQueries.ts';
import type { FlowBox, Strategy, StrategySetting } from '../../../src/model/strategies/strategy.ts';

export const [mobile, fixed] = [0, 1];
export const [tls, tlsEch, mtproto, voice, video] = [0, 1, 2, 3, 4];

const setting: StrategySetting = {
  observables: {
    ticks: 1,
    tickHours: 1,
    rangeFirst: new Uint32Array(0),
    rangeLast: new Uint32Array(0),
    providerOfRange: new Uint32Array(0),
    providers: [],
    protocols: ['tls', 'tls-ech', 'mtproto', 'voice', 'video'],
    showsNameOfProtocol: Uint8Array.of(1, 0, 0, 0, 0),
    accessOfNetwork: ['mobile', 'fixed'],
  },
  fromTick: 0,
  untilTick: 1,
  isInForceOfTick: Uint8Array.of(1),
  appliesToNetwork: Uint8Array.of(1, 1),
  ledgers: new Map(),
  index: 0,
};

/** The box that a strategy begins with parameters as a file has them. */
export function boxOf<S extends z.ZodMiniObject>(
  strategy: Strategy<S>,
  parameters: object,
): FlowBox {
  const run = strategy.begin(strategy.parameters.parse(parameters) as never, setting);
  if (run.kind !== 'flow') throw new Error(`${strategy.technique} is no box`);
  return run;
}

/** Is one flow to one address, with one name, among those that the box is about? Chance 0 … 1. */
export function chanceCaught(
  box: FlowBox,
  flow: { readonly name: string; readonly address: number; readonly protocol: number },
  network: number,
): number {
  const { matchesName, seesName, ranges, spared, actsOn } = box.selection ?? { actsOn: 'others' };
  const byName = matchesName?.(flow.name) ? (seesName?.(flow.protocol) ?? 0) : 0;
  const isInside = contains(ranges ?? setOfPrefixes([]), flow.address) ? 1 : 0;
  const isSpared = contains(spared ?? setOfPrefixes([]), flow.address) ? 1 : 0;
  const selected =
    actsOn === 'matches'
      ? (matchesName ? byName : 1) * (ranges ? isInside : 1) * (1 - isSpared)
      : (1 - byName) * (1 - isInside);
  return box.coverage(network) * box.flagged(flow.protocol) * selected;
}

/** The sentences with which a schema refuses parameters, each with its path. */
export function refusals(strategy: Strategy, parameters: object): string[] {
  const parsed = strategy.parameters.safeParse(parameters);
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}
