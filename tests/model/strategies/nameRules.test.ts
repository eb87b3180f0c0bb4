import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matcherOf, type NameRule } from '../../../src/model/strategies/nameRules.ts';

/** Letter by letter and label by label, with nothing shared with the code under test. */
function obviouslyMatches({ match, text }: NameRule, name: string): boolean {
  const letters = [...name].map((letter) => letter.toLowerCase());
  const wanted = [...text].map((letter) => letter.toLowerCase());
  const standsAt = (start: number) => wanted.every((letter, i) => letters[start + i] === letter);
  const starts = [...letters.keys()].filter(standsAt);
  const end = letters.length - wanted.length;
  if (match === 'substring') return starts.length > 0;
  if (match === 'exact') return end === 0 && starts.includes(0);
  return starts.includes(end) && (end === 0 || letters[end - 1] === '.');
}

// Few letters and short labels, so that random names and rules meet often.
const label = fc.string({ unit: fc.constantFrom('a', 'b', 'B'), minLength: 1, maxLength: 2 });
const name = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.'));
const part = fc.string({ unit: fc.constantFrom('a', 'b', 'A', '.'), minLength: 1, maxLength: 4 });
const nameRule: fc.Arbitrary<NameRule> = fc.oneof(
  fc.record({ match: fc.constantFrom('exact' as const, 'suffix' as const), text: name }),
  fc.record({ match: fc.constant('substring' as const), text: part }),
);

test('a name matches when the obvious reading of one of the rules says so', () => {
  fc.assert(
    fc.property(fc.array(nameRule, { maxLength: 4 }), name, (rules, asked) => {
      const expected = rules.some((rule) => obviouslyMatches(rule, asked));
      expect(matcherOf(rules)(asked)).toBe(expected);
    }),
    { numRuns: 2000 },
  );
});

test('of one text, exact matches are suffix matches, and those are substring matches', () => {
  fc.assert(
    fc.property(name, name, (text, asked) => {
      const [exact, suffix, substring] = (['exact', 'suffix', 'substring'] as const).map((match) =>
        Number(matcherOf([{ match, text }])(asked)),
      );
      expect(exact).toBeLessThanOrEqual(suffix!);
      expect(suffix).toBeLessThanOrEqual(substring!);
    }),
    { numRuns: 500 },
  );
});

test('a suffix ends at a dot: subdomains match, names that merely end alike do not', () => {
  const matches = matcherOf([{ match: 'suffix', text: 'Example.com' }]);
  const asked = ['example.com', 'a.b.EXAMPLE.com', 'badexample.com', 'example.com.org', 'com'];
  expect(asked.filter(matches)).toEqual(['example.com', 'a.b.EXAMPLE.com']);
});

test('no rules match no name', () => {
  fc.assert(fc.property(name, (asked) => !matcherOf([])(asked)));
});

test('the rule *t.co* of March 2021 matches microsoft.com and reddit.com; t.co as a name does not', () => {
  const asked = ['t.co', 'pbs.twimg.com', 'www.microsoft.com', 'reddit.com', 'example.org'];
  expect(asked.filter(matcherOf([{ match: 'substring', text: 't.co' }]))).toEqual([
    't.co',
    'www.microsoft.com',
    'reddit.com',
  ]);
  expect(asked.filter(matcherOf([{ match: 'suffix', text: 't.co' }]))).toEqual(['t.co']);
});
