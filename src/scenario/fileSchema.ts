// The published JSON Schema of scenario and world files, for editors: made from the one schema.
import * as z from 'zod/mini';
import { scenarioSchema, worldSchema } from '../model/index.ts';

z.globalRegistry.add(worldSchema, { id: 'world', title: 'World' });
z.globalRegistry.add(scenarioSchema, { id: 'scenario', title: 'Scenario' });

/** JSON Schema, draft 2020-12, of what a file may hold; defaults are not required. */
export function fileSchema(): Record<string, unknown> {
  const file = z.discriminatedUnion('kind', [scenarioSchema, worldSchema]);
  const { $schema, ...schema } = z.toJSONSchema(file, { io: 'input', reused: 'inline' });
  return {
    $schema,
    title: 'Overblock scenario or world',
    description:
      'A scenario of Internet blocking, or the world that it plays in. Made by `npm run schema`.',
    ...schema,
  };
}

/** The text of scenarios/schema.json. */
export function fileSchemaText(): string {
  return `${JSON.stringify(fileSchema(), null, 2)}\n`;
}
