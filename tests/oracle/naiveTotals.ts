// From shares to sessions: what a service has in a tick, all networks together.
import type { Scenario } from '../../src/model/run/scenarioSchema.ts';
import { type Accounts, add } from './naiveAccounts.ts';
import type { Timing } from './naiveScope.ts';
import type { NaiveWorld } from './naiveWorld.ts';

/** Sessions of one service in one tick, and what became of them: demand = through + lost + left. */
export interface NaiveCount {
  demand: number;
  through: number;
  /** By strategy, in stack order; what each would have taken alone. */
  readonly lost: number[];
  readonly alone: number[];
  lostBytes: number;
  lostHours: number;
  /** Of people who left; and of those who came from a service that they left. */
  left: number;
  gained: number;
  /** Brought through by tunnels, and lost through what the service needs. */
  saved: number;
  viaDependencies: number;
}

/** The day's curve minute by minute, relative to the hourly figures of the file. */
export function meanDemand(
  { world: file }: Scenario,
  { tickHours, startMs }: Timing,
  tick: number,
) {
  const minutes = Math.round(tickHours * 60);
  const firstMinute = startMs / 60_000 + file.utcOffsetHours * 60 + tick * minutes;
  let sum = 0;
  for (let minute = 0; minute < minutes; minute++) {
    const hour = Math.floor((firstMinute + minute) / 60) % 24;
    sum += file.diurnal.hourly[hour] as number;
  }
  return sum / minutes;
}

/** Shares become sessions: of all networks of a service, in a share of a day. */
export function addUp(
  accounts: Accounts,
  { services, networks }: NaiveWorld,
  strategies: number,
  shareOfDay: number,
): NaiveCount[] {
  return accounts.map((ofService, service) => {
    const zeros = () => Array.from({ length: strategies }, () => 0);
    const sum: NaiveCount = {
      ...{ demand: 0, through: 0, lost: zeros(), alone: zeros(), lostBytes: 0, lostHours: 0 },
      ...{ left: 0, gained: 0, saved: 0, viaDependencies: 0 },
    };
    ofService.forEach((account, network) => {
      const daily = (services[service]?.sessionsPerDay as number) * (networks[network]?.share ?? 0);
      const sessions = daily * shareOfDay;
      sum.demand += sessions;
      for (const figure of FIGURES) sum[figure] += account[figure] * sessions;
      account.lost.forEach((lost, s) => {
        add(sum.lost, s, lost * sessions);
      });
      account.alone.forEach((lost, s) => {
        add(sum.alone, s, lost * sessions);
      });
      sum.gained += account.gained * shareOfDay;
    });
    return sum;
  });
}

const FIGURES = ['through', 'lostBytes', 'lostHours', 'left', 'saved', 'viaDependencies'] as const;
