// One schema entry a parameter: its type, range, default, label, unit and help, met in one place.
import * as z from 'zod/mini';

/** What a control, a table of assumptions and the command line need to know of a parameter. */
export interface ParameterMeta {
  readonly label: string;
  readonly help: string;
  readonly kind: 'number' | 'choice' | 'list' | 'text' | 'table';
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  /** The control is of use only while these parameters have these values. */
  readonly onlyWhen?: Readonly<Record<string, string>>;
  /** The control is of no use beside any of these parameters. */
  readonly notWith?: readonly string[];
  /** The control draws the number with this many marks of an address prefix: /12. */
  readonly display?: 'prefixLength' | 'share' | 'plain';
  readonly source?: string;
  /** A delay in hours that a run rounds to ticks (1), or to half ticks (0.5): one that is shorter than half of that would be lost. */
  readonly roundedToTicks?: 1 | 0.5;
}

export interface ParameterDescription extends ParameterMeta {
  readonly id: string;
  readonly default: unknown;
}

const registry = z.registry<ParameterMeta & { default: unknown }>();

/** What a text may refer to, in the words of the published schema. */
const meanings = {
  ledger: 'Id of a ledger of the scenario.',
  provider: 'Id of a provider of the world.',
  pool: 'Id of a pool of the world.',
  service: 'Id of a service of the world.',
  profile: 'Id of a profile of the world.',
  protocol: 'Id of a protocol of the world.',
  prefix: 'An IPv4 prefix such as 192.0.2.0/24.',
} as const;
export type ReferenceKind = keyof typeof meanings;

const references = z.registry<{ readonly kind: ReferenceKind }>();

/**
 * A text that must name something that there is. It may stand anywhere in a parameter, also as item
 * of a list or key of a table; the file check finds it there and needs to know nothing else of it.
 */
export function reference(kind: ReferenceKind) {
  const schema = z.string();
  references.add(schema, { kind });
  return schema.register(z.globalRegistry, { description: meanings[kind] });
}

/** What the texts of a schema refer to; undefined when it is no reference. */
export function referenceKind(schema: z.core.$ZodType): ReferenceKind | undefined {
  return references.get(schema)?.kind;
}

type NumberMeta = Omit<ParameterMeta, 'kind' | 'options' | 'min' | 'max'> & {
  readonly min: number;
  readonly max: number;
  readonly default: number;
  readonly integer?: boolean;
};

/** A number within [min, max], drawn as a slider. */
export function numberParameter({ default: initial, integer, ...meta }: NumberMeta) {
  const number = integer ? z.int() : z.number();
  const schema = z._default(number.check(z.gte(meta.min), z.lte(meta.max)), initial);
  return declare(schema, { kind: 'number', ...meta }, initial);
}

type ChoiceMeta<T extends string> = Omit<ParameterMeta, 'kind' | 'options'> & {
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly default: T;
};

/** One of a few named values, drawn as a set of buttons. */
export function choiceParameter<const T extends string>({
  default: initial,
  ...meta
}: ChoiceMeta<T>) {
  const values = meta.options.map((option) => option.value) as [T, ...T[]];
  // The literal type T is what z.enum infers from a tuple of literals; `Exclude` only drops undefined.
  const schema = z._default(z.enum(values), initial as never);
  return declare(schema, { kind: 'choice', ...meta }, initial);
}

/** One of a few named values, or none of them: a file that leaves it out does without, and so does the panel. */
export function optionalChoiceParameter<const T extends string>(
  meta: Omit<ChoiceMeta<T>, 'default'>,
) {
  const values = meta.options.map((option) => option.value) as [T, ...T[]];
  return declare(z.optional(z.enum(values)), { kind: 'choice', ...meta }, undefined);
}

/** Anything else (a reference, a list, a table): checked and documented, edited in the file. */
export function fileParameter<S extends z.ZodMiniType>(
  schema: S,
  meta: Omit<ParameterMeta, 'kind'> & { readonly kind: 'list' | 'text' | 'table' },
): S {
  return declare(schema, meta, undefined);
}

function declare<S extends z.ZodMiniType>(schema: S, meta: ParameterMeta, initial: unknown): S {
  registry.add(schema, { ...meta, default: initial });
  const kind = referenceKind(schema);
  const unit = meta.unit && `Unit: ${meta.unit}.`;
  const description = [meta.help, unit, kind && meanings[kind]].filter(Boolean).join(' ');
  z.globalRegistry.add(schema, { title: meta.label, description });
  return schema;
}

/** Of the schema itself, or of what a default or an optional wraps. */
function metaOf(schema: z.ZodMiniType): (ParameterMeta & { default: unknown }) | undefined {
  const meta = registry.get(schema);
  if (meta) return meta;
  const { def } = schema._zod;
  if (!('innerType' in def)) return undefined;
  const inner = metaOf(def.innerType as z.ZodMiniType);
  return inner && { ...inner, default: 'defaultValue' in def ? def.defaultValue : inner.default };
}

/** The parameters of a plug-in, in the order in which its schema names them. */
export function describeParameters(schema: z.ZodMiniObject): ParameterDescription[] {
  const described: ParameterDescription[] = [];
  for (const [id, entry] of Object.entries(schema.shape)) {
    const meta = metaOf(entry as z.ZodMiniType);
    if (meta) described.push({ id, ...meta });
  }
  return described;
}
