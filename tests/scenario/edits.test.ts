import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../src/model/index.ts';
import { applyEdits, type Edit } from '../../src/scenario/edits.ts';
import { checkedScenario } from './tinyShelf.ts';

const base = checkedScenario();

function edited(...edits: Edit[]): Scenario {
  const reading = applyEdits(base, edits);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.scenario;
}

function problems(...edits: Edit[]) {
  const reading = applyEdits(base, edits);
  return reading.ok ? [] : reading.errors;
}

describe('an edit of a parameter', () => {
  const path = 'stacks.adaptive.strategies.hunt.parameters.prefixLength';
  const after = edited({ path, value: 12 });

  test('changes that parameter and leaves the original alone', () => {
    expect(after.stacks[2]?.strategies[0]?.parameters.prefixLength).toBe(12);
    expect(base.stacks[2]?.strategies[0]?.parameters.prefixLength).toBe(26);
  });
  test('shares everything else with the original, the world above all', () => {
    expect(after.world).toBe(base.world);
    expect(after.ledgers).toBe(base.ledgers);
    expect(after.facts).toBe(base.facts);
    expect(after.countermeasures).toBe(base.countermeasures);
    for (const other of [0, 1, 3]) expect(after.stacks[other]).toBe(base.stacks[other]);
    expect(after.stacks[2]).not.toBe(base.stacks[2]);
  });
});

test('short paths mean the stack that is chosen in the end, whatever the order of the edits', () => {
  const after = edited(
    { path: 'strategies.hunt.prefixLength', value: 9 },
    { path: 'stack', value: 'adaptive' },
    { path: 'countermeasures.hopping.hopDelayHours', value: 5 },
    { path: 'seed', value: 99 },
  );
  expect(after.stack).toBe('adaptive');
  expect(after.seed).toBe(99);
  expect(after.stacks[2]?.strategies[0]?.parameters.prefixLength).toBe(9);
  expect(after.countermeasures[0]?.parameters.hopDelayHours).toBe(5);
  expect(after.world).toBe(base.world);
});

test('members of lists go by index too, in both spellings', () => {
  for (const path of [
    'stacks.2.strategies.0.parameters.releaseHours',
    'stacks[2].strategies[0].parameters.releaseHours',
  ]) {
    expect(edited({ path, value: 24 }).stacks[2]?.strategies[0]?.parameters.releaseHours).toBe(24);
  }
});

test('a window is a part of the entry, not a parameter, and may be new', () => {
  const value = { from: '2018-04-17T00:00+03:00' };
  const after = edited({ path: 'strategies.register.window', value });
  expect(after.stacks[1]?.strategies[0]?.window).toEqual(value);
  const single = edited({ path: 'strategies.register.window.from', value: value.from });
  expect(single.stacks[1]?.strategies[0]?.window).toEqual(value);
});

test('any other edit is checked with the whole scenario and still shares what it leaves alone', () => {
  const after = edited({ path: 'title.en', value: 'Another' });
  expect(after.title).toEqual({ en: 'Another' });
  expect(after.world).toBe(base.world);
  expect(after.ledgers).toBe(base.ledgers);
  expect(after.stacks).toBe(base.stacks);
});

test('an edit of the world gives a new world that shares its other parts', () => {
  const after = edited({ path: 'world.services.bank.users.value', value: 5 });
  expect(after.world.services[4]?.users.value).toBe(5);
  expect(after.world.services[3]).toBe(base.world.services[3]);
  expect(after.world.providers).toBe(base.world.providers);
  expect(base.world.services[4]?.users.value).toBe(2000);
});

test('no edit gives an equal scenario with the same world', () => {
  expect(applyEdits(base, [])).toEqual({ ok: true, scenario: base });
});

describe('what is refused', () => {
  test('a path to nothing names the nearest key', () => {
    expect(problems({ path: 'strategies.register.prefixLenght', value: 9 })).toMatchObject([
      { path: 'strategies.register.prefixLenght', nearest: 'prefixLength' },
    ]);
    expect(problems({ path: 'stacks.adaptve.title', value: 'x' })).toMatchObject([
      { nearest: 'adaptive' },
    ]);
    expect(problems({ path: 'countermeasures.hoping.hopDelayHours', value: 1 })).toMatchObject([
      { nearest: 'hopping' },
    ]);
    expect(problems({ path: 'seed.x', value: 1 })).toHaveLength(1);
    expect(problems({ path: '', value: 1 })).toHaveLength(1);
  });
  test('several wrong edits are all named and none is applied', () => {
    const errors = problems(
      { path: 'seed', value: -1 },
      { path: 'stack', value: 'ledgr' },
      { path: 'countermeasures.hopping.pools', value: [{ pool: 'homnet', weight: 1 }] },
    );
    expect(errors.map(({ path, nearest }) => [path, nearest]).sort()).toEqual([
      ['countermeasures.hopping.pools[0].pool', 'homenet'],
      ['seed', undefined],
      ['stack', 'ledger'],
    ]);
  });
  test('a wrong value is told at the path as it was typed, also where all is checked again', () => {
    const paths = ['strategies.register.prefixLength', 'world.services.bank.users.value'];
    for (const path of paths) {
      expect(problems({ path, value: 'abc' }).map((one) => one.path)).toEqual([path]);
    }
    const both = paths.map((path) => ({ path, value: 'abc' }));
    expect(problems(...both).map((one) => one.path)).toEqual(expect.arrayContaining([...paths]));
  });
  test('a parameter out of range, of another type, or too large to hold', () => {
    const path = 'stacks.adaptive.strategies.hunt.parameters.discoveryPerHour';
    for (const value of [5, -1, '1', null, Number.POSITIVE_INFINITY, Number.NaN, {}]) {
      expect(problems({ path, value })).toHaveLength(1);
    }
  });
  test('the keys of JavaScript, as paths and in values', () => {
    for (const path of [
      '__proto__.polluted',
      'constructor.prototype.polluted',
      'ledgers.__proto__',
      'ledgers.constructor',
    ]) {
      expect(problems({ path, value: 1 })).toHaveLength(1);
    }
    const value = JSON.parse('{"__proto__": {"polluted": 1}}');
    expect(problems({ path: 'ledgers.register', value }).length).toBeGreaterThan(0);
    expect('polluted' in {}).toBe(false);
  });
  test('a value without end', () => {
    const value: unknown[] = [];
    value.push(value);
    expect(problems({ path: 'countermeasures.hopping.pools', value })).toHaveLength(1);
  });
});

describe('what a file says of a value holds for its own value only', () => {
  const path = 'stacks.adaptive.strategies.hunt.bases';
  const value = { discoveryPerHour: { low: 0.1, high: 0.9, assumed: 'A guess.' } };
  const uncertain = edited({ path, value });
  const basisAfter = (edit: Edit) => {
    const reading = applyEdits(uncertain, [edit]);
    if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
    return reading.scenario.stacks[2]?.strategies[0]?.bases?.discoveryPerHour;
  };
  const own = uncertain.stacks[2]?.strategies[0]?.parameters.discoveryPerHour;

  test('one that is chosen by hand is no longer uncertain', () => {
    const set = { path: 'stacks.adaptive.strategies.hunt.parameters.discoveryPerHour' };
    expect(basisAfter({ ...set, value: 0.5 })).toEqual({
      assumed: 'Chosen by hand, in place of what the scenario gives.',
    });
    expect(basisAfter({ ...set, value: own })).toEqual(value.discoveryPerHour);
  });
  test('others keep theirs', () => {
    const other = 'stacks.adaptive.strategies.hunt.parameters.prefixLength';
    expect(basisAfter({ path: other, value: 12 })).toEqual(value.discoveryPerHour);
  });
});
