// The schema's complaints about a value, each turned into plain words at its own place.
import * as z from 'zod/mini';
import { nearestName } from './nearestName.ts';
import { at, type Place } from './place.ts';
import type { ProblemList } from './problem.ts';
import { atKeys } from './readJson.ts';
import { describeSchema, knownKeys, knownValues, oneOf, schemaAt } from './schemaWords.ts';

// zod would try `new Function`, which the page's security policy forbids and reports.
z.config({ jitless: true });

/** The value as the schema reads it, with defaults filled in; undefined when it complains. */
export function checkShape<T>(
  schema: z.ZodMiniType<T>,
  place: Place,
  problems: ProblemList,
): T | undefined {
  const reading = parse(schema, place, problems);
  if (reading === undefined) return undefined;
  if (reading.success) return reading.data;
  for (const issue of reading.error.issues) translate(issue, schema, place, problems);
  return undefined;
}

/** zod hands the complaints of a list up as arguments of a call, which overflows beyond some 100,000. */
function parse<T>(schema: z.ZodMiniType<T>, place: Place, problems: ProblemList) {
  try {
    return schema.safeParse(place.value);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    problems.add(place, describeSchema(schema), { found: 'more wrong values than can be counted' });
    return undefined;
  }
}

function translate(
  issue: z.core.$ZodIssue,
  schema: z.core.$ZodType,
  root: Place,
  problems: ProblemList,
): void {
  const keys = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  const place = atKeys(root, keys);
  const here = schemaAt(schema, root.value, keys);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = knownKeys(here) ?? [];
      for (const key of issue.keys) {
        problems.add(at(place, key), `a known key: ${oneOf(known)}`, {
          found: `the unknown key ${key.slice(0, 80)}`,
          nearest: () => nearestName(key, known),
        });
      }
      return;
    }
    case 'invalid_key':
      problems.add(place, 'a key in small letters, digits and single hyphens', {
        found: `the key ${String(keys.at(-1)).slice(0, 80)}`,
      });
      return;
    case 'invalid_union': {
      const options = ('options' in issue ? (issue.options as unknown[]) : []).map(String);
      problems.add(place, options.length > 0 ? oneOf(options) : describeSchema(here), {
        nearest: () => nearestName(String(place.value), options),
      });
      return;
    }
    case 'custom': {
      const found: unknown = issue.params?.found;
      problems.add(place, issue.message, typeof found === 'string' ? { found } : {});
      return;
    }
    default: {
      const known = knownValues(here) ?? [];
      problems.add(place, describeSchema(here), {
        nearest: () =>
          typeof place.value === 'string' ? nearestName(place.value, known) : undefined,
      });
    }
  }
}
