// What a schema wants at some place, in words: one phrase for every way of missing it.
import * as z from 'zod/mini';
import { isRecord } from './place.ts';

type Schema = z.core.$ZodType;
type Keys = readonly (string | number)[];

const definitionOf = (schema: Schema) => (schema as z.core.$ZodTypes)._zod.def;

/** The schema without its optional and default wrappings. */
function unwrap(schema: Schema): Schema {
  const definition = definitionOf(schema);
  return definition.type === 'optional' || definition.type === 'default'
    ? unwrap(definition.innerType)
    : schema;
}

/** The member of a union that a value is meant for, by its discriminator or by being an object or list. */
function pickOption(
  options: readonly Schema[],
  discriminator: unknown,
  value: unknown,
): Schema | undefined {
  const objects = options.filter((option) => definitionOf(option).type === 'object');
  if (!isRecord(value)) {
    const others = options.filter((option) => !objects.includes(option));
    const isList = (option: Schema) => definitionOf(option).type === 'array';
    return others.find((one) => isList(one) === Array.isArray(value)) ?? others[0] ?? options[0];
  }
  if (typeof discriminator !== 'string') return objects[0];
  return objects.find((option) => {
    const inner = shapeOf(option)?.[discriminator];
    const definition = inner && definitionOf(inner);
    return (
      definition?.type === 'literal' && definition.values.includes(value[discriminator] as string)
    );
  });
}

/** The schema of the value at `keys` below a value with a schema; undefined where nothing may be. */
export function schemaAt(schema: Schema, value: unknown, keys: Keys): Schema | undefined {
  const plain = unwrap(schema);
  const definition = definitionOf(plain);
  if (definition.type === 'union') {
    const discriminator = 'discriminator' in definition ? definition.discriminator : undefined;
    // The key that tells the members apart may stand for itself: any member knows its type.
    const option =
      pickOption(definition.options, discriminator, value) ??
      (keys[0] === discriminator ? definition.options[0] : undefined);
    return option && schemaAt(option, value, keys);
  }
  const [key, ...rest] = keys;
  if (key === undefined) return plain;
  const child = childSchema(plain, key);
  const inner = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
  return (
    child &&
    schemaAt(child, inner ? (value as Record<string | number, unknown>)[key] : undefined, rest)
  );
}

function childSchema(schema: Schema, key: string | number): Schema | undefined {
  const definition = definitionOf(schema);
  if (definition.type === 'array') return definition.element;
  if (definition.type === 'record') return definition.valueType;
  const shape = shapeOf(schema);
  return shape && Object.hasOwn(shape, key) ? shape[key] : undefined;
}

function shapeOf(schema: Schema): Readonly<Record<string, Schema>> | undefined {
  const definition = definitionOf(unwrap(schema));
  return definition.type === 'object' ? definition.shape : undefined;
}

/** The keys that an object of the schema may have; undefined when it is no object or free in its keys. */
export function knownKeys(schema: Schema | undefined): string[] | undefined {
  const shape = schema && shapeOf(schema);
  return shape && Object.keys(shape);
}

/** The values of an enumeration or literal; undefined for other schemas. */
export function knownValues(schema: Schema | undefined): string[] | undefined {
  const definition = schema && definitionOf(unwrap(schema));
  if (definition?.type === 'enum') return Object.values(definition.entries).map(String);
  if (definition?.type === 'literal') return definition.values.map(String);
  return undefined;
}

/** What is wanted, as a phrase: "a whole number from 8 to 32". */
export function describeSchema(schema: Schema | undefined): string {
  if (!schema) return 'nothing';
  const plain = unwrap(schema);
  const definition = definitionOf(plain);
  const values = knownValues(plain);
  if (values) return oneOf(values);
  switch (definition.type) {
    case 'number':
      return `a ${'format' in definition ? 'whole ' : ''}number${describeRange(plain)}`;
    case 'string':
      return describeText(plain);
    case 'array':
      return `a list${describeLength(plain)}`;
    case 'object':
      return describeObject(plain, definition.shape);
    case 'record':
      return 'an object';
    case 'union':
      return definition.options.map(describeSchema).join(', or ');
    default:
      return `a ${definition.type}`;
  }
}

/** The keys that it must have; failing these, the rules that an empty one breaks; else what it may have. */
function describeObject(schema: Schema, shape: Readonly<Record<string, Schema>>): string {
  const keys = Object.keys(shape);
  const required = keys.filter((key) => unwrap(shape[key] as Schema) === shape[key]);
  if (required.length > 0) return `an object with ${required.join(', ')}`;
  const rules = z.safeParse(schema, {}).error?.issues.map(({ message }) => message) ?? [];
  if (rules.length > 0) return `an object with ${rules.join('; ')}`;
  return keys.length === 0 ? 'an empty object' : `an object with any of ${keys.join(', ')}`;
}

const longestEnumeration = 16;

/** "one of a, b, c", cut where it gets long. */
export function oneOf(names: readonly string[]): string {
  if (names.length === 0) return 'nothing, since there is none';
  if (names.length === 1) return `${names[0]}`;
  const shown = names.slice(0, longestEnumeration).join(', ');
  const others = names.length - longestEnumeration;
  return `one of ${shown}${others > 0 ? ` and ${others} others` : ''}`;
}

type Check = z.core.$ZodChecks['_zod']['def'];
const checksOf = (schema: Schema) =>
  (definitionOf(schema).checks ?? []).map(
    (check) => (check as z.core.$ZodChecks)._zod.def as Check,
  );

function describeRange(schema: Schema): string {
  let low = '';
  let high = '';
  for (const check of checksOf(schema)) {
    if (check.check === 'greater_than')
      low = `${check.inclusive ? 'from' : 'above'} ${check.value}`;
    if (check.check === 'less_than') high = `${check.inclusive ? 'to' : 'below'} ${check.value}`;
  }
  if (low === '' && high.startsWith('to')) return ` up ${high}`;
  const and = low.startsWith('above') && high.startsWith('to') ? 'up ' : '';
  return `${low && ` ${low}`}${high && ` ${and}${high}`}`;
}

function describeLength(schema: Schema): string {
  let low: number | undefined;
  let high: number | undefined;
  for (const check of checksOf(schema)) {
    if (check.check === 'min_length') low = check.minimum;
    if (check.check === 'max_length') high = check.maximum;
    if (check.check === 'length_equals') return ` of ${check.length}`;
  }
  if (low !== undefined && high !== undefined) return ` of ${low} to ${high}`;
  if (low !== undefined) return ` of at least ${low}`;
  return high === undefined ? '' : ` of at most ${high}`;
}

function describeText(schema: Schema): string {
  const form = checksOf(schema).find((check) => check.check === 'string_format');
  if (form) {
    // A form that is not the one of ids says itself what it is.
    const own = form.error?.({ code: 'invalid_format', input: '', format: 'regex' } as never);
    const words = typeof own === 'string' ? own : own?.message;
    return (
      words ?? 'an id in small letters, digits and single hyphens, at most 80, such as amazon-ec2'
    );
  }
  const length = describeLength(schema);
  return length === '' ? 'text' : `text${length} characters`;
}
