// The scenario that the README offers to begin with, and the samples of the guide: right, and as they say.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runCommand } from '../../src/cli/run.ts';
import { metrics, planRun, run, scenarioSchema } from '../../src/model/index.ts';
import { readWithCatalogue, scenarioText } from '../../src/scenario/catalogue.ts';
import { applyEdits } from '../../src/scenario/edits.ts';
import { openShipped, totalOf } from './shipped/shippedRuns.ts';

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

test('the README and the help say how many rows a seed of April has: a tick and metric each', async () => {
  const april = await openShipped('april-2018');
  const rows = (planRun(april).ticks * metrics.length).toLocaleString('en');
  expect(readme).toContain(`# ${rows} rows a seed`);
  expect(runCommand.more).toContain(`${rows} rows`);
});

test('the rate of the slow list that the README shows takes something', async () => {
  const [, rate] = /strategies\.slow-list\.kilobitsPerSecond=(\d+)/.exec(readme) ?? [];
  const sandbox = await openShipped('sandbox');
  const path = 'strategies.slow-list.kilobitsPerSecond';
  const edited = applyEdits(sandbox, [
    { path: 'stack', value: 'slow-list' },
    { path, value: Number(rate) },
  ]);
  expect(edited.ok && totalOf(run(edited.scenario), 'targetBlocked')).toBeGreaterThan(0.1);
});

const guide = readFileSync(new URL('../../scenarios/README.md', import.meta.url), 'utf8');
const samples = [...guide.matchAll(/```json\n(.*?)```/gs)].map(([, text = '']) => JSON.parse(text));

test('the guide names every field of a scenario, in the order of the schema', () => {
  const table = guide.slice(guide.indexOf('| field |'), guide.indexOf('Techniques and their'));
  const firstCells = table.split('\n').map((row) => row.split('|')[1] ?? '');
  const named = firstCells.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, key]) => key));
  expect(named).toEqual(Object.keys(scenarioSchema.shape).filter((key) => key !== '$schema'));
});

test('the samples of the guide are right: a parameter with its basis, a fact as a check', async () => {
  const april = JSON.parse((await scenarioText('april-2018')) ?? '');
  const [entry, fact] = samples;
  const hunt = { id: 'hunt', technique: 'addressBlocklist', ...entry };
  const stacks = [{ id: 'own', title: 'Own', summary: 'Own.', strategies: [hunt] }];
  const scenario = { ...april, stack: 'own', stacks, facts: [fact] };
  expect(await readWithCatalogue(JSON.stringify(scenario))).toMatchObject({ ok: true });
});
