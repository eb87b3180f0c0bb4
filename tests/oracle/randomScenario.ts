// Random scenarios for property tests: worlds of a few crowded pools, where lists of every width meet
// several services, with stacks of all techniques, lags, windows, and every answer to a block.
import fc from 'fast-check';
import { type Scenario, scenarioSchema } from '../../src/model/run/scenarioSchema.ts';
import { formatMoment } from '../../src/model/time.ts';
import { buildAnswers, drawnAnswers, noAnswers } from './drawAnswers.ts';
import { assumed, block, blockText, pick, type Registered } from './drawing.ts';
import { buildLadder, ladder, type MomentText } from './drawScope.ts';
import { buildStack, drawnStack } from './drawStack.ts';
import { buildWorld, drawnWorld, registerPools } from './drawWorld.ts';

const HOUR_MS = 3_600_000;

const ledgerEntry = fc.record({
  block,
  from: fc.integer({ min: -10, max: 110 }),
  until: fc.option(fc.integer({ min: 0, max: 60 }), { freq: 2 }),
});

const drawn = fc.record({
  world: drawnWorld,
  startHours: fc.integer({ min: 400_000, max: 450_000 }),
  startMinute: pick([0, 0, 15, 30, 45]),
  hours: fc.integer({ min: 3, max: 55 }),
  tickHours: pick([0.5, 1, 2]),
  /** Some runs last weeks, in as many ticks: signatures age and are written anew. */
  slower: pick([1, 1, 1, 1, 1, 12]),
  seed: fc.nat(1e6),
  ladder,
  ledgers: fc.record({
    a: fc.array(ledgerEntry, { maxLength: 8 }),
    b: fc.array(ledgerEntry, { maxLength: 4 }),
  }),
  stack: drawnStack,
  answers: drawnAnswers,
});
export type DrawnScenario = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

/** A random scenario that the schema accepts, with its world inside. */
export const randomScenario: fc.Arbitrary<Scenario> = drawn.map(build);

/** The same in which nobody complains: what one loses changes no list, and so nobody else's fate. */
export const scenarioWithoutAppeal: fc.Arbitrary<Scenario> = drawn.map((draw) =>
  build({ ...draw, answers: { ...draw.answers, appeals: [] } }),
);

/** The same without any answer to the block: what the censor does is all that happens. */
export const scenarioWithoutAnswer: fc.Arbitrary<Scenario> = drawn.map((draw) =>
  build({ ...draw, answers: noAnswers }),
);

/** Lists that all networks apply as far as they are complete, and nothing else. */
export const scenarioOfLists: fc.Arbitrary<Scenario> = drawn.map((draw) =>
  build({
    ...draw,
    answers: noAnswers,
    stack: draw.stack
      .filter(({ rule }) => rule.kind === 'list')
      .map((one) => ({ ...one, place: { networks: undefined, regions: undefined } })),
    world: {
      ...draw.world,
      networks: draw.world.networks.map((one) => ({ ...one, tableEntries: undefined })),
    },
  }),
);

function build(draw: DrawnScenario): Scenario {
  const registered = registerPools(draw.world);
  const start = draw.startHours * HOUR_MS + draw.startMinute * 60_000;
  const moment: MomentText = (halfHours) =>
    formatMoment(start + (halfHours * draw.slower * HOUR_MS) / 2, draw.world.utcOffsetHours);
  const networks = draw.world.networks.length;
  const around = { registered, networks, steps: draw.ladder.steps.length, moment };
  const strategies = buildStack(draw.stack, around);
  const file = {
    kind: 'scenario',
    id: 'random',
    title: { en: 'Random' },
    summary: { en: assumed },
    world: buildWorld(draw.world, registered),
    period: { from: moment(0), to: moment(2 * draw.hours) },
    tickHours: draw.tickHours * draw.slower,
    seed: draw.seed,
    ...buildLadder(draw.ladder, moment),
    ledgers: buildLedgers(draw, registered, moment),
    stack: 'drawn',
    stacks: [{ id: 'drawn', title: 'Drawn', summary: assumed, strategies }],
    countermeasures: buildAnswers(draw.answers, draw.world, around),
  };
  const scenario = scenarioSchema.parse(file);
  if (typeof scenario.world === 'string') throw new Error('the world stands inside');
  return scenario as Scenario;
}

function buildLedgers(
  { ledgers }: DrawnScenario,
  registered: readonly Registered[][],
  moment: MomentText,
) {
  return Object.fromEntries(
    Object.entries(ledgers).map(([id, entries]) => [
      id,
      entries.map((entry) => ({
        prefix: blockText(entry.block, registered),
        from: moment(entry.from),
        ...(entry.until !== null && { until: moment(entry.from + entry.until) }),
        assumed,
      })),
    ]),
  );
}
