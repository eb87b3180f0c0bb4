// A run of the engine beside the oracle's, figure by figure.
import { expect } from 'vitest';
import { BROUGHT, fateOf, GONE, SAVED, THROUGH_NEED } from '../../src/model/metrics/tally.ts';
import { run } from '../../src/model/run/run.ts';
import type { Scenario } from '../../src/model/run/scenarioSchema.ts';
import { comparePlaces } from './comparePlaces.ts';
import { naiveRun } from './naiveRun.ts';

/** 1e-12 of the value; below that, rounding errors of the whole demand, of which losses are differences. */
function difference(ours: number, theirs: number, demand: number): number {
  const error = Math.abs(ours - theirs);
  return error / (Math.max(Math.abs(ours), Math.abs(theirs)) + 1e-3 * demand + 1e-300);
}

const LIMIT = 1e-12;

/** Every figure of a run beside the oracle's; the first that differs, tick after tick. */
export function compare(scenario: Scenario, seed: number) {
  const ours = run(scenario, seed);
  const theirs = naiveRun(scenario, seed, false, undefined, true);
  const { tally, plan } = ours;
  const { services, strategies } = tally;
  const demandOfAll = tally.demandOfService.reduce((sum, demand) => sum + demand, 0);
  let first: string | undefined;
  const check = (name: string, a: number, b: number, demand: number) => {
    const found = difference(a, b, demand);
    if (found >= LIMIT || Number.isNaN(found)) first ??= `${name}: ${a} ≠ ${b}`;
  };
  expect(theirs.ticks.length).toBe(tally.ticks);
  expect(theirs.classes).toBe(plan.cells.classCount);
  theirs.ticks.forEach((tick, t) => {
    expect([tally.listedOfTick[t], tally.entriesOfTick[t]]).toEqual([tick.listed, tick.entries]);
    check(`tick ${t} sites`, tally.sitesListedOfTick[t]!, tick.sitesListed, 1);
    const moves = ours.hops.filter((hop) => hop.tick === t);
    expect(moves.map(({ to }) => to)).toEqual(tick.hops);
    const row = tally.rowOfTick[t]!;
    const share = tally.dayShareOfTick[t]!;
    const aloneOfRole = new Float64Array(2 * strategies);
    const lostOfRole = new Float64Array(2 * strategies);
    const demandOfRole = [0, 0];
    // Bytes of bystanders and target, in all and lost, then hours.
    const byRole = new Float64Array(8);
    tick.services.forEach((count, service) => {
      const at = `tick ${t} service ${service}`;
      const { demand } = count;
      const lostInAll = count.lost.reduce((sum, lost) => sum + lost, 0);
      check(`${at} books`, count.through + lostInAll + count.left, demand, demand);
      check(`${at} demand`, tally.demandOfService[service]! * share, demand, demand);
      const role = theirs.isTarget[service] ? 1 : 0;
      demandOfRole[role]! += demand;
      for (let s = 0; s < strategies; s++) {
        const lost = tally.lostOfRow[(row * services + service) * strategies + s]! * share;
        check(`${at} lost to ${s}`, lost, count.lost[s]!, demand);
        lostOfRole[role * strategies + s]! += count.lost[s]!;
        aloneOfRole[role * strategies + s]! += count.alone[s]!;
      }
      for (const [name, fate, theirFigure] of [
        ['left', GONE, count.left],
        ['gained', BROUGHT, count.gained],
        ['saved', SAVED, count.saved],
        ['lost through needs', THROUGH_NEED, count.viaDependencies],
      ] as const) {
        // Those who come from elsewhere are a small difference of what may be many sessions there.
        const most = fate === BROUGHT ? demandOfAll * share : demand;
        check(`${at} ${name}`, fateOf(tally, row, service, fate) * share, theirFigure, most);
      }
      for (const [i, figures] of [
        [tally.bytesOfService[service]! * share, count.lostBytes],
        [tally.hoursOfService[service]! * share, count.lostHours],
      ].entries()) {
        figures.forEach((figure, j) => {
          byRole[2 * role + 4 * i + j]! += figure;
        });
      }
    });
    for (const role of [0, 1]) {
      const bytes = tally.roleLostBytesOfRow[row * 2 + role]! * share;
      const hours = tally.roleLostHoursOfRow[row * 2 + role]! * share;
      check(`tick ${t} bytes`, bytes, byRole[2 * role + 1]!, byRole[2 * role]!);
      check(`tick ${t} hours`, hours, byRole[2 * role + 5]!, byRole[2 * role + 4]!);
    }
    for (let i = 0; i < 2 * strategies; i++) {
      const demand = demandOfRole[Math.floor(i / strategies)]!;
      const at = row * 2 * strategies + i;
      check(`tick ${t} role sum`, tally.roleLostOfRow[at]! * share, lostOfRole[i]!, demand);
      check(`tick ${t} alone`, tally.roleAloneOfRow[at]! * share, aloneOfRole[i]!, demand);
    }
  });
  comparePlaces(ours, theirs, check);
  expect(ours.balanced).toBe(true);
  return first && `seed ${seed}, ${first}`;
}
