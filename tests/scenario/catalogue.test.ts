// What comes with the program: all of it is right, and editors find its schema.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import {
  describeScenarios,
  listScenarios,
  listWorlds,
  loadScenario,
  readWithCatalogue,
  scenarioText,
} from '../../src/scenario/catalogue.ts';
import { fileSchemaText } from '../../src/scenario/fileSchema.ts';
import { tinyScenario, tinyWorld } from '../tinyWorld.ts';

const schemaFile = readFileSync(new URL('../../scenarios/schema.json', import.meta.url), 'utf8');
const worldFile = (id: string) =>
  readFileSync(new URL(`../../scenarios/worlds/${id}.json`, import.meta.url), 'utf8');

describe.each(listScenarios())('the scenario %s', (id) => {
  test('is right, bears the name of its file, and names the schema', async () => {
    const reading = await loadScenario(id);
    expect(reading).toMatchObject({ ok: true, scenario: { id, $schema: './schema.json' } });
  });
});

describe.each(listWorlds())('the world %s', (id) => {
  test('bears the name of its file and names the schema', () => {
    expect(JSON.parse(worldFile(id))).toMatchObject({
      kind: 'world',
      id,
      $schema: '../schema.json',
    });
  });
});

test('an unknown id names the nearest', async () => {
  const [first = ''] = listScenarios();
  expect(await loadScenario(`${first}x`)).toMatchObject({
    ok: false,
    errors: [{ nearest: first }],
  });
  expect(await scenarioText('__proto__')).toBeUndefined();
});

test('each scenario is described for a chooser, its opening stack first', async () => {
  const entries = await describeScenarios();
  expect(entries.map(({ id }) => id).sort()).toEqual(listScenarios().sort());
  for (const { id, stacks } of entries) {
    const reading = await loadScenario(id);
    expect(reading.ok && reading.scenario.stack).toBe(stacks[0]?.id);
  }
});

test('a scenario from elsewhere may name a world of the catalogue', async () => {
  // This one has the protocols that the tiny scenario names; not every world has.
  const reading = await readWithCatalogue(
    JSON.stringify({ ...tinyScenario('russia-2018') }),
    'mine.json',
  );
  // The tiny scenario cites a source of the tiny world, and nothing else of it.
  expect(reading).toMatchObject({ ok: false });
  if (!reading.ok)
    expect(new Set(reading.errors.map(({ found }) => found))).toEqual(new Set(['"gazette"']));
});

describe('scenarios/schema.json', () => {
  test('is what `npm run schema` writes', () => {
    expect(schemaFile === fileSchemaText(), 'run `npm run schema`').toBe(true);
  });
  test('accepts what the program accepts, and refuses an unknown key', () => {
    const published = z.fromJSONSchema(JSON.parse(schemaFile));
    const isRight = (value: unknown) =>
      published.safeParse(JSON.parse(JSON.stringify(value))).success;
    expect(isRight(tinyWorld())).toBe(true);
    expect(isRight(tinyScenario())).toBe(true);
    expect(isRight(tinyScenario(tinyWorld()))).toBe(true);
    expect(isRight({ ...tinyScenario(), titel: 'x' })).toBe(false);
    for (const id of listWorlds()) expect(isRight(JSON.parse(worldFile(id)))).toBe(true);
  });
});
