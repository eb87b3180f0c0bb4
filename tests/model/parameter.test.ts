// Law 8: a plug-in is one file and one line. So its schema says all that the file check needs to know.
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { countermeasures, referenceKind, strategies } from '../../src/model/index.ts';
import {
  describeParameters,
  fileParameter,
  numberParameter,
  optionalChoiceParameter,
  reference,
} from '../../src/model/parameter.ts';

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

describe('a schema of parameters', () => {
  const options = [{ value: 'here', label: 'Here' }];
  const pool = fileParameter(reference('pool'), { kind: 'text', label: 'Pool', help: 'Where.' });
  const schema = z.strictObject({
    rate: numberParameter({ label: 'Rate', help: 'How fast.', min: 0, max: 9, default: 4 }),
    where: optionalChoiceParameter({ label: 'Where', help: 'If anywhere.', options }),
    pool,
    spare: z.optional(pool),
    home: z._default(pool, 'nimbus'),
    plain: z.optional(z.number()),
    bare: z.number(),
  });

  test('describes its parameters in their order, each with the value that it has when left out', () => {
    const described = describeParameters(schema);
    expect(described.map(({ id, kind, default: initial }) => [id, kind, initial])).toEqual([
      ['rate', 'number', 4],
      ['where', 'choice', undefined],
      ['pool', 'text', undefined],
      ['spare', 'text', undefined],
      ['home', 'text', 'nimbus'],
    ]);
    expect(described[0]).toEqual({
      id: 'rate',
      kind: 'number',
      label: 'Rate',
      help: 'How fast.',
      min: 0,
      max: 9,
      default: 4,
    });
    expect(described[1]).toMatchObject({ options });
  });

  test('fills in what was left out and refuses what is out of bounds', () => {
    const given = { pool: 'nimbus', bare: 1 };
    expect(schema.parse(given)).toEqual({ ...given, rate: 4, home: 'nimbus' });
    expect(schema.parse({ ...given, where: 'here', rate: 9 })).toMatchObject({ rate: 9 });
    expect(schema.safeParse({ ...given, rate: 9.5 }).success).toBe(false);
    expect(schema.safeParse({ ...given, rate: -0.5 }).success).toBe(false);
    expect(schema.safeParse({ ...given, where: 'there' }).success).toBe(false);
  });
});
