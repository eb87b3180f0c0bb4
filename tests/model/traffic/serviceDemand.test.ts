import { expect, test } from 'vitest';
import { compileFlowCells } from '../../../src/model/traffic/flowCells.ts';
import { sumServiceDemand } from '../../../src/model/traffic/serviceDemand.ts';
import { compileWorld } from '../../../src/model/world/compileWorld.ts';
import { tinyWorld } from '../../tinyWorld.ts';

test('a service carries a day what its users ask for, over all its placements and networks', () => {
  const { world } = compileWorld(tinyWorld());
  const demand = sumServiceDemand(world, compileFlowCells(world));
  // A session of the messenger is 1 kB and a tenth of an hour; one of the web 1 MB and half an hour.
  const sessionsADay = [10_000, 1000, 4000, 2000, 2000, 1000];
  sessionsADay.forEach((sessions, service) => {
    const [bytes, hours] = service === 0 ? [1000, 0.1] : [1e6, 0.5];
    expect(demand.sessions[service]! / sessions).toBeCloseTo(1, 13);
    expect(demand.bytes[service]! / (sessions * bytes)).toBeCloseTo(1, 13);
    expect(demand.hours[service]! / (sessions * hours)).toBeCloseTo(1, 13);
  });
  expect(demand.sessions.length).toBe(sessionsADay.length);
});
