import { expect, test } from 'vitest';
import { run } from '../../../src/model/index.ts';
import { layoutSteps } from '../../../src/views/story/steps.ts';
import { checkedScenario } from '../../scenario/tinyShelf.ts';

const step = (id: string, at: string) => ({ id, at, title: { en: id }, reported: 'gazette' });
const story = [
  step('lifted', '2020-06-18T00:00+03:00'),
  step('listed', '2018-04-16T12:00+03:00'),
  step('demanded', '2017-07-14T00:00+03:00'),
  { ...step('spread', '2018-04-17T00:00+03:00'), reported: undefined, assumed: 'made up' },
];
const told = run({ ...checkedScenario(), story, countermeasures: [] });
const ticksAt = (now: number) => layoutSteps(told, now).map(({ id, tick }) => [id, tick]);
const currentAt = (now: number) =>
  layoutSteps(told, now).flatMap(({ id, isCurrent }) => (isCurrent ? [id] : []));

test('steps stand in the order of time; those outside the period have no tick to go to', () => {
  // The run begins at midnight of 16 April: noon is tick 12, the next midnight tick 24.
  expect(ticksAt(0)).toEqual([
    ['demanded', undefined],
    ['listed', 12],
    ['spread', 24],
    ['lifted', undefined],
  ]);
});

test('one step is the last that has come about', () => {
  expect(currentAt(0)).toEqual(['demanded']);
  expect(currentAt(11)).toEqual(['demanded']);
  expect(currentAt(12)).toEqual(['listed']);
  expect(currentAt(71)).toEqual(['spread']);
});

test('each says who reported it, or why it is assumed', () => {
  const origins = layoutSteps(told, 0).map(({ origin }) => origin.word);
  expect(origins).toEqual(['Source', 'Source', 'Assumed', 'Source']);
});
