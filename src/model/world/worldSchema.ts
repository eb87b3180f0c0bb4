// What a world file holds: address space, services on it, the networks that people use. One schema
// gives the TypeScript types, the file check and the published JSON Schema.
import * as z from 'zod/mini';
import { basisShape, exactlyOneBasis, figure, uncertainFigure } from '../basis.ts';

/** Ids are kebab-case and never change once published. */
export const idSchema = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(80));
const text = () => z.string().check(z.minLength(1), z.maxLength(2000));
export const textSchema = text();
const share = () => z.number().check(z.gt(0), z.lte(1));

export const sourceSchema = z.strictObject({
  title: textSchema,
  url: z.optional(textSchema),
  date: z.optional(z.string()),
});
export const sourcesSchema = z.record(idSchema, sourceSchema);

const protocolSchema = z.strictObject({
  id: idSchema,
  title: textSchema,
  look: text().register(z.globalRegistry, {
    description: 'What a box on the path sees of such a flow.',
  }),
});

const profileSchema = z
  .strictObject({
    id: idSchema,
    title: textSchema,
    mix: z.record(idSchema, share()).register(z.globalRegistry, {
      description: 'Share of the sessions that uses each protocol; adds up to 1.',
    }),
    bytesPerSession: z.number().check(z.gt(0), z.lte(1e12)),
    hoursPerSession: z.number().check(z.gt(0), z.lte(24)),
    tries: z.int().check(z.gte(1), z.lte(16)).register(z.globalRegistry, {
      description: 'How many different addresses a client tries before it gives up.',
    }),
    ...basisShape,
  })
  .check(exactlyOneBasis());

const tailSchema = z.strictObject({
  sites: figure(1, 1e9),
  sessionsPerDay: figure(0, 1e12),
  profile: idSchema,
});

const poolSchema = z.strictObject({
  id: idSchema,
  title: textSchema,
  region: z.optional(textSchema),
  prefixes: z.array(z.string()).check(z.minLength(1), z.maxLength(20_000)),
  tail: z.optional(tailSchema),
});

const providerSchema = z
  .strictObject({
    id: idSchema,
    name: textSchema,
    kind: z.enum(['cloud', 'hosting', 'cdn', 'content', 'telecom']),
    asn: z.array(z.int().check(z.gte(1), z.lte(4294967295))),
    pools: z.array(poolSchema).check(z.minLength(1)),
    note: z.optional(textSchema),
    ...basisShape,
  })
  .check(exactlyOneBasis());

const networkSchema = z.strictObject({
  id: idSchema,
  title: textSchema,
  access: z.enum(['mobile', 'fixed']),
  share: figure(0, 1),
  completeness: figure(0, 1),
  lagHours: uncertainFigure(0, 720),
});

const placementSchema = z
  .strictObject({
    pool: idSchema,
    share: share(),
    addresses: z.int().check(z.gte(1), z.lte(4096)).register(z.globalRegistry, {
      description: 'How many addresses of the pool serve this share of the traffic.',
    }),
    known: z.optional(z.array(z.string()).check(z.minLength(1))).register(z.globalRegistry, {
      description: 'Documented addresses; the rest are drawn from the pool.',
    }),
    within: z.optional(z.array(z.string()).check(z.minLength(1))).register(z.globalRegistry, {
      description: 'Documented prefixes that the drawn addresses lie in.',
    }),
    profile: z.optional(idSchema),
    ...basisShape,
  })
  .check(exactlyOneBasis());

const serviceSchema = z.strictObject({
  id: idSchema,
  name: textSchema,
  role: z.enum(['target', 'bystander']),
  category: idSchema,
  users: figure(0, 8e9),
  sessionsPerUserDay: figure(0, 10_000),
  profile: idSchema,
  placements: z.array(placementSchema).check(z.minLength(1)),
  report: z.optional(
    z.strictObject({ said: textSchema, reported: idSchema }).register(z.globalRegistry, {
      description: 'What was said of this service at the time, and by whom.',
    }),
  ),
});

export const worldSchema = z.strictObject({
  $schema: z.optional(z.string()),
  kind: z.literal('world'),
  id: idSchema,
  title: textSchema,
  summary: textSchema,
  utcOffsetHours: z.number().check(z.gte(-12), z.lte(14)),
  sources: sourcesSchema,
  diurnal: z
    .strictObject({
      hourly: z.array(z.number().check(z.gte(0), z.lte(100))).check(z.length(24)),
      ...basisShape,
    })
    .check(exactlyOneBasis()),
  categories: z.array(z.strictObject({ id: idSchema, title: textSchema })).check(z.minLength(1)),
  protocols: z.array(protocolSchema).check(z.minLength(1)),
  profiles: z.array(profileSchema).check(z.minLength(1)),
  networks: z.array(networkSchema).check(z.minLength(1), z.maxLength(64)),
  providers: z.array(providerSchema).check(z.minLength(1)),
  services: z.array(serviceSchema).check(z.minLength(1)),
});

export type WorldFile = z.infer<typeof worldSchema>;
export type Source = z.infer<typeof sourceSchema>;
