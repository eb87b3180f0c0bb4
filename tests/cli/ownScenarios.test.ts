// What somebody needs who writes a scenario: a copy to begin with, what it rests on, what there is.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readWithCatalogue } from '../../src/scenario/catalogue.ts';
import { tinyScenario, tinyWorld } from '../tinyWorld.ts';
import { openShell } from './shell.ts';

const { folder, overblock, write, read, close } = openShell();

beforeAll(() => {
  mkdirSync(join(folder, 'worlds'));
  mkdirSync(join(folder, 'elsewhere'));
  write('worlds/tiny.json', tinyWorld());
  write('tiny.json', tinyScenario());
  write('changed.json', { ...tinyScenario(), changes: { without: ['radio'] } });
  expect(overblock('--help').status).toBe(0);
}, 60_000);
afterAll(close);

describe('new', () => {
  test('begins with a copy that is right at once, finds the schema, and says what to do next', async () => {
    const { status, stdout, stderr } = overblock('new', 'my-first', '--from', 'april-2018');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('my-first.json: a copy of april-2018, in the world russia-2018\n');
    expect(stdout).toContain('overblock -- validate my-first.json');
    const copy = JSON.parse(read('my-first.json'));
    expect(copy).toMatchObject({ id: 'my-first', world: 'russia-2018' });
    expect(copy.$schema).toMatch(/\/scenarios\/schema\.json$/);
    expect(await readWithCatalogue(read('my-first.json'))).toMatchObject({ ok: true });
    expect(overblock('validate', 'my-first.json').stdout).toBe('my-first.json: right\n');
  }, 60_000);

  test('keeps the world of a file by its id, and what it changes of it', () => {
    const { status } = overblock('new', 'mine', '--from', 'changed.json', '--out', 'own.json');
    expect(status).toBe(0);
    expect(JSON.parse(read('own.json'))).toMatchObject({
      id: 'mine',
      world: 'tiny',
      changes: { without: ['radio'] },
    });
  }, 60_000);

  test.each([
    [['new', 'taken', '--from', 'tiny.json', '--out', 'tiny.json'], 'found the file tiny.json'],
    [['new', 'april-2018', '--from', 'tiny.json'], 'expected an id that none in `list` has'],
    [['new', 'My-First', '--from', 'tiny.json'], 'id: found "My-First", expected an id in small'],
    [['new', 'mine', '--from', 'april-2081'], 'did you mean april-2018?'],
    [['new', 'mine'], '--from: found nothing'],
    [['new', '--from', 'tiny.json'], 'expected one, of the new scenario'],
    [
      ['new', 'mine', '--from', 'april-2018', '--out', 'no/such.json'],
      'the folder no does not exist',
    ],
    // Its world lies beside the original, where the copy cannot see it.
    [['new', 'mine', '--from', 'tiny.json', '--out', 'elsewhere/mine.json'], 'the id of a world'],
  ])(
    '%j is refused',
    (args, message) => {
      const { status, stdout, stderr } = overblock(...args);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain(message);
      expect(JSON.parse(read('tiny.json')).id).toBe('tiny-days');
    },
    60_000,
  );
});

describe('validate --figures', () => {
  test('counts what a scenario and its world rest on, and names what says nothing', () => {
    const { status, stdout } = overblock('validate', '--figures', 'tiny.json');
    expect(status).toBe(0);
    // Of the tiny world 30 figures are assumed; three parameters of the stacks say nothing.
    expect(stdout).toMatch(/its world, tiny +0 +0 +30 +30 +0\n/);
    expect(stdout).toMatch(/parameters +0 +0 +0 +0 +3\n/);
    expect(stdout).toContain('without a basis: stacks[2].strategies[0].parameters.prefixLength\n');
  }, 60_000);

  test('takes every scenario when none is named, and gives JSON', () => {
    const { scenarios } = JSON.parse(overblock('validate', '--figures', '--format=json').stdout);
    const april = scenarios.find(({ scenario }: { scenario: string }) => scenario === 'april-2018');
    expect(april.figures.map(({ about }: { about: string }) => about)).toContain('placements');
  }, 60_000);

  test('is refused where the scenario is wrong, and so is a format without it', () => {
    expect(overblock('validate', '--figures', 'nothing.json').status).toBe(2);
    expect(overblock('validate', 'tiny.json', '--format', 'json').stderr).toContain('--figures');
  }, 60_000);
});

test('list has a line for each scenario, its stacks below, and JSON the texts of every language', () => {
  const { stdout } = overblock('list');
  expect(stdout).toMatch(/^april-2018 +April 2018/m);
  expect(stdout).toMatch(/^ +registry, adaptive, dpi/m);
  expect(stdout.split('\n').filter((line) => line.length > 110)).toEqual([]);
  const { scenarios } = JSON.parse(overblock('list', '--format', 'json').stdout);
  for (const { title } of scenarios) expect(typeof title.en).toBe('string');
  expect(overblock('list', '--language', 'de').stderr).toContain('expected one of en, ru');
}, 60_000);
