// Law 8 from outside: a strategy that nobody has heard of, with nothing but its file and its line.
import { expect, test, vi } from 'vitest';
import { applyEdits } from '../../src/scenario/edits.ts';
import { fileSchemaText } from '../../src/scenario/fileSchema.ts';
import { checkedScenario, problemsAfter, type Spoilt } from './tinyShelf.ts';

vi.mock('../../src/model/strategies/index.ts', async (original) => {
  const { strategies } = await original<{ strategies: readonly unknown[] }>();
  const { throttle } = await import('./throttle.ts');
  return { strategies: [...strategies, throttle] };
});

const add = (scenario: Spoilt, own: object) =>
  scenario.stacks[0].strategies.push({ id: 'new', technique: 'throttle', parameters: own });
const at = 'stacks[0].strategies[0].parameters';

test('is read when it is right', () => {
  const own = { rates: { tls: { except: ['bank'] } }, spared: ['192.0.2.0/24'] };
  expect(problemsAfter((scenario) => add(scenario, own))).toEqual([]);
});

test('has its references checked at any depth, keys of tables and defaults too', () => {
  const errors = problemsAfter((scenario) => {
    scenario.ledgers = { registre: [] };
    scenario.stacks[1].strategies = [];
    add(scenario, {
      rates: { tsl: { except: [] }, tls: { except: ['bank', 'bnak'] } },
      spared: '192.0.2.1/24',
    });
    add(scenario, { like: 'registre', spared: ['192.0.2.0/24', '192.0.2.1/24'] });
    scenario.stacks[0].strategies[1].id = 'second';
  });
  expect(errors.map(({ path, nearest }) => [path, nearest])).toEqual([
    [`${at}.like`, 'registre'],
    [`${at}.rates.tsl`, 'tls'],
    [`${at}.rates.tls.except[1]`, 'bank'],
    [`${at}.spared`, '192.0.2.0/24'],
    ['stacks[0].strategies[1].parameters.spared[1]', '192.0.2.0/24'],
  ]);
});

test('has its rules checked', () => {
  const errors = problemsAfter((scenario) => add(scenario, { low: 2, high: 1 }));
  expect(errors).toEqual([{ path: `${at}.high`, found: '1', expected: 'at least 2' }]);
});

test('is checked after an edit as well', () => {
  const base = checkedScenario();
  const entry = { id: 'new', technique: 'throttle', parameters: { like: 'register' } };
  const stacks = base.stacks.with(0, { ...base.stacks[0]!, strategies: [entry] });
  const edit = { path: 'stacks.none.strategies.new.parameters.like', value: 'registr' };
  expect(applyEdits({ ...base, stacks }, [edit])).toMatchObject({
    ok: false,
    errors: [{ path: edit.path, nearest: 'register' }],
  });
});

test('stands in the JSON Schema with words for each reference', () => {
  const schema = fileSchemaText();
  expect(schema).toContain('"const": "throttle"');
  expect(schema).toContain('"description": "Help. Id of a ledger of the scenario."');
});
