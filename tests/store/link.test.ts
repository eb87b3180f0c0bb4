import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyLink, readLink, writeLink } from '../../src/store/link.ts';

test('a link reads as what was changed', () => {
  const link = {
    scenario: 'april-2018',
    edits: [
      { path: 'stack', value: 'adaptive' },
      { path: 'stacks.adaptive.strategies.hunt.parameters.prefixLength', value: 20 },
    ],
    at: '2018-04-20T12:00+03:00',
    view: 'neighbourhoods',
    look: '34.230.170.103',
    language: 'ru',
  };
  const text = writeLink(link);
  expect(text).toBe(
    '#scenario=april-2018&stack=adaptive' +
      '&stacks.adaptive.strategies.hunt.parameters.prefixLength=20' +
      '&at=2018-04-20T12:00%2B03:00&view=neighbourhoods&look=34.230.170.103&language=ru',
  );
  expect(readLink(text)).toEqual(link);
});

test('an empty fragment asks for nothing', () => {
  expect(readLink('')).toEqual({
    scenario: undefined,
    edits: [],
    at: undefined,
    view: undefined,
    look: undefined,
    language: undefined,
  });
});

test('whatever is written is read back', () => {
  const path = fc
    .string({ minLength: 1 })
    .filter((text) => !['scenario', 'at', 'view', 'look', 'language'].includes(text));
  const value = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0 || 0),
    fc.boolean(),
    // Text that would be read as JSON comes back as what that JSON means; the page never has such text.
    fc.string().filter((text) => !/^\s*(-?\d|true|false|null|["[{])/.test(text) && text !== ''),
    fc.array(fc.string()),
  );
  const edit = fc.record({ path, value });
  fc.assert(
    fc.property(fc.array(edit), (edits) => {
      const link = { ...emptyLink, scenario: 'a', edits };
      expect(readLink(writeLink(link))).toEqual(link);
    }),
  );
});

test('any text after the hash is read without an exception', () => {
  fc.assert(fc.property(fc.string(), (text) => void readLink(`#${text}`)));
  expect(readLink('#%E0%A4%A').edits).toEqual([{ path: '%E0%A4%A', value: '' }]);
});
