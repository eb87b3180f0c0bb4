// The scenario that the README offers to begin with: it must be right, and show what it says.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { metrics, run } from '../../src/model/index.ts';
import { readWithCatalogue } from '../../src/scenario/catalogue.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const sample = /```json\n(.*?)```/s.exec(readme)?.[1] ?? '';
const servicesHit = metrics.find(({ id }) => id === 'servicesHit');

async function hitBy(text: string): Promise<number | undefined> {
  const reading = await readWithCatalogue(text);
  expect(reading).toMatchObject({ ok: true });
  return reading.ok ? servicesHit?.total(run(reading.scenario).tally) : undefined;
}

test('the scenario of the README is right and hits neighbours', async () => {
  expect(await hitBy(sample)).toBeGreaterThan(20);
});

test('without the countermeasure it hits nobody, as the README says', async () => {
  expect(await hitBy(JSON.stringify({ ...JSON.parse(sample), countermeasures: [] }))).toBe(0);
});
