// The hours that people would have spent with other services and could not.
import { BYSTANDERS, daysOfRows, type Metric, sumOfRole } from './metric.ts';
import type { Tally } from './tally.ts';

function hoursADay(tally: Tally, row: number): number {
  return sumOfRole(
    tally,
    BYSTANDERS,
    (service) => tally.lostHoursOfRow[row * tally.services + service] as number,
  );
}

export const collateralUserHours: Metric = {
  id: 'collateralUserHours',
  title: 'User-hours lost elsewhere',
  help: 'Hours that people would have spent with other services and could not.',
  unit: 'hours',
  at: (tally, tick) =>
    hoursADay(tally, tally.rowOfTick[tick] as number) * (tally.dayShareOfTick[tick] as number),
  total: (tally) =>
    daysOfRows(tally).reduce((sum, days, row) => sum + days * hoursADay(tally, row), 0),
};
