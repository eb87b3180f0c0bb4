// How a scenario's world differs from the shared one that it names.
import * as z from 'zod/mini';
import { idSchema, textSchema, worldSchema } from './worldSchema.ts';

const {
  sources,
  nameShares,
  categories,
  economy,
  protocols,
  profiles,
  networks,
  providers,
  services,
} = worldSchema.shape;
const description = 'Added to those of the world, or put in place of the one with the same id.';

export const worldChangesSchema = z.strictObject({
  targets: z.optional(z.array(idSchema).check(z.minLength(1))).register(z.globalRegistry, {
    description: 'Ids of the services that are the target here; all others are bystanders.',
  }),
  without: z.optional(z.array(idSchema).check(z.minLength(1))).register(z.globalRegistry, {
    description: 'Ids of services of the world that are left out.',
  }),
  sources: z.optional(sources),
  nameShares,
  categories: z.optional(categories).register(z.globalRegistry, { description }),
  economy: z.optional(economy),
  protocols: z.optional(protocols).register(z.globalRegistry, { description }),
  profiles: z.optional(profiles).register(z.globalRegistry, { description }),
  networks: z.optional(networks).register(z.globalRegistry, {
    description: 'All networks of the scenario, in place of those of the world.',
  }),
  providers: z.optional(providers).register(z.globalRegistry, { description }),
  services: z.optional(services).register(z.globalRegistry, { description }),
  note: z.optional(textSchema),
});
