import { expect, test } from 'vitest';
import { type Scenario, scenarioSchema } from '../../src/model/index.ts';
import { answerLink } from '../../src/store/answerLink.ts';
import { emptyLink, type Link } from '../../src/store/link.ts';
import { tinyScenario, tinyWorld } from '../tinyWorld.ts';

const scenario: Scenario = {
  ...scenarioSchema.parse(tinyScenario(tinyWorld())),
  world: tinyWorld(),
};
const answer = (link: Partial<Link>) =>
  answerLink(scenario, { ...emptyLink, ...link }, ['map', 'story']);

test('a link that asks for nothing gives the scenario as it is', () => {
  expect(answer({})).toMatchObject({ answer: { edits: [], selection: undefined } });
});

test('short paths are kept in their one full spelling, so that a control can take them back', () => {
  const edits = [
    { path: 'strategies.hunt.prefixLength', value: 20 },
    { path: 'stack', value: 'adaptive' },
    { path: 'stacks.adaptive.strategies.hunt.parameters.prefixLength', value: 24 },
  ];
  expect(answer({ edits })).toMatchObject({
    answer: {
      edits: [
        { path: 'stack', value: 'adaptive' },
        { path: 'stacks.adaptive.strategies.hunt.parameters.prefixLength', value: 24 },
      ],
    },
  });
});

test('a moment, an address and a service are found', () => {
  expect(answer({ at: '2018-04-16T05:00+03:00', look: '192.0.2.10' })).toMatchObject({
    answer: { tick: 5, selection: { kind: 'address', address: 0xc000020a } },
  });
  expect(answer({ look: 'courier' })).toMatchObject({
    answer: { selection: { kind: 'service', service: 0 } },
  });
});

test('everything that is wrong is said at once, with the nearest right name', () => {
  expect(answer({ at: 'tomorrow', look: 'courir', view: 'mapp' })).toEqual({
    problems: [
      {
        path: 'at',
        found: '“tomorrow”',
        expected: 'a moment from 2018-04-16T00:00+03:00 to before 2018-04-19T00:00+03:00',
      },
      {
        path: 'look',
        found: '“courir”',
        expected: 'an address, or the id of a service',
        nearest: 'courier',
      },
      {
        path: 'view',
        found: '“mapp”',
        expected: 'the id of a view: one of map, story',
        nearest: 'map',
      },
    ],
    more: 0,
  });
  // What is near to none is still told which there are.
  expect(answer({ view: 'nonsense' })).toEqual({
    problems: [
      { path: 'view', found: '“nonsense”', expected: 'the id of a view: one of map, story' },
    ],
    more: 0,
  });
  expect(answer({ edits: [{ path: 'stack', value: 'adaptve' }] })).toMatchObject({
    problems: [{ nearest: 'adaptive' }],
  });
});

test('problems beyond the longest list are counted', () => {
  const edits = Array.from({ length: 250 }, (_, index) => ({ path: `nothing${index}`, value: 1 }));
  const refused = answer({ edits });
  if (!('problems' in refused)) throw new Error('it was answered');
  expect(refused.problems.length + refused.more).toBe(250);
  expect(refused.more).toBeGreaterThan(0);
});

test('a link may ask for a language; one that no text is written in is refused', () => {
  expect(answer({ language: 'ru' })).toMatchObject({ answer: { language: 'ru' } });
  expect(answer({})).toMatchObject({ answer: { language: undefined } });
  expect(answer({ language: 'rus' })).toMatchObject({
    problems: [{ path: 'language', found: '“rus”', expected: 'one of en, ru', nearest: 'ru' }],
  });
});
