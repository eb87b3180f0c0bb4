// Every figure that comes with the program says where it comes from.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { listScenarios, listWorlds, loadScenario } from '../../src/scenario/catalogue.ts';
import { countFigures } from '../../src/scenario/countFigures.ts';

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../scenarios/${path}.json`, import.meta.url), 'utf8'));

/** What is no figure about the world: settings of the run, and what has its basis elsewhere. */
const elsewhere = [
  /^(world\.)?(version|utcOffsetHours)$/,
  /^(seed|tickHours)$/,
  // Beside the parameters, in `bases`: countFigures knows which of them need one.
  /\.parameters\./,
  // One word on all of them, in `nameShares` of the world.
  /\.domains\.\d+\.share$/,
];

/** Paths of the numbers that stand in nothing that says reported, derived or assumed. */
function numbersWithoutBasis(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return elsewhere.some((one) => one.test(path)) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  if (['reported', 'derived', 'assumed'].some((key) => Object.hasOwn(value, key))) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    numbersWithoutBasis(inner, path === '' ? key : `${path}.${key}`),
  );
}

test('a number that says nothing is found wherever it stands', () => {
  const told = { value: 1, assumed: 'x' };
  const file = {
    seed: 3,
    world: { networks: [{ share: told, lag: { low: 2 } }] },
    facts: [{ low: 1 }],
  };
  expect(numbersWithoutBasis(file)).toEqual(['world.networks.0.lag.low', 'facts.0.low']);
});

test.each([...listScenarios(), ...listWorlds().map((id) => `worlds/${id}`)])(
  'every number of %s stands beside its basis',
  (path) => {
    expect(numbersWithoutBasis(read(path))).toEqual([]);
  },
);

describe.each(listScenarios())('the scenario %s', (id) => {
  test('has no parameter that counts, and no share of a name, without a basis', async () => {
    const reading = await loadScenario(id);
    const counted = reading.ok ? countFigures(reading.scenario) : [];
    expect(counted.length).toBeGreaterThan(0);
    expect(counted.flatMap(({ without }) => without)).toEqual([]);
  });
});
