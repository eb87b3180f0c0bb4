// The sandbox shows every technique: each alone in a stack, all in one stack switched off, every answer off.
import { beforeAll, describe, expect, test } from 'vitest';
import {
  caughtNames,
  countermeasures,
  describeParameters,
  metrics,
  type PlugInEntry,
  run,
  type Scenario,
  strategies,
} from '../../src/model/index.ts';
import { loadScenario } from '../../src/scenario/catalogue.ts';

const reading = await loadScenario('sandbox');
if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
const sandbox: Scenario = reading.scenario;
const stackOf = (id: string) => sandbox.stacks.find((stack) => stack.id === id);
const entries = sandbox.stacks.flatMap((stack) => stack.strategies);
const takenBy = (id: string, tally: Parameters<(typeof metrics)[number]['total']>[0]) =>
  metrics.find((metric) => metric.id === id)?.total(tally);

test('every strategy and every countermeasure that is registered stands in it', () => {
  const used = (all: readonly PlugInEntry[]) =>
    [...new Set(all.map((one) => one.technique))].sort();
  const registered = (all: readonly { technique: string }[]) =>
    all.map(({ technique }) => technique).sort();
  expect(used(entries)).toEqual(registered(strategies));
  expect(used(sandbox.countermeasures)).toEqual(registered(countermeasures));
});

test('it opens with nothing in use: no strategy, no answer', () => {
  expect(stackOf(sandbox.stack)?.strategies.map(({ technique }) => technique)).toEqual(['none']);
  expect(sandbox.countermeasures.every(({ off }) => off)).toBe(true);
});

test('one stack holds what the others hold, all of it switched off', () => {
  const all = stackOf('everything')?.strategies ?? [];
  const others = sandbox.stacks
    .filter(({ id }) => id !== 'everything')
    .flatMap((stack) => stack.strategies)
    .filter(({ technique }) => technique !== 'none');
  expect(all.every(({ off }) => off)).toBe(true);
  expect(others.some(({ off }) => off)).toBe(false);
  const switchedOn = all.map((entry) => ({ ...entry, off: false }));
  expect(switchedOn.toSorted(byId)).toEqual(others.toSorted(byId));
});

const byId = (a: PlugInEntry, b: PlugInEntry) => a.id.localeCompare(b.id);

test.each([...entries, ...sandbox.countermeasures])(
  'every number that counts in $id of $technique says where it comes from',
  (entry) => {
    const plugIns = [...strategies, ...countermeasures];
    const plugIn = plugIns.find(({ technique }) => technique === entry.technique);
    const silent = describeParameters(plugIn!.parameters)
      .filter(({ kind, onlyWhen = {}, notWith = [] }) => {
        const counts = Object.entries(onlyWhen).every(([id, it]) => entry.parameters[id] === it);
        return kind === 'number' && counts && notWith.every((id) => !(id in entry.parameters));
      })
      .filter(({ id }) => entry.bases?.[id] === undefined);
    expect(silent.map(({ id }) => id)).toEqual([]);
  },
);

describe.each(sandbox.stacks.map(({ id }) => id))('the stack %s', (id) => {
  let result: ReturnType<typeof run>;
  beforeAll(() => {
    result = run({ ...sandbox, stack: id });
  });
  test('keeps balanced books', () => {
    expect(result.balanced).toBe(true);
  });
  test('has no total below zero', () => {
    const totals = metrics.map((metric) => [metric.id, metric.total(result.tally)] as const);
    expect(totals.filter(([, total]) => total < 0)).toEqual([]);
  });
  test(`takes ${id === 'nothing' || id === 'everything' ? 'nothing' : 'something'}`, () => {
    const { tally } = result;
    const taken = [takenBy('targetBlocked', tally), takenBy('collateral', tally)];
    const nothing = id === 'nothing' || id === 'everything';
    if (nothing) expect(taken).toEqual([0, 0]);
    else expect(Math.max(...taken.map((share) => share ?? 0))).toBeGreaterThan(0);
  });
});

test('the rule of March 2021 catches names of others by the letters t.co, and names of the target by none', () => {
  const { plan, stack } = run({ ...sandbox, stack: 'throttle' });
  const caught = caughtNames(plan, stack[0]!.run);
  const names = caught.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['t.co', 'microsoft.com', 'out.reddit.com']));
  expect(caught.some(({ isTarget }) => isTarget)).toBe(false);
  const twitters = /(^|\.)(twitter|twimg)\.com$/;
  expect(names.filter((name) => !name.includes('t.co') && !twitters.test(name))).toEqual([]);
});

test('blocked look-ups reach the web client and the sites of the messenger, never its apps', () => {
  // 3 % of its sessions ask for a name, and not all look-ups are read.
  const { tally } = run({ ...sandbox, stack: 'name-filter' });
  expect(takenBy('targetBlocked', tally)).toBeGreaterThan(0);
  expect(takenBy('targetBlocked', tally)).toBeLessThan(0.03);
});

test('with everything switched on, two days of it still balance', () => {
  const period = { ...sandbox.period, to: '2018-04-18T00:00+03:00' };
  const on = { ...sandbox, stack: 'everything', period };
  const result = run({
    ...on,
    stacks: on.stacks.map((stack) => ({
      ...stack,
      strategies: stack.strategies.map((entry) => ({ ...entry, off: false })),
    })),
    countermeasures: on.countermeasures.map((entry) => ({ ...entry, off: false })),
  });
  expect(result.balanced).toBe(true);
  expect(takenBy('targetBlocked', result.tally)).toBeLessThan(1);
});
