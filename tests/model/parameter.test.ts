// Law 8: a plug-in is one file and one line. So its schema says all that the file check needs to know.
import { describe, expect, test } from 'vitest';
import type * as z from 'zod/mini';
import { countermeasures, referenceKind, strategies } from '../../src/model/index.ts';

/** What is neither bounded nor a reference, so that any nonsense would pass; by path. */
function unchecked(schema: z.core.$ZodType, path: string): string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'optional':
    case 'default':
    case 'nullable':
    case 'readonly':
      return unchecked(def.innerType, path);
    case 'object':
      return Object.entries(def.shape).flatMap(([key, inner]) =>
        unchecked(inner, `${path}.${key}`),
      );
    case 'array':
      return unchecked(def.element, `${path}[]`);
    case 'record':
      return [...unchecked(def.keyType, `${path} key`), ...unchecked(def.valueType, `${path}{}`)];
    case 'union':
      return def.options.flatMap((option) => unchecked(option, path));
    case 'number':
    case 'enum':
    case 'literal':
    case 'boolean':
      return [];
    case 'string':
      return referenceKind(schema) || isPattern(schema) ? [] : [path];
    default:
      // A type that checkReferences.ts does not walk could hide a reference.
      return [`${path}: ${def.type}`];
  }
}

/** A text of a given form, such as part of a domain name, which names nothing of the world. */
function isPattern(schema: z.core.$ZodType): boolean {
  return (schema._zod.def.checks ?? []).some((check) => check._zod.def.check === 'string_format');
}

describe.each([...strategies, ...countermeasures])('$technique', ({ technique, parameters }) => {
  test('names nothing by a text that is not declared as a reference', () => {
    expect(unchecked(parameters, technique)).toEqual([]);
  });
});
