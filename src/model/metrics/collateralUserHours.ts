// The hours that people would have spent with other services and could not.
import { BYSTANDERS, daysOfRows, type Metric } from './metric.ts';
import type { Tally } from './tally.ts';

function hoursADay(tally: Tally, row: number): number {
  return tally.roleLostHoursOfRow[2 * row + BYSTANDERS] as number;
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
