import { expect, test } from 'vitest';
import { copyScenario } from '../../src/scenario/copyScenario.ts';
import { readScenario } from '../../src/scenario/readScenario.ts';
import { tinyScenario } from '../tinyWorld.ts';
import { tinyShelf } from './tinyShelf.ts';

const copyOf = (scenario: object) =>
  JSON.parse(copyScenario(JSON.stringify(scenario), 'mine', './schema.json'));

test('a copy has its own id, a title that says so in each language, and all else as it was', () => {
  const title = { en: 'Three days', ru: 'Три дня' };
  const scenario = { ...tinyScenario(), title, changes: { without: ['radio'] } };
  expect(copyOf(scenario)).toEqual({
    ...JSON.parse(JSON.stringify(scenario)),
    $schema: './schema.json',
    id: 'mine',
    title: { en: 'Three days (copy)', ru: 'Три дня (копия)' },
  });
});

test('a file of the first format becomes a copy in that of today, which is right', () => {
  const { version: _, story: __, questions: ___, limits: ____, ...scenario } = tinyScenario();
  const first = { ...scenario, title: 'Three days', summary: 'A register.' };
  const copy = copyOf(first);
  expect(copy).toMatchObject({ version: 2, title: { en: 'Three days (copy)' } });
  expect(readScenario(JSON.stringify(copy), tinyShelf)).toMatchObject({ ok: true });
});

test('the schema comes first, for the editor; without a way to it there is none', () => {
  expect(Object.keys(copyOf(tinyScenario())).slice(0, 4)).toEqual([
    ...['$schema', 'kind', 'version', 'id'],
  ]);
  const without = copyScenario(JSON.stringify(tinyScenario()), 'mine', undefined);
  expect(JSON.parse(without)).not.toHaveProperty('$schema');
});
