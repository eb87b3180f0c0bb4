// The names of services and long tails.
import { expect, test } from 'vitest';
import { problemsAfter } from './tinyShelf.ts';

const at = 'world.services[1].domains';
const problemsWith = (domains: readonly object[]) =>
  problemsAfter(({ world }) => {
    world.services[1].domains = domains;
    world.providers[0].pools[1].tail.domains = domains;
  }).filter(({ path }) => path.startsWith(at));

test('take up to all sessions of a service, in shares such as tenths', () => {
  expect(problemsWith([{ name: 'lantern.example', share: 0.25 }])).toEqual([]);
  // 0.7 + 0.1 + 0.2 in binary is a little below 1, 0.1 + 0.7 + 0.2 + 1e-17 no more than a little above.
  const names = ['a.example', 'b.example', 'c.example'];
  for (const shares of [
    [0.7, 0.1, 0.2],
    [0.1, 0.7, 0.2],
  ]) {
    expect(problemsWith(names.map((name, n) => ({ name, share: shares[n] })))).toEqual([]);
  }
});

test('take no more than all, and stand once', () => {
  expect(
    problemsWith([
      { name: 'a.example', share: 0.75 },
      { name: 'a.example', share: 0.5 },
    ]),
  ).toMatchObject([
    { path: `${at}[1].name`, found: '"a.example"' },
    { path: at, found: 'shares that add up to 1.25' },
  ]);
});

test('of a long tail are looked at too', () => {
  const paths = problemsAfter(({ world }) => {
    const domain = { name: 'a.example', share: 1 };
    world.providers[0].pools[1].tail.domains = [domain, domain];
  }).map(({ path }) => path);
  expect(paths).toEqual([
    'world.providers[0].pools[1].tail.domains[1].name',
    'world.providers[0].pools[1].tail.domains',
  ]);
});

test('are domain names in lower case', () => {
  for (const name of ['Lantern.example', 'lantern', 'lantern.example/', '*.lantern.example']) {
    expect(problemsWith([{ name, share: 1 }])).toMatchObject([{ path: `${at}[0].name` }]);
  }
});

test('needs of a profile are of protocols that it uses', () => {
  const problems = problemsAfter(({ world }) => {
    world.profiles[0].needs = { tls: { kilobitsPerSecond: 100 } };
    world.profiles[1].needs = { mtprotto: { kilobitsPerSecond: 100 }, tls: {} };
    world.profiles[0].needs.mtproto = {};
  });
  expect(problems.map(({ path, nearest }) => [path, nearest])).toEqual([
    ['world.profiles[0].needs.mtproto', undefined],
    ['world.profiles[1].needs.mtprotto', 'mtproto'],
  ]);
});
