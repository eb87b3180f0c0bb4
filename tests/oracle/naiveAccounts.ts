// What becomes of the sessions of a service on a network: by its own blocking, then by what it needs,
// then by what people do about it. In shares, so that it also holds for a service without users.
import { type FlowClass, shareOfClass } from './naiveClasses.ts';
import type { NaiveService, NaiveWorld } from './naiveWorld.ts';

export interface Account {
  through: number;
  /** By strategy. */
  readonly lost: number[];
  readonly alone: number[];
  bytes: number;
  lostBytes: number;
  hours: number;
  lostHours: number;
  /** Lost through what it needs: part of `lost`. */
  viaDependencies: number;
  /** Brought through by tunnels: part of `through`. */
  saved: number;
  /** What part of what strategies took has stayed lost after tunnels and leaving. */
  stillLost: number;
  /** Of people who left. */
  left: number;
  /** Sessions a day that came from services that people left: the only figure that is no share. */
  gained: number;
}

/** By number of the service, then of the network. */
export type Accounts = readonly (readonly Account[])[];

export const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

export function emptyAccount(strategies: number): Account {
  const zeros = () => Array.from({ length: strategies }, () => 0);
  return {
    ...{ through: 0, lost: zeros(), alone: zeros() },
    ...{ bytes: 0, lostBytes: 0, hours: 0, lostHours: 0 },
    ...{ viaDependencies: 0, saved: 0, stillLost: 1, left: 0, gained: 0 },
  };
}

export function accountsOf(
  { services, networks }: NaiveWorld,
  classes: readonly FlowClass[],
  strategies: number,
): Accounts {
  const accounts = services.map(() => networks.map(() => emptyAccount(strategies)));
  for (const flow of classes) {
    const account = accounts[flow.service]?.[flow.network] as Account;
    const { bytesPerSession, hoursPerSession } = flow.placement.profile;
    const share = shareOfClass(flow);
    const lost = sumOf(flow.lost);
    account.through += flow.through;
    for (let s = 0; s < strategies; s++) {
      add(account.lost, s, flow.lost[s] as number);
      add(account.alone, s, flow.alone[s] as number);
    }
    account.bytes += share * bytesPerSession;
    account.hours += share * hoursPerSession;
    account.lostBytes += lost * bytesPerSession;
    account.lostHours += lost * hoursPerSession;
  }
  return accounts;
}

/** Takes from each service what it loses with those that it needs, once they have lost theirs. */
export function addNeeds(accounts: Accounts, services: readonly NaiveService[]): void {
  const done = new Set<number>();
  const settle = (service: number) => {
    if (done.has(service)) return;
    done.add(service);
    const needs = (services[service] as NaiveService).needs.map((need) => ({
      number: services.findIndex(({ id }) => id === need.service),
      criticality: need.criticality,
    }));
    for (const { number } of needs) settle(number);
    accounts[service]?.forEach((account, network) => {
      const before = account.through;
      for (const { number, criticality } of needs) {
        loseWith(account, accounts[number]?.[network] as Account, criticality);
      }
      const lostShare = before === 0 ? 0 : 1 - account.through / before;
      account.lostBytes += (account.bytes - account.lostBytes) * lostShare;
      account.lostHours += (account.hours - account.lostHours) * lostShare;
    });
  };
  for (let service = 0; service < services.length; service++) settle(service);
}

/** Of what is still there, as much as was lost of the needed one, counted to who took it there. */
export function loseWith(account: Account, needed: Account, criticality: number): void {
  const before = account.through;
  account.through = before * (1 - criticality * sumOf(needed.lost));
  account.viaDependencies += before * criticality * sumOf(needed.lost);
  needed.lost.forEach((lost, s) => {
    add(account.lost, s, before * criticality * lost);
  });
  needed.alone.forEach((lost, s) => {
    add(account.alone, s, (1 - (account.alone[s] as number)) * criticality * lost);
  });
}

/**
 * Of what each strategy holds, `users` try a tunnel. Whoever takes it there holds it now; what nobody takes
 * gets through after all.
 * @param takers by blocker: the chance that each strategy takes the tunnel
 * @param alone by blocker: that it takes the tunnel itself where it is the only one
 */
export function tryTunnel(
  account: Account,
  users: number,
  takers: readonly (readonly number[])[],
  alone: readonly number[],
): void {
  const before = sumOf(account.lost);
  const held = [...account.lost];
  held.forEach((lost, blocker) => {
    add(account.lost, blocker, -lost * users);
    (takers[blocker] as readonly number[]).forEach((taken, s) => {
      add(account.lost, s, lost * users * taken);
    });
    account.alone[blocker] =
      (account.alone[blocker] as number) * (1 - users * (1 - (alone[blocker] as number)));
  });
  const saved = before - sumOf(account.lost);
  account.saved += saved;
  account.through += saved;
  const kept = before === 0 ? 1 : 1 - saved / before;
  account.stillLost *= kept;
  account.lostBytes *= kept;
  account.lostHours *= kept;
  account.viaDependencies *= kept;
}

/** A share of all sessions is not there: neither lost nor through. */
export function leave(account: Account, share: number): void {
  account.left = share;
  account.through *= 1 - share;
  account.saved *= 1 - share;
  scaleLosses(account, 1 - share);
  account.lostBytes += share * account.bytes;
  account.lostHours += share * account.hours;
}

function scaleLosses(account: Account, factor: number): void {
  account.lost.forEach((lost, s) => {
    account.lost[s] = lost * factor;
  });
  account.alone.forEach((lost, s) => {
    account.alone[s] = lost * factor;
  });
  account.stillLost *= factor;
  account.lostBytes *= factor;
  account.lostHours *= factor;
  account.viaDependencies *= factor;
}

export function add(sums: number[], at: number, value: number): void {
  sums[at] = (sums[at] as number) + value;
}
