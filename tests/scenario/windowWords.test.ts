// When and where an entry is in force, as the panel says it.
import { expect, test } from 'vitest';
import { type PlugInEntry, run } from '../../src/model/index.ts';
import { scopeInWords } from '../../src/scenario/windowWords.ts';
import { tiny } from '../model/run/tinyRun.ts';

const { scenario } = run(
  tiny({
    ladder: [
      {
        id: 'block',
        at: '2018-04-16T09:00+03:00',
        title: 'The block',
        kind: 'block',
        assumed: 'A morning.',
      },
    ],
  }),
);
const scopeOf = (entry: Partial<PlugInEntry>) =>
  scopeInWords(scenario, { id: 'one', technique: 'shutdown', parameters: {}, ...entry });

test('what is in force always and everywhere needs no words', () => {
  expect(scopeOf({})).toBe('');
});

test('steps of the ladder are told with their moment and title, other moments as they are', () => {
  const window = { fromStep: 'block', to: '2018-04-17T18:00+03:00' };
  expect(scopeOf({ window })).toBe(
    'In force from 16 April, 09:00 (“The block”); until 17 April, 18:00.',
  );
});

test('hours of the week and places are named', () => {
  const weekly = [
    { days: ['fri' as const, 'sat' as const, 'sun' as const], from: '18:00', to: '22:00' },
  ];
  expect(scopeOf({ window: { weekly }, networks: ['fixed'], regions: ['south'] })).toBe(
    'In force only Friday, Saturday and Sunday 18:00–22:00; on Fixed lines; in south.',
  );
});
