// A list kept by hand: finds and complaints are given tick by tick, so that every entry can be foretold.
import { parseAddress } from '../../../../src/model/net/address.ts';
import { formatPrefix, parsePrefix } from '../../../../src/model/net/prefix.ts';
import { addressBlocklist } from '../../../../src/model/strategies/addressBlocklist/addressBlocklist.ts';
import { createListingLog } from '../../../../src/model/strategies/listingLog.ts';
import type {
  DocumentedEntry,
  StrategySetting,
} from '../../../../src/model/strategies/strategy.ts';

/** Two registered prefixes of one provider, one of another. */
const registered = [
  ['192.0.2.0/24', 0],
  ['198.51.100.0/24', 1],
  ['203.0.113.0/24', 0],
] as const;

interface Circumstances {
  readonly ticks: number;
  readonly tickHours?: number;
  /** Addresses found, by tick. */
  readonly found?: Readonly<Record<number, readonly string[]>>;
  /** Complaints a day about an entry that is heard of in a tick. */
  readonly complaints?: (tick: number, entry: string) => number;
  /** Ticks in force; all unless given. */
  readonly inForce?: (tick: number) => boolean;
  readonly documented?: readonly DocumentedEntry[];
}

export function prefixOf(text: string) {
  const parsed = parsePrefix(text);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.prefix;
}

/** What stood on the list: prefix, first tick, first tick without; in the order of listing. */
export function keepFor(circumstances: Circumstances, parameters: Record<string, unknown>) {
  const { ticks, tickHours = 1, found = {}, complaints = () => 0 } = circumstances;
  const setting = settingFor(circumstances, tickHours);
  const chosen = addressBlocklist.parameters.parse(parameters);
  const keeper = addressBlocklist.begin(chosen, setting);
  if (keeper.kind !== 'list') throw new Error('a blocklist keeps a list');
  const log = createListingLog();
  for (let tick = 0; tick < ticks; tick++) {
    const addresses = (found[tick] ?? []).map((text) => parseAddress(text) as number);
    const about = (first: number, last: number) => complaints(tick, formatPrefix(first, last));
    keeper.keep(tick, addresses, log, { about });
  }
  return log.entries.map(
    ({ first, last, fromTick, untilTick }) =>
      [formatPrefix(first, last), fromTick, untilTick] as const,
  );
}

function settingFor(
  { ticks, inForce = () => true, documented = [] }: Circumstances,
  tickHours: number,
): StrategySetting {
  const isInForceOfTick = Uint8Array.from({ length: ticks }, (_, tick) => (inForce(tick) ? 1 : 0));
  const ranges = registered.map(([text]) => prefixOf(text));
  return {
    observables: {
      ticks,
      tickHours,
      rangeFirst: Uint32Array.from(ranges, ({ first }) => first),
      rangeLast: Uint32Array.from(ranges, ({ last }) => last),
      providerOfRange: Uint32Array.from(registered, ([, provider]) => provider),
      providers: ['nimbus', 'homenet'],
      protocols: [],
      showsNameOfProtocol: new Uint8Array(0),
      accessOfNetwork: [],
    },
    ledgers: new Map([['register', documented]]),
    index: 0,
    fromTick: isInForceOfTick.indexOf(1),
    untilTick: isInForceOfTick.lastIndexOf(1) + 1,
    isInForceOfTick,
    appliesToNetwork: new Uint8Array(0),
  };
}
