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
import { type Account, type Accounts, leave, save, sumOf } from './naiveAccounts.ts';
import { type Moment, tunnelDropShare } from './naiveBoxes.ts';
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
    ...{ lists: 0, levels: 0, holds: () => false },
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
}

export function lastTickOf({ blocked, lost }: Memory, networks: readonly NaiveNetwork[]): LastTick {
  return {
    blockedShare: (service, network) => blocked[service]?.[network] ?? 0,
    lostShare: (service, network) => lost[service]?.[network] ?? 0,
    lostShareOfService: (service) =>
      sumOf(networks.map(({ share }, network) => share * (lost[service]?.[network] ?? 0))),
  };
}

/** Tunnels save, people leave, rivals gain: in this order, network by network. */
export function answer(
  accounts: Accounts,
  { tunnels, drifts }: People,
  stack: readonly NaiveStrategy[],
  { networks, services }: NaiveWorld,
  now: Moment,
): Memory {
  const lostShares = () =>
    accounts.map((ofService) => ofService.map((account) => sumOf(account.lost)));
  const blocked = lostShares();
  networks.forEach((one, network) => {
    const missing = tunnels.map(
      (tunnel) => 1 - tunnel.usersOnNetwork(network) * chanceOf(tunnel, stack, one, network, now),
    );
    if (tunnels.length === 0) return;
    accounts.forEach((ofService, service) => {
      const factors = missing.filter(
        (_, index) => (tunnels[index]?.onlyService ?? service) === service,
      );
      save(ofService[network] as Account, 1 - factors.reduce((product, one) => product * one, 1));
    });
  });
  const lost = lostShares();
  for (const drift of drifts) {
    networks.forEach(({ share }, network) => {
      const account = accounts[drift.service]?.[network] as Account;
      leave(account, drift.leftOnNetwork(network));
      const sessions = (services[drift.service]?.sessionsPerDay as number) * share;
      for (const rival of drift.rivals) {
        const arrives = 1 - (lost[rival.service]?.[network] as number);
        const there = accounts[rival.service]?.[network] as Account;
        there.gained += sessions * account.left * rival.share * arrives;
      }
    });
  }
  return { blocked, lost };
}

/** T: that no box takes the tunnel's own flows. */
function chanceOf(
  { lookOfProtocol }: Tunnel,
  stack: readonly NaiveStrategy[],
  { boxes }: NaiveNetwork,
  network: number,
  now: Moment,
): number {
  let sum = 0;
  lookOfProtocol.forEach((share, protocol) => {
    const passes = stack.map(({ box, scope }) => {
      if (!box || !scope.inForce[now.tick] || !scope.applies[network]) return 1;
      return 1 - tunnelDropShare(box, scope, boxes, network, protocol, now);
    });
    sum += share * passes.reduce((product, one) => product * one, 1);
  });
  return sum;
}
