// Random windows and places: moments, steps of a ladder, hours of the week, networks and regions.
import fc from 'fast-check';
import { assumed, atOf, perhaps, pick, position, regions } from './drawing.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const clocks = ['00:00', '03:30', '09:15', '12:00', '18:00', '22:45', '24:00'] as const;

const ends = {
  from: fc.option(fc.integer({ min: -8, max: 50 }), { freq: 3 }),
  hours: fc.option(fc.integer({ min: 1, max: 90 }), { freq: 2 }),
  fromStep: perhaps(position, 3),
  untilStep: perhaps(position, 3),
};
/** Only what the censor does comes back every week. */
export const onceOnly = perhaps(fc.record({ ...ends, weekly: fc.constant(undefined) }), 4);
export const window = perhaps(
  fc.record({
    ...ends,
    weekly: perhaps(
      fc.array(
        fc.record({
          days: fc.subarray([...DAYS], { minLength: 3 }),
          from: pick(clocks.slice(0, -1)),
          to: pick(clocks.slice(1)),
        }),
        { minLength: 1, maxLength: 2 },
      ),
      3,
    ),
  }),
  3,
);
type Drawn<A> = A extends fc.Arbitrary<infer T> ? T : never;
export type DrawnWindow = Drawn<typeof window> | Drawn<typeof onceOnly>;

export const place = fc.record({
  networks: perhaps(fc.array(position, { minLength: 1, maxLength: 2 }), 4),
  regions: perhaps(fc.subarray([...regions], { minLength: 1 }), 5),
});
export type DrawnPlace = Drawn<typeof place>;

export const ladder = fc.record({
  steps: fc.array(fc.integer({ min: -10, max: 110 }), { maxLength: 3 }),
  compliesAt: perhaps(position, 4),
});
export type DrawnLadder = Drawn<typeof ladder>;

/** A moment so many half hours after the run begins. */
export type MomentText = (halfHours: number) => string;

export function buildLadder({ steps, compliesAt }: DrawnLadder, moment: MomentText) {
  const ids = steps.map((_, index) => `step-${index}`);
  return {
    ladder: steps
      .toSorted((a, b) => a - b)
      .map((at, index) => ({
        ...{ id: ids[index], at: moment(at), title: 'Step', kind: 'order', assumed },
      })),
    ...(compliesAt !== undefined && ids.length > 0 && { compliesAt: atOf(ids, compliesAt) }),
  };
}

export function buildWindow(drawn: DrawnWindow, steps: number, moment: MomentText) {
  if (!drawn) return {};
  const { from, hours, fromStep, untilStep, weekly } = drawn;
  const begins =
    fromStep !== undefined && steps > 0
      ? { fromStep: `step-${fromStep % steps}` }
      : from !== null && { from: moment(from) };
  const closes =
    untilStep !== undefined && steps > 0
      ? { untilStep: `step-${untilStep % steps}` }
      : hours !== null && { to: moment((from ?? 0) + hours) };
  return { window: { ...begins, ...closes, ...(weekly && { weekly }) } };
}

export function buildPlace(drawn: DrawnPlace, networks: number) {
  const chosen = new Set(drawn.networks?.map((one) => `network-${one % networks}`));
  return {
    ...(chosen.size > 0 && { networks: [...chosen] }),
    ...(drawn.regions && { regions: drawn.regions }),
  };
}
