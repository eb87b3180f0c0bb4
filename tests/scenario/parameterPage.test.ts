// The page of parameters is made from the schemas, and is fresh.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { countermeasures } from '../../src/model/countermeasures/index.ts';
import { describeParameters } from '../../src/model/parameter.ts';
import { strategies } from '../../src/model/strategies/index.ts';
import { parameterPage } from '../../src/scenario/parameterPage.ts';

test('the page in the repository is the one that the schemas make', () => {
  expect(readFileSync('src/model/PARAMETERS.md', 'utf8')).toBe(parameterPage());
});

test('every parameter of every technique has a row of four cells', () => {
  const rows = parameterPage()
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  const parameters = [...strategies, ...countermeasures].flatMap((plugIn) =>
    describeParameters(plugIn.parameters as never),
  );
  expect(parameters.length).toBeGreaterThan(40);
  for (const { id } of parameters) {
    const row = rows.find((line) => line.startsWith(`| \`${id}\` |`)) ?? '';
    expect(row.replaceAll('\\|', '').split('|')).toHaveLength(6);
  }
});

test('every plug-in shows all parameters that its schema has', () => {
  for (const { technique, parameters } of [...strategies, ...countermeasures]) {
    const described = describeParameters(parameters as never).map(({ id }) => id);
    expect([technique, described]).toEqual([technique, Object.keys(parameters.shape)]);
  }
});

test('a number whose default nobody published is said to be assumed, once', () => {
  const rows = parameterPage()
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  const numbers = [...strategies, ...countermeasures]
    .flatMap((plugIn) => describeParameters(plugIn.parameters as never))
    .filter(({ kind }) => kind === 'number');
  for (const { id, help, source } of numbers) {
    const row = rows.find((line) => line.startsWith(`| \`${id}\` |`) && line.includes(help)) ?? '';
    expect([id, row.includes('Source: ') || row.includes('Assumed')]).toEqual([id, true]);
    expect([id, row.includes('Source: ')]).toEqual([
      id,
      source !== undefined && !source.startsWith('Assumed'),
    ]);
    expect([id, row.includes('Source: Assumed'), row.includes('Assumed. Assumed')]).toEqual([
      id,
      ...[false, false],
    ]);
  }
});
