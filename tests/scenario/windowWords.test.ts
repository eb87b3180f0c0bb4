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

test('who names all networks is in force everywhere', () => {
  expect(scopeOf({ networks: ['fixed', 'mobile'] })).toBe('');
});

test('of many networks the fewer are named: those in force, or those that are not', () => {
  const { world } = scenario;
  const more = ['cable', 'satellite'].map((id) => ({ ...world.networks[0]!, id, title: id }));
  const wide = { ...scenario, world: { ...world, networks: [...world.networks, ...more] } };
  const wordsOf = (networks: string[]) =>
    scopeInWords(wide, { id: 'one', technique: 'shutdown', parameters: {}, networks });
  expect(wordsOf(['mobile', 'fixed', 'cable'])).toBe('In force on all networks but satellite.');
  expect(wordsOf(['cable', 'satellite'])).toBe('In force on cable and satellite.');
});

test('a company that complies ends what hangs on an earlier step, and what hangs on a later one never begins', () => {
  const step = (id: string, at: string, kind: 'demand' | 'order' | 'block') => ({
    ...{ id, at, kind, title: `The ${kind}`, assumed: 'A morning.' },
  });
  const ladder = [
    step('demand', '2018-04-16T06:00+03:00', 'demand'),
    step('order', '2018-04-16T09:00+03:00', 'order'),
    step('block', '2018-04-17T09:00+03:00', 'block'),
  ];
  const complying = run(tiny({ ladder, compliesAt: 'order' })).scenario;
  const entry = { id: 'one', technique: 'shutdown', parameters: {} };
  const scopeOf = (window: NonNullable<PlugInEntry['window']>) =>
    scopeInWords(complying, { ...entry, window, networks: ['fixed'] });
  const never = 'Never in force: the company complies, 16 April, 09:00 (“The order”).';
  expect(scopeOf({ fromStep: 'block' })).toBe(never);
  expect(scopeOf({ fromStep: 'order' })).toBe(never);
  expect(scopeOf({ fromStep: 'demand', untilStep: 'block' })).toBe(
    'In force from 16 April, 06:00 (“The demand”); until the company complies, 16 April, 09:00 (“The order”); on Fixed lines.',
  );
  // It had ended before, or hangs on no step: complying changes nothing of it.
  expect(scopeOf({ fromStep: 'demand', to: '2018-04-16T08:00+03:00' })).toBe(
    'In force from 16 April, 06:00 (“The demand”); until 16 April, 08:00; on Fixed lines.',
  );
  expect(scopeOf({ from: '2018-04-17T09:00+03:00' })).toBe(
    'In force from 17 April, 09:00; on Fixed lines.',
  );
});
