import { expect, test } from 'vitest';
import { sourceOf, whereFrom } from '../../src/scenario/whereFrom.ts';

const scenario = {
  sources: { herald: { title: 'The Herald' } },
  world: { sources: { gazette: { title: 'The Gazette', url: 'https://gazette.example/' } } },
};

test('a source is the scenario’s own or the world’s', () => {
  expect(sourceOf(scenario, 'herald').title).toBe('The Herald');
  expect(sourceOf(scenario, 'gazette').title).toBe('The Gazette');
});

test('what nobody reported says how it was derived or why it is assumed', () => {
  expect(whereFrom(scenario, { reported: 'gazette' })).toEqual({
    word: 'Source',
    title: 'The Gazette',
    url: 'https://gazette.example/',
  });
  expect(whereFrom(scenario, { derived: 'by hand' })).toEqual({
    word: 'Derived',
    title: 'by hand',
  });
  expect(whereFrom(scenario, { assumed: 'a guess' })).toEqual({
    word: 'Assumed',
    title: 'a guess',
  });
});

test('only an address on the web becomes a link', () => {
  const odd = { ...scenario, sources: { odd: { title: 'Odd', url: 'javascript:alert(1)' } } };
  expect(whereFrom(odd, { reported: 'odd' })).toEqual({ word: 'Source', title: 'Odd' });
});
