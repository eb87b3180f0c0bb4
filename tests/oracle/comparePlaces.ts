// The losses of a run by network and pool beside the oracle's, in every tick, and their sums.
import { type Breakdown, breakDown } from '../../src/model/run/breakdown.ts';
import { type PlaceLoss, placeLosses } from '../../src/model/run/placeLosses.ts';
import type { Run } from '../../src/model/run/run.ts';
import type { NaivePlaces } from './naivePlaces.ts';
import type { NaiveRun } from './naiveRun.ts';

type Check = (name: string, ours: number, theirs: number, demand: number) => void;

const KEYS = ['demand', 'lost', 'targetDemand', 'targetLost'] as const;

/** @param check complains where two figures differ by more than rounding of the demand */
export function comparePlaces(run: Run, { ticks }: NaiveRun, check: Check): void {
  const breakdown = breakDown(run);
  const whole = { networks: blank(run, 'networks'), pools: blank(run, 'pools') };
  ticks.forEach(({ places }, tick) => {
    if (!places) throw new Error('the oracle has not counted the places');
    compareTick(run, breakdown, tick, places, whole, check);
  });
  const ours = placeLosses(run, breakdown);
  for (const kind of ['networks', 'pools'] as const) {
    ours[kind].forEach((one, place) => {
      checkOne(`${kind} ${place} in all`, one, whole[kind][place]!, check);
    });
  }
}

function compareTick(
  run: Run,
  breakdown: Breakdown,
  tick: number,
  theirs: NaivePlaces,
  whole: {
    readonly [kind in 'networks' | 'pools']: { -readonly [key in keyof PlaceLoss]: number }[];
  },
  check: Check,
): void {
  const ours = placeLosses(run, breakdown, tick, tick + 1);
  for (const kind of ['networks', 'pools'] as const) {
    theirs[kind].forEach((one, place) => {
      checkOne(`tick ${tick} ${kind} ${place}`, ours[kind][place]!, one, check);
      for (const key of KEYS) whole[kind][place]![key] += one[key];
    });
  }
}

function checkOne(name: string, ours: PlaceLoss, theirs: PlaceLoss, check: Check): void {
  for (const key of KEYS) {
    const demand = key.startsWith('target') ? theirs.targetDemand : theirs.demand;
    check(`${name} ${key}`, ours[key], theirs[key], demand);
  }
}

function blank({ plan }: Run, kind: 'networks' | 'pools') {
  return plan.world[kind].ids.map(() => ({ demand: 0, lost: 0, targetDemand: 0, targetLost: 0 }));
}
