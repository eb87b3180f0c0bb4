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
  showsName: z.optional(z.boolean()).register(z.globalRegistry, {
    description: 'Does the first packet show the name of the server (Host, SNI)?',
  }),
});

const needSchema = z.strictObject({
  kilobitsPerSecond: z.optional(z.number().check(z.gt(0), z.lte(1e7))),
  kilobytesPerConnection: z.optional(z.number().check(z.gt(0), z.lte(1e9))),
});

const domainsSchema = z
  .array(
    z.strictObject({
      name: z.string().check(
        z.regex(/^[a-z0-9_-]+(\.[a-z0-9_-]+)+$/, {
          error: 'a domain name in lower case, such as cdn.example.com',
        }),
        z.maxLength(253),
      ),
      share: share(),
    }),
  )
  .check(z.minLength(1))
  .register(z.globalRegistry, {
    description:
      'Names that clients ask for, with their share of the sessions; at most 1 together.',
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
    needs: z.optional(z.record(idSchema, needSchema)).register(z.globalRegistry, {
      description:
        'By protocol: what a session needs so that nothing of it is lost. Where nothing is said: the mean rate of a session, and all its bytes in one connection.',
    }),
    ...basisShape,
  })
  .check(exactlyOneBasis());

const tailSchema = z.strictObject({
  sites: figure(1, 1e9),
  sessionsPerDay: figure(0, 1e12),
  profile: idSchema,
  domains: z.optional(domainsSchema),
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
  region: z.optional(idSchema),
  share: figure(0, 1),
  completeness: figure(0, 1),
  lagHours: uncertainFigure(0, 720),
  tableEntries: z.optional(figure(1, 1e9)).register(z.globalRegistry, {
    description:
      'How many entries of a list the equipment takes; any number where nothing is said.',
  }),
  boxes: z.optional(figure(0, 1)).register(z.globalRegistry, {
    description:
      'Share of the traffic that could pass through a box at all; 1 where nothing is said.',
  }),
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

const dependencySchema = z
  .strictObject({
    service: idSchema,
    criticality: figure(0, 1).register(z.globalRegistry, {
      description: 'Share of the sessions that fail when the other service does.',
    }),
    note: z.optional(textSchema),
  })
  .register(z.globalRegistry, {
    description: 'A service that this one needs: captcha, push, maps.',
  });

const serviceSchema = z.strictObject({
  id: idSchema,
  name: textSchema,
  role: z.enum(['target', 'bystander']),
  category: idSchema,
  users: figure(0, 8e9),
  sessionsPerUserDay: figure(0, 10_000),
  profile: idSchema,
  domains: z.optional(domainsSchema),
  dependsOn: z.optional(z.array(dependencySchema).check(z.maxLength(64))),
  placements: z.array(placementSchema).check(z.minLength(1)),
  report: z.optional(
    z.strictObject({ said: textSchema, reported: idSchema }).register(z.globalRegistry, {
      description: 'What was said of this service at the time, and by whom.',
    }),
  ),
});

const categorySchema = z.strictObject({
  id: idSchema,
  title: textSchema,
  valuePerSession: z.optional(figure(0, 1e9)).register(z.globalRegistry, {
    description:
      'What a business of this kind loses with a session, in the currency of the economy.',
  }),
});

const economySchema = z.strictObject({
  currency: textSchema,
  population: figure(1, 1e10),
  gdpPerDay: figure(0, 1e15),
  gdpShareOfFullCut: figure(0, 1),
  perHeadPerDayOfFullCut: figure(0, 1e9),
  valuePerUserHour: figure(0, 1e9),
});

/** One basis for all: nobody publishes how sessions divide among the names of a service. */
const nameSharesSchema = z
  .strictObject(basisShape)
  .check(exactlyOneBasis())
  .register(z.globalRegistry, {
    description: 'Where the shares of names come from, of all `domains` of the world.',
  });

/** The format of scenario and world files; src/scenario/migrate.ts brings older ones up to it. */
export const FORMAT_VERSION = 2;
export const versionSchema = z
  ._default(z.literal(FORMAT_VERSION), FORMAT_VERSION)
  .register(z.globalRegistry, {
    description: 'The version of the format; without it the file is taken for the first one.',
  });

export const worldSchema = z.strictObject({
  $schema: z.optional(z.string()),
  kind: z.literal('world'),
  version: versionSchema,
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
  nameShares: z.optional(nameSharesSchema),
  categories: z.array(categorySchema).check(z.minLength(1)),
  economy: z.optional(economySchema),
  protocols: z.array(protocolSchema).check(z.minLength(1)),
  profiles: z.array(profileSchema).check(z.minLength(1)),
  networks: z.array(networkSchema).check(z.minLength(1), z.maxLength(64)),
  providers: z.array(providerSchema).check(z.minLength(1)),
  services: z.array(serviceSchema).check(z.minLength(1)),
});

export type WorldFile = z.infer<typeof worldSchema>;
export type Source = z.infer<typeof sourceSchema>;
