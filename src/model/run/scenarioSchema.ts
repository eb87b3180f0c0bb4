// What a scenario file holds: a world, a period, what the censor and the others do, what was reported.
import * as z from 'zod/mini';
import { basisShape, exactlyOneBasis } from '../basis.ts';
import { countermeasures } from '../countermeasures/index.ts';
import { localTextSchema } from '../localText.ts';
import { strategies } from '../strategies/index.ts';
import { worldChangesSchema } from '../world/worldChanges.ts';
import {
  idSchema,
  sourcesSchema,
  textSchema,
  versionSchema,
  type WorldFile,
  worldSchema,
} from '../world/worldSchema.ts';
import { momentSchema } from './momentSchema.ts';
import { factSchema, storyStepSchema } from './recordSchema.ts';

const clock = () =>
  z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, { error: 'a time such as 18:30' }));

/** Hours of the week in which something is in force, in the time zone of the world. */
const weeklySchema = z.strictObject({
  days: z.array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])).check(z.minLength(1)),
  from: clock(),
  to: clock(),
});

const spanShape = {
  from: z.optional(momentSchema),
  to: z.optional(momentSchema),
  fromStep: z.optional(idSchema).register(z.globalRegistry, {
    description: 'Id of the step of the ladder with which it begins, instead of a moment.',
  }),
  untilStep: z.optional(idSchema).register(z.globalRegistry, {
    description: 'Id of the step of the ladder with which it ends, instead of a moment.',
  }),
};

const windowSchema = z.strictObject({
  ...spanShape,
  weekly: z.optional(z.array(weeklySchema).check(z.minLength(1))).register(z.globalRegistry, {
    description: 'In force only in these hours of the week, such as match days.',
  }),
});

/** A step on the way to the block, and after it: what was demanded, decided, ordered. */
const ladderStepSchema = z
  .strictObject({
    id: idSchema,
    at: momentSchema,
    title: textSchema,
    kind: z.enum(['demand', 'fine', 'appeal', 'grace', 'order', 'block', 'lift']),
    note: z.optional(textSchema),
    ...basisShape,
  })
  .check(exactlyOneBasis());

const ledgerEntrySchema = z
  .strictObject({
    prefix: z.string(),
    from: momentSchema,
    until: z.optional(momentSchema),
    holder: z.optional(textSchema),
    decision: z.optional(textSchema),
    note: z.optional(textSchema),
    ...basisShape,
  })
  .check(exactlyOneBasis());

/** A plug-in as a scenario names it: which technique, with which parameters. */
export interface PlugInEntry {
  readonly id: string;
  readonly technique: string;
  readonly title?: string | undefined;
  /** Switched off: it takes no part. */
  readonly off?: boolean | undefined;
  readonly window?: z.infer<typeof windowSchema> | undefined;
  /** Where it applies: ids of networks and of regions; everywhere when neither is given. */
  readonly networks?: readonly string[] | undefined;
  readonly regions?: readonly string[] | undefined;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Where the values of its parameters come from. */
  readonly bases?: Readonly<Record<string, ParameterBasis | undefined>> | undefined;
  readonly note?: string | undefined;
}

const basisSchema = z
  .strictObject({
    low: z.optional(z.number()).register(z.globalRegistry, {
      description: 'The least that the parameter may be; its value is the most likely one.',
    }),
    high: z.optional(z.number()).register(z.globalRegistry, {
      description: 'The most that the parameter may be.',
    }),
    ...basisShape,
  })
  .check(exactlyOneBasis());

/** Where the value of a parameter comes from, and between which ends it may lie. */
export type ParameterBasis = z.infer<typeof basisSchema>;

/** Where the values of some parameters come from, by the id of the parameter. */
function basesSchema(parameters: z.ZodMiniObject) {
  const bases = Object.keys(parameters.shape).map((id) => [id, z.optional(basisSchema)]);
  return z.strictObject(Object.fromEntries(bases) as Record<string, z.ZodMiniOptional>);
}

type Entry = { readonly technique: string; readonly parameters: z.ZodMiniObject };

/** What every plug-in of a scenario has. */
function entryShape({ technique, parameters }: Entry) {
  return {
    id: idSchema,
    technique: z.literal(technique),
    title: z.optional(textSchema),
    off: z._default(z.boolean(), false).register(z.globalRegistry, {
      description: 'Switched off: it stands in the file and takes no part.',
    }),
    parameters,
    bases: z.optional(basesSchema(parameters)),
    note: z.optional(textSchema),
  };
}

/** A strategy has hours and places; people answer everywhere and at any hour of their window. */
function strategyEntry(plugIn: Entry) {
  return z.strictObject({
    ...entryShape(plugIn),
    window: z.optional(windowSchema),
    networks: z.optional(z.array(idSchema).check(z.minLength(1))),
    regions: z.optional(z.array(idSchema).check(z.minLength(1))),
  });
}

function countermeasureEntry(plugIn: Entry) {
  return z.strictObject({ ...entryShape(plugIn), window: z.optional(z.strictObject(spanShape)) });
}

/** One of the registered plug-ins. The types of the parameters live with each plug-in, so here they are erased. */
function registeredSchema(
  plugIns: readonly Entry[],
  entryOf: typeof strategyEntry | typeof countermeasureEntry,
) {
  const [first, ...rest] = plugIns.map((one) => entryOf(one));
  if (!first) throw new Error('no plug-in is registered');
  const union = z.discriminatedUnion('technique', [first, ...rest]);
  return union as unknown as z.ZodMiniType<PlugInEntry, PlugInEntry>;
}

const strategySchema = registeredSchema(strategies, strategyEntry);
const countermeasureSchema = registeredSchema(countermeasures, countermeasureEntry);

const stackSchema = z.strictObject({
  id: idSchema,
  title: textSchema,
  summary: textSchema,
  strategies: z.array(strategySchema).check(z.maxLength(16)),
});

export const scenarioSchema = z.strictObject({
  $schema: z.optional(z.string()),
  kind: z.literal('scenario'),
  version: versionSchema,
  id: idSchema,
  title: localTextSchema,
  summary: localTextSchema.register(z.globalRegistry, {
    description: 'What it tells, in about forty words.',
  }),
  story: z._default(z.array(storyStepSchema), []),
  questions: z._default(z.array(localTextSchema), []).register(z.globalRegistry, {
    description: 'What it can answer.',
  }),
  limits: z._default(z.array(localTextSchema), []).register(z.globalRegistry, {
    description: 'What it cannot answer.',
  }),
  world: z.union([idSchema, worldSchema]),
  changes: z.optional(worldChangesSchema),
  period: z.strictObject({ from: momentSchema, to: momentSchema }),
  opensAt: z.optional(momentSchema).register(z.globalRegistry, {
    description:
      'The moment that the page opens at; without it, when what it tells of has just come about.',
  }),
  tickHours: z._default(z.number().check(z.gte(0.25), z.lte(24)), 1).register(z.globalRegistry, {
    description:
      'Hours of a tick. A delay that would be rounded to nothing is refused, and a window counts in every tick that it touches: ticks should be shorter than the shortest window.',
  }),
  seed: z._default(z.int().check(z.gte(0), z.lte(4294967295)), 2018),
  sources: z._default(sourcesSchema, {}),
  ladder: z._default(z.array(ladderStepSchema), []),
  compliesAt: z.optional(z.nullable(idSchema)).register(z.globalRegistry, {
    description:
      'Id of the step of the ladder at which the company complies: what hangs on steps from there on never begins, and what hangs on earlier ones ends. Left out or null: it never does.',
  }),
  ledgers: z._default(z.record(idSchema, z.array(ledgerEntrySchema)), {}),
  stack: idSchema,
  stacks: z.array(stackSchema).check(z.minLength(1)),
  countermeasures: z._default(z.array(countermeasureSchema).check(z.maxLength(24)), []),
  facts: z._default(z.array(factSchema), []),
});

export type ScenarioFile = z.infer<typeof scenarioSchema>;
/** A checked scenario with its world: plain data, all that a run needs beside a seed. */
export type Scenario = Omit<ScenarioFile, 'world' | 'changes'> & { readonly world: WorldFile };
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;
export type LadderStep = z.infer<typeof ladderStepSchema>;
