// Do the parameters of strategies and countermeasures name things that exist?

import { checkPrefixes } from './checkPools.ts';
import type { WorldNames } from './checkWorld.ts';
import { at, entries, items, numberOf, type Place, textOf } from './place.ts';
import type { ProblemList } from './problem.ts';
import { mustName } from './reference.ts';

/** What the parameters of a plug-in may refer to. `world` is undefined while none could be read. */
export interface Surroundings {
  readonly world: WorldNames | undefined;
  readonly ledgers: ReadonlySet<string>;
}

type PlugInCheck = (parameters: Place, around: Surroundings, problems: ProblemList) => void;

const checks: Readonly<Record<string, PlugInCheck>> = {
  addressBlocklist: checkAddressBlocklist,
  flowClassifier: checkFlowClassifier,
  addressHopping: checkAddressHopping,
};

/** Checks the parameters of a plug-in beyond their shape. */
export function checkPlugIn(plugIn: Place, around: Surroundings, problems: ProblemList): void {
  const technique = textOf(at(plugIn, 'technique')) ?? '';
  if (Object.hasOwn(checks, technique)) {
    checks[technique]?.(at(plugIn, 'parameters'), around, problems);
  }
}

function checkAddressBlocklist(
  parameters: Place,
  { ledgers }: Surroundings,
  problems: ProblemList,
): void {
  const ledger = at(parameters, 'ledger');
  mustName(ledger, 'the id of a ledger', ledgers, problems);
  if (at(parameters, 'entries').value === 'ledger' && ledger.value === undefined) {
    problems.add(ledger, 'the id of a ledger, since the entries are documented');
  }
  checkPrefixes(at(parameters, 'protectedPrefixes'), problems);
}

function checkFlowClassifier(
  parameters: Place,
  { world }: Surroundings,
  problems: ProblemList,
): void {
  const scores = at(parameters, 'scores');
  const point = at(parameters, 'operatingPoint');
  if (scores.value === undefined && point.value === undefined) {
    problems.add(parameters, 'scores, or an operatingPoint', { found: 'neither' });
  }
  if (!world) return;
  const protocols = [
    ...entries(scores).map(([id, score]) => ({ ...score, value: id })),
    ...items(at(point, 'protocols')),
  ];
  for (const place of protocols) {
    mustName(place, 'the id of a protocol', world.protocols, problems);
  }
}

function checkAddressHopping(
  parameters: Place,
  { world }: Surroundings,
  problems: ProblemList,
): void {
  const channels = items(at(parameters, 'channels'));
  const reached = channels.reduce((sum, channel) => sum + (numberOf(at(channel, 'share')) ?? 0), 0);
  if (reached > 1 + 1e-9) {
    problems.add(at(parameters, 'channels'), 'shares that add up to 1 at most', {
      found: `shares that add up to ${Number(reached.toPrecision(7))}`,
    });
  }
  if (!world) return;
  const service = at(parameters, 'service');
  const profile = at(parameters, 'profile');
  mustName(service, 'the id of a service', world.services, problems);
  for (const channel of channels) {
    mustName(at(channel, 'service'), 'the id of a service', world.services, problems);
  }
  for (const rented of items(at(parameters, 'pools'))) {
    mustName(at(rented, 'pool'), 'the id of a pool', world.pools, problems);
  }
  const used = world.profilesOfService.get(textOf(service) ?? '');
  if (used) mustName(profile, 'a profile of a placement of the service', used, problems);
  else mustName(profile, 'the id of a profile', world.profiles, problems);
}
