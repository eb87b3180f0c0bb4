// Every figure that a run counts, tick by tick: what must be equal, or in proportion, between two runs.
import { FATES } from '../../../src/model/metrics/tally.ts';
import type { Run } from '../../../src/model/run/run.ts';

/** Figures of one service in every tick, a day: lost by strategy, then its fates. */
export function figuresOfServices({ tally, plan }: Run): Map<string, number[]> {
  const { strategies, services, lostOfRow, fatesOfRow } = tally;
  const hasFates = fatesOfRow.length > 0;
  return new Map(
    plan.world.services.ids.map((id, service) => {
      const figures = Array.from(tally.rowOfTick).flatMap((row) => {
        const at = row * services + service;
        const fates = hasFates ? fatesOfRow.slice(at * FATES, (at + 1) * FATES) : [0, 0, 0, 0];
        return [...lostOfRow.slice(at * strategies, (at + 1) * strategies), ...fates];
      });
      return [id, figures];
    }),
  );
}

/** Figures of bystanders and target in every tick: lost and alone by strategy, fates, bytes, hours. */
export function figuresOfRoles({ tally }: Run): number[] {
  const { strategies } = tally;
  return Array.from(tally.rowOfTick).flatMap((row) =>
    (
      [
        [tally.roleLostOfRow, strategies],
        [tally.roleAloneOfRow, strategies],
        [tally.roleFatesOfRow, FATES],
        [tally.roleLostBytesOfRow, 1],
        [tally.roleLostHoursOfRow, 1],
      ] as const
    ).flatMap(([column, width]) => [...column.slice(row * 2 * width, (row + 1) * 2 * width)]),
  );
}

/** What the lists held, and how many businesses had moved. */
export function figuresOfLists({ tally }: Run): number[] {
  const { listedOfTick, entriesOfTick, sitesListedOfTick, migratedOfTick } = tally;
  return [...listedOfTick, ...entriesOfTick, ...sitesListedOfTick, ...migratedOfTick];
}

/** All sessions of a service lost in each tick, a day, to whichever strategy. */
export function lostInAll({ tally, plan }: Run): Map<string, number[]> {
  const { strategies, services, lostOfRow } = tally;
  return new Map(
    plan.world.services.ids.map((id, service) => [
      id,
      Array.from(tally.rowOfTick, (row) => {
        const at = (row * services + service) * strategies;
        return lostOfRow.slice(at, at + strategies).reduce((sum, lost) => sum + lost, 0);
      }),
    ]),
  );
}
