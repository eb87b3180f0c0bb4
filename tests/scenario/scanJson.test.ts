import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { scanJson } from '../../src/scenario/scanJson.ts';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test('what JSON.parse reads is read, and nothing else, also after random damage', () => {
  const damaged = fc
    .tuple(
      fc.json({ maxDepth: 4 }),
      fc.nat(),
      fc.constantFrom('', ',', '"', '\\', '0', '}', '[', '\n', 'e', '-', '.'),
    )
    .map(([text, at, put]) => {
      const position = at % (text.length + 1);
      return text.slice(0, position) + put + text.slice(position + 1);
    });
  fc.assert(
    fc.property(fc.oneof(fc.json(), damaged, fc.string()), (text) => {
      expect(scanJson(text).fault === undefined).toBe(isJson(text));
    }),
    { seed: 1, numRuns: 3000 },
  );
});

test.each([
  ['{"a": 1,}', 1, 9, 'a key in quotes'],
  ['{\n  "a": tru\n}', 2, 8, 'a value'],
  ['[1\n 2]', 2, 2, '"," or "]"'],
  ['{"a" 1}', 1, 6, '":"'],
  ['', 1, 1, 'a value'],
  ['{} x', 1, 4, 'the end of the text'],
  ['["a\nb"]', 1, 4, 'a text that ends'],
])('the fault of %j is at line %i, column %i', (text, line, column, expected) => {
  const { fault } = scanJson(text);
  expect(fault).toMatchObject({ line, column });
  expect(fault?.expected).toContain(expected);
});

test('a key that stands twice is named with its path', () => {
  expect(scanJson('{"a": [{"b": 1, "b": 2}], "a": 3}').repeatedKeys).toEqual(['a[0].b', 'a']);
  expect(scanJson('{"a": {"c": 1}, "b": {"c": 1}}').repeatedKeys).toEqual([]);
});

test('a million brackets are refused at the 65th', () => {
  expect(scanJson('['.repeat(1_000_000)).fault).toMatchObject({ line: 1, column: 65 });
});
