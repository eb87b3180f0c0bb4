// What people do about it. How many do it is what the plug-ins decide; what comes of it is worked out here.
import type {
  Appeal,
  Channel,
  CountermeasureRun,
  CountermeasureSetting,
  Disguise,
  Drift,
  LastTick,
  Tunnel,
} from '../../src/model/countermeasures/countermeasure.ts';
import { countermeasures } from '../../src/model/countermeasures/index.ts';
import type { Streams } from '../../src/model/rng.ts';
import type { PlugInEntry, Scenario } from '../../src/model/run/scenarioSchema.ts';
import { compileWorld } from '../../src/model/world/compileWorld.ts';
import { type Account, type Accounts, add, leave, sumOf, tryTunnel } from './naiveAccounts.ts';
import { type Moment, tunnelDropShare } from './naiveBoxes.ts';
import type { FlowClass } from './naiveClasses.ts';
import type { Part } from './naivePlaces.ts';
import { scopeOfEntry, type Timing } from './naiveScope.ts';
import type { NaiveStrategy } from './naiveStack.ts';
import type { NaiveNetwork, NaiveWorld } from './naiveWorld.ts';

export interface People {
  readonly appeals: readonly Appeal[];
  readonly channels: readonly Channel[];
  readonly tunnels: readonly Tunnel[];
  readonly drifts: readonly Drift[];
  readonly disguises: readonly Disguise[];
}

/** Of those who move the oracle has its own version. */
const MOVERS = ['addressHopping', 'migration'];

export function beginPeople(scenario: Scenario, timing: Timing, streams: Streams): People {
  const begun = scenario.countermeasures
    .filter(({ technique, off }) => !off && !MOVERS.includes(technique))
    .map((entry) => begin(entry, scenario, timing, streams));
  const foreign = begun.find(({ kind }) => kind === 'mover');
  if (foreign) throw new Error(`the oracle has no ${foreign.kind} of its own`);
  return {
    appeals: begun.filter((one) => one.kind === 'appeal'),
    channels: begun.filter((one) => one.kind === 'channel'),
    tunnels: begun.filter((one) => one.kind === 'tunnel'),
    drifts: begun.filter((one) => one.kind === 'drift'),
    disguises: begun.filter((one) => one.kind === 'disguise'),
  };
}

function begin(
  entry: PlugInEntry,
  scenario: Scenario,
  timing: Timing,
  streams: Streams,
): CountermeasureRun {
  const plugIn = countermeasures.find((one) => one.technique === entry.technique);
  if (!plugIn) throw new Error(`there is no ${entry.technique}`);
  const { world, roles } = compileWorld(scenario.world);
  const numberIn = (ids: readonly string[]) => (id: string) => ids.indexOf(id);
  const scope = scopeOfEntry(entry, scenario, timing);
  const setting: CountermeasureSetting = {
    world,
    isTargetOfService: roles.isTargetOfService,
    streams,
    ticks: timing.ticks,
    tickHours: timing.tickHours,
    fromTick: scope.from,
    untilTick: scope.to,
    inUse: new Map(),
    isMovedOfPlacement: new Uint8Array(world.placements.count),
    networks: world.networks.ids.length,
    ...{ lists: 0, levels: 0, blames: () => false },
    numberOfPool: numberIn(world.pools.ids),
    numberOfProvider: numberIn(world.providers.ids),
    numberOfService: numberIn(world.services.ids),
    numberOfProtocol: numberIn(world.protocols.ids),
    addressesOfPlacement: () => new Uint32Array(0),
  };
  const start = plugIn.begin as unknown as (
    parameters: unknown,
    setting: CountermeasureSetting,
  ) => CountermeasureRun;
  return start(entry.parameters, setting);
}

/** What became of the sessions in a tick, by service and network: kept for the next one. */
export interface Memory {
  readonly blocked: readonly (readonly number[])[];
  readonly lost: readonly (readonly number[])[];
  /** By service, over all networks: what rules about addresses took at its own addresses, after tunnels. */
  readonly toAddressRules: readonly number[];
}

export function lastTickOf({ blocked, lost, toAddressRules }: Memory): LastTick {
  return {
    blockedShare: (service, network) => blocked[service]?.[network] ?? 0,
    lostShare: (service, network) => lost[service]?.[network] ?? 0,
    lostToAddressRules: (service) => toAddressRules[service] ?? 0,
  };
}

/**
 * Tunnels save, people leave, rivals gain: in this order, network by network.
 * @param parts of the same accounts, which share their fate
 */
export function answer(
  accounts: Accounts,
  { tunnels, drifts }: People,
  stack: readonly NaiveStrategy[],
  { networks, services }: NaiveWorld,
  now: Moment,
  classes: readonly FlowClass[],
  parts: readonly Part[],
): Memory {
  const lostShares = () =>
    accounts.map((ofService) => ofService.map((account) => sumOf(account.lost)));
  const blocked = lostShares();
  networks.forEach((one, network) => {
    for (const tunnel of tunnels) {
      const takers = stack.map((_, blocker) => takersOf(tunnel, blocker, stack, one, network, now));
      const alone = stack.map((strategy) =>
        sumOf(takersOf(tunnel, 0, [strategy], one, network, now)),
      );
      accounts.forEach((ofService, service) => {
        if ((tunnel.onlyService ?? service) !== service) return;
        const account = ofService[network] as Account;
        tryTunnel(account, tunnel.usersOnNetwork(network), takers, alone);
      });
      for (const part of parts) {
        if ((tunnel.onlyService ?? part.service) !== part.service || part.network !== network) {
          continue;
        }
        tryTunnel(part.account, tunnel.usersOnNetwork(network), takers, alone);
      }
    }
  });
  const lost = lostShares();
  for (const drift of drifts) {
    networks.forEach(({ share }, network) => {
      const account = accounts[drift.service]?.[network] as Account;
      leave(account, drift.leftOnNetwork(network));
      for (const part of parts) {
        if (part.service !== drift.service || part.network !== network) continue;
        leave(part.account, drift.leftOnNetwork(network));
        part.account.left *= part.placement.share;
      }
      const sessions = (services[drift.service]?.sessionsPerDay as number) * share;
      for (const rival of drift.rivals) {
        const arrives = 1 - (lost[rival.service]?.[network] as number);
        const there = accounts[rival.service]?.[network] as Account;
        there.gained += sessions * account.left * rival.share * arrives;
      }
    });
  }
  const toAddressRules = services.map(() => 0);
  for (const { service, network, lost: taken } of classes) {
    const before = blocked[service]?.[network] as number;
    const kept = before === 0 ? 1 : (lost[service]?.[network] as number) / before;
    const { share } = networks[network] as NaiveNetwork;
    taken.forEach((one, s) => {
      const { list, box } = stack[s] as NaiveStrategy;
      const { ranges, actsOn } = box?.selection ?? {};
      const isAboutAddresses = list !== undefined || (actsOn === 'matches' && ranges !== undefined);
      if (isAboutAddresses) add(toAddressRules, service, one * kept * share);
    });
  }
  return { blocked, lost, toAddressRules };
}

/** Where the flows of a tunnel end, in stack order, for those who are behind the blocker's boxes. */
function takersOf(
  { lookOfProtocol }: Tunnel,
  blocker: number,
  stack: readonly NaiveStrategy[],
  { boxes }: NaiveNetwork,
  network: number,
  now: Moment,
): number[] {
  const taken = stack.map(() => 0);
  lookOfProtocol.forEach((share, protocol) => {
    let left = share;
    stack.forEach(({ box, scope }, s) => {
      if (!box || !scope.inForce[now.tick] || !scope.applies[network]) return;
      const isBehind = s === blocker;
      const drop = tunnelDropShare(box, scope, boxes, network, protocol, now, isBehind);
      taken[s] = (taken[s] as number) + left * drop;
      left *= 1 - drop;
    });
  });
  return taken;
}
