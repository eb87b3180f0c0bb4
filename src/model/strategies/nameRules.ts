// Rules about names of servers, and which names they match.
import * as z from 'zod/mini';
import type { Fault } from '../rule.ts';

/** Letters, digits and the marks of a name; other scripts in their xn-- form. */
export const nameTextSchema = z.string().check(
  z.maxLength(253),
  z.regex(/^[a-z0-9_.-]*$/i, {
    error:
      'a name or part of one: letters, digits, dots, hyphens, other scripts as xn--, at most 253',
  }),
);

export const nameRuleSchema = z.strictObject({
  match: z.enum(['exact', 'suffix', 'substring']).register(z.globalRegistry, {
    description:
      'exact: the name itself; suffix: the name itself and every subdomain; substring: every name that contains the text.',
  }),
  text: nameTextSchema,
});

export interface NameRule {
  readonly match: 'exact' | 'suffix' | 'substring';
  readonly text: string;
}

/** Case does not matter. The cost of a name grows with the substrings only, not with the other rules. */
export function matcherOf(rules: readonly NameRule[]): (name: string) => boolean {
  const textsOf = (match: NameRule['match']) =>
    rules.filter((one) => one.match === match).map(({ text }) => text.toLowerCase());
  const names = new Set(textsOf('exact'));
  const suffixes = new Set(textsOf('suffix'));
  const substrings = textsOf('substring');
  return (name) => {
    const lower = name.toLowerCase();
    return (
      names.has(lower) ||
      hasSuffix(lower, suffixes) ||
      substrings.some((text) => lower.includes(text))
    );
  };
}

/** Whole labels only: example.com is a suffix of a.example.com, not of badexample.com. */
function hasSuffix(name: string, suffixes: ReadonlySet<string>): boolean {
  if (suffixes.size === 0) return false;
  let suffix = name;
  for (;;) {
    if (suffixes.has(suffix)) return true;
    const dot = suffix.indexOf('.');
    if (dot < 0) return false;
    suffix = suffix.slice(dot + 1);
  }
}

/** A rule that would match everything or nothing, which nobody means. */
export function faultOfRules(rules: readonly NameRule[]): Fault | undefined {
  for (const [index, { match, text }] of rules.entries()) {
    const expected = match === 'substring' ? faultOfPart(text) : faultOfName(text);
    if (expected) return { path: [index, 'text'], expected };
  }
  return undefined;
}

/** What a text should be that is to stand for a whole name; undefined when it can. */
export function faultOfName(text: string): string | undefined {
  const isName = text.split('.').every((label) => label !== '');
  return isName ? undefined : 'a name such as example.com, without a dot at either end';
}

function faultOfPart(text: string): string | undefined {
  return text === '' ? 'at least one character: an empty text is part of every name' : undefined;
}
