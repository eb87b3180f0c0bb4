// Do the references that a schema declares name something that there is?
import type * as z from 'zod/mini';
import { type ReferenceKind, referenceKind } from '../model/index.ts';
import { checkPrefix } from './checkPools.ts';
import { at, entries, items, type Place } from './place.ts';
import type { ProblemList } from './problem.ts';
import { mustName } from './reference.ts';
import { schemaAt } from './schemaWords.ts';

/** What there is, by kind; undefined while it could not be read, and then nothing is asked of it. */
export type KnownNames = Readonly<
  Record<Exclude<ReferenceKind, 'prefix'>, ReadonlySet<string> | undefined>
>;

/** Walks a value along its schema, whatever its shape; what fits no schema holds no reference. */
export function checkReferences(
  schema: z.core.$ZodType,
  place: Place,
  known: KnownNames,
  problems: ProblemList,
): void {
  const kind = referenceKind(schema);
  if (kind === 'prefix') checkPrefix(place, problems);
  else if (kind && known[kind]) mustName(place, `the id of a ${kind}`, known[kind], problems);
  for (const [inner, part] of partsOf(schema, place)) {
    checkReferences(inner, part, known, problems);
  }
}

type Part = readonly [schema: z.core.$ZodType, place: Place];

/** The parts of a value, each with its schema: members, keys of a table, or what a wrapping holds. */
function partsOf(schema: z.core.$ZodType, place: Place): Part[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape).map(([key, inner]) => [inner, at(place, key)]);
    case 'array':
      return items(place).map((item) => [def.element, item]);
    case 'record':
      return entries(place).flatMap(([key, member]): Part[] => [
        [def.keyType, { ...member, value: key }],
        [def.valueType, member],
      ]);
    case 'default': {
      const value = place.value === undefined ? def.defaultValue : place.value;
      return [[def.innerType, { ...place, value }]];
    }
    case 'optional':
    case 'nullable':
    case 'readonly':
      return [[def.innerType, place]];
    case 'union': {
      const option = schemaAt(schema, place.value, []);
      return option ? [[option, place]] : [];
    }
    default:
      return [];
  }
}
