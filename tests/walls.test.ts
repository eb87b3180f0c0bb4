// The walls of the house stand, and every rule is shown to bite on a planted violation.
import { describe, expect, test } from 'vitest';
import { findArrows, readRepository } from './sources.ts';
import {
  findCircles,
  findForbiddenWords,
  findMachinePaths,
  findUnregisteredPlugIns,
  findVagueNames,
  findWrongArrows,
} from './walls.ts';

describe('the repository', () => {
  const sources = readRepository();
  const arrows = findArrows(sources);

  test('was really read', () => {
    expect(sources.size).toBeGreaterThan(40);
    expect(arrows.length).toBeGreaterThan(30);
    expect(arrows).toContainEqual({ from: 'src/main.tsx', to: 'package:react-dom/client' });
  });
  test('imports only downwards and through the door', () => {
    expect(findWrongArrows(sources, arrows)).toEqual([]);
  });
  test('has no circle of imports', () => {
    expect(findCircles(arrows)).toEqual([]);
  });
  test('keeps page, clock, chance and inexact arithmetic out of the model', () => {
    expect(findForbiddenWords(sources)).toEqual([]);
  });
  test('registers every plug-in', () => {
    expect(findUnregisteredPlugIns(sources, arrows)).toEqual([]);
  });
  test('has no file named after nothing in particular', () => {
    expect(findVagueNames(sources)).toEqual([]);
  });
  test('holds no path of one machine', () => {
    expect(findMachinePaths(sources)).toEqual([]);
  });
});

describe('a planted arrow', () => {
  /** A house of two files, the first importing the second. */
  function wrongness(from: string, to: string, statement = (path: string) => `import '${path}';`) {
    const up = '../'.repeat(from.split('/').length - 1);
    const text = statement(to.startsWith('package:') ? to.slice(8) : up + to);
    const sources = new Map([[from, text]]).set(to, '');
    return findWrongArrows(sources, findArrows(sources)).map((line) => line.split(': ').pop());
  }

  test.each([
    ['src/main.tsx', 'src/app/App.tsx'],
    ['src/views/map/Map.tsx', 'src/views/map/layout.ts'],
    ['src/views/map/layout.ts', 'src/model/index.ts'],
    ['src/store/result.ts', 'src/worker/client.ts'],
    ['src/scenario/catalogue.ts', 'scenarios/one-cloud.json'],
    ['src/model/index.ts', 'src/model/run/step.ts'],
    ['src/model/run/step.ts', 'src/model/metrics/index.ts'],
    ['src/model/strategies/none.ts', 'src/model/world/world.ts'],
    ['src/model/normal.ts', 'src/model/exp.ts'],
    ['src/model/rng.ts', 'package:seedrandom/lib/alea.js'],
  ])('%s → %s is fine', (from, to) => {
    expect(wrongness(from, to)).toEqual([]);
  });

  test.each([
    ['src/store/result.ts', 'src/views/map/layout.ts', 'points up'],
    ['src/model/run/step.ts', 'src/model/index.ts', 'points up'],
    ['src/model/world/world.ts', 'src/store/result.ts', 'points up'],
    ['src/model/exp.ts', 'src/model/world/world.ts', 'points up'],
    ['src/cli/main.ts', 'src/store/result.ts', 'points up'],
    ['src/views/map/Map.tsx', 'src/lessons/one.ts', 'points to a neighbour on the same floor'],
    ['src/cli/main.ts', 'src/worker/client.ts', 'points to a neighbour on the same floor'],
    [
      'src/model/metrics/a.ts',
      'src/model/strategies/b.ts',
      'points to a neighbour on the same floor',
    ],
    ['src/views/map/Map.tsx', 'src/model/net/prefix.ts', 'walks past the door model/index.ts'],
    ['src/views/map/Map.tsx', 'scenarios/a.json', 'only scenario/ reads scenario files'],
    ['src/model/run/step.ts', 'scenarios/a.json', 'only scenario/ reads scenario files'],
    ['src/attic/box.ts', 'src/model/index.ts', 'attic has no floor'],
    ['src/app/App.tsx', 'tests/walls.ts', 'tests has no floor'],
    ['src/model/world/world.ts', 'package:d3-array', 'is no package of the model'],
    ['src/model/world/world.ts', 'package:react', 'is no package of the model'],
  ])('%s → %s: %s', (from, to, why) => {
    expect(wrongness(from, to)).toEqual([why]);
  });

  test.each([
    (path: string) => `export * from '${path}';`,
    (path: string) => `export { type A } from '${path}';`,
    (path: string) => `import type { A } from '${path}';`,
    (path: string) => `type A = import('${path}').A;`,
    (path: string) => `const a = await import('${path}?raw');`,
    (path: string) => `const a = import(\`${path}\`);`,
    (path: string) => `const a = import.meta.glob(['${path}', '!x'], { query: '?raw' });`,
    (path: string) => `new Worker(new URL('${path}', import.meta.url), { type: 'module' });`,
  ])('is seen however it is drawn: %s', (statement) => {
    const lines = wrongness('src/worker/engine.ts', 'src/store/result.ts', statement);
    expect(lines).toContain('points up');
  });

  test('to nowhere is named', () => {
    const sources = new Map([['src/app/App.tsx', `import './Missing.tsx';`]]);
    expect(findWrongArrows(sources, findArrows(sources))).toEqual([
      'src/app/App.tsx → src/app/Missing.tsx: does not exist',
    ]);
  });

  test('that closes a circle is named with its way', () => {
    const sources = new Map([
      ['src/a.ts', `import './b.ts';`],
      ['src/b.ts', `import type { C } from './c.ts';`],
      ['src/c.ts', `export * from './b.ts';`],
    ]);
    expect(findCircles(findArrows(sources))).toEqual(['src/b.ts → src/c.ts → src/b.ts']);
  });
});

describe('a planted word', () => {
  const wordsIn = (text: string) => findForbiddenWords(new Map([['src/model/world/a.ts', text]]));

  test.each([
    ['const a = Date.now();', 'Date'],
    ['let a: Date;', 'Date'],
    [`const a = \`\${new Date()}\`;`, 'Date'],
    ['console.log(1);', 'console'],
    ['const a = { fetch };', 'fetch'],
    ['const a = globalThis["Date"];', 'globalThis'],
    ['const a = Math.random();', 'Math.random'],
    ['const a = Math.exp(1);', 'Math.exp'],
    ['const a = Math["log"](1);', 'Math.'],
    ['const { pow } = Math;', 'Math.'],
    ['const a = 2 ** 0.5;', '**'],
    ['a **= 2;', '**='],
  ])('in %s is %s', (text, word) => {
    expect(wordsIn(`// The first line.\n${text}`)).toEqual([`src/model/world/a.ts:2: ${word}`]);
  });

  test('is no violation in a comment, a string or as the label of a field', () => {
    expect(
      wordsIn('// Date\nconst a = "Math.random"; /** fetch */ a.window = { document: 1 };'),
    ).toEqual([]);
    expect(wordsIn('function wait(window: number) { return window; }')).toEqual([]);
    expect(wordsIn('const a = Math.floor(Math.sqrt(2));')).toEqual([]);
    expect(findForbiddenWords(new Map([['src/app/App.tsx', 'document.title']]))).toEqual([]);
  });
});

describe('a planted file', () => {
  test('that is a plug-in outside its register is named', () => {
    const sources = new Map([
      ['src/model/metrics/index.ts', `import './known.ts';`],
      ['src/model/metrics/metric.ts', ''],
      ['src/model/metrics/known.ts', ''],
      ['src/model/metrics/forgotten.ts', ''],
      ['src/views/index.ts', `const load = () => import('./map/Map.tsx');`],
      ['src/views/map/Map.tsx', ''],
      ['src/views/map/layout.ts', ''],
      ['src/views/table/layout.ts', ''],
    ]);
    expect(findUnregisteredPlugIns(sources, findArrows(sources))).toEqual([
      'src/model/metrics/forgotten.ts is not in src/model/metrics/index.ts',
      'src/views/table is not in src/views/index.ts',
    ]);
  });

  test.each(['src/utils.ts', 'src/app/helpers.tsx', 'src/common/a.ts', 'tests/types.d.ts'])(
    'named %s is named',
    (path) => {
      expect(findVagueNames(new Map([[path, '']]))).toEqual([path]);
      expect(findVagueNames(new Map([['src/model/typesOfTraffic.ts', '']]))).toEqual([]);
    },
  );

  test('with a path of one machine is named', () => {
    const planted = [['..', 'shared', 'a'].join('/'), ['', 'home', 'someone'].join('/')];
    for (const text of planted) expect(findMachinePaths(new Map([['a', text]]))).toHaveLength(1);
    expect(findMachinePaths(new Map([['a', 'https://example.org/work/home/a']]))).toEqual([]);
  });
});
